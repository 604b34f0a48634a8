// CLINIC_URL=https://clinic.example CLINIC_KEY=tops_… npx tsx sdk/example.ts
//
// The client needs: patients:read patients:update external-ids:read external-ids:give inquiries:create
import { pathToFileURL } from 'node:url'
import { answered, type Clinic, ClinicError, connect, everyRow } from './client'

/** The client's own id for a patient; given once, found ever after. */
const ownIdOf = async (clinic: Clinic, record: string, value: string): Promise<string> => {
  try {
    const body = { collection: 'patients', record, value }
    await answered(clinic.POST('/api/external-ids/give', { body }))
  } catch (error) {
    if (!(error instanceof ClinicError) || error.status !== 409) throw error
  }
  const found = await answered(
    clinic.GET('/api/patients/by-external-id/{value}', { params: { path: { value } } }),
  )
  return found.id
}

/** Saves over nobody: reads, writes with the revision that was read, and begins anew when somebody was faster. */
const changeCity = async (clinic: Clinic, id: string, city: string, tries = 3): Promise<number> => {
  const path = { id }
  const { rev } = await answered(clinic.GET('/api/patients/{id}', { params: { path } }))
  try {
    const saved = await answered(
      clinic.PATCH('/api/patients/{id}', { params: { path }, body: { city, rev } }),
    )
    return saved.doc.rev ?? 0
  } catch (error) {
    const isStale = error instanceof ClinicError && error.status === 409
    if (!isStale || tries <= 1) throw error
    return changeCity(clinic, id, city, tries - 1)
  }
}

/** What an integration does in a day. Answers what it saw, in lines. */
export const example = async (clinic: Clinic): Promise<string[]> => {
  const lines: string[] = []
  let count = 0
  let first = ''
  const patients = everyRow((after) =>
    answered(
      clinic.GET('/api/patients', {
        params: { query: { after, limit: 50, where: { status: { equals: 'active' } } } },
      }),
    ),
  )
  for await (const { id } of patients) {
    first ||= id
    count += 1
  }
  lines.push(`${count} active patients`)
  const found = await ownIdOf(clinic, first, `example-${first}`)
  lines.push(found === first ? 'found by its own id' : 'found another record')
  const rev = await changeCity(clinic, first, 'Portland')
  lines.push(`saved as revision ${rev}`)
  const changes = await answered(
    clinic.GET('/api/patients/changes', { params: { query: { after: '', limit: 1000 } } }),
  )
  lines.push(changes.docs.some(({ id }) => id === first) ? 'its change was told' : 'not told')
  const inquiry = await answered(
    clinic.POST('/api/inquiries', {
      params: { header: { 'Idempotency-Key': `example-${first}` } },
      body: {
        chosenName: 'Ana',
        email: 'ana@example.com',
        message: 'I would like to talk.',
        notEmergency: true,
      },
    }),
  )
  lines.push(inquiry.doc.id ? 'an inquiry was handed in' : 'no inquiry')
  return lines
}

const isRunAlone = import.meta.url === pathToFileURL(process.argv[1] ?? '').href

if (isRunAlone) {
  const { CLINIC_KEY = '', CLINIC_URL = 'http://localhost:3000' } = process.env
  for (const line of await example(connect({ baseUrl: CLINIC_URL, key: CLINIC_KEY })))
    console.log(line)
}
