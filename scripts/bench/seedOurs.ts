// Fills a database of the product for the benchmark and writes who may ask: argv[2] is the file for it.
import { writeFileSync } from 'node:fs'
import { caseloadSize, patientRows } from './rows'

const [, , file = ''] = process.argv
const { getPayload } = await import('payload')
const { default: config } = await import('@payload-config')
const { insertRows } = await import('@/src/lib/database')
const { openSession } = await import('@/access/session/open')
const { surfaces } = await import('@/access/session/cookies')

const payload = await getPayload({ config })
const now = new Date().toISOString()
const stamps = { createdAt: now, updatedAt: now }

const rows = patientRows().map((row) => ({
  ...row,
  rev: 1,
  mayEmail: false,
  mayText: false,
  mayLeaveVoicemail: false,
  ...stamps,
}))
for (let at = 0; at < rows.length; at += 200)
  await insertRows(payload, 'patients', rows.slice(at, at + 200))

// Everything else is as it is in a practice.
await payload.updateGlobal({
  slug: 'sign-in-settings' as never, // slugs are data here
  data: { isFactorRequired: false },
})
await payload.updateGlobal({
  slug: 'setup' as never, // slugs are data here
  data: { finishedAt: now },
})

const signedIn = async (name: string, roles: string[]) => {
  const { id } = await payload.db.create({
    collection: 'staff',
    data: {
      name,
      email: `${name}@example.test`,
      roles,
      isActive: true,
      rev: 1,
      caseloadCap: caseloadSize,
    },
  })
  const userId = String(id)
  const token = await openSession(payload, { surface: 'staff', userId, agent: 'bench' })
  return { userId, cookie: `${surfaces.staff.cookie}=${token}` }
}

const clinician = await signedIn('clinician', ['clinician'])
const owner = await signedIn('owner', ['owner'])

// Spread over the table, as a caseload is.
const step = Math.floor(rows.length / caseloadSize)
const caseload = rows.filter((_, index) => index % step === 0).slice(0, caseloadSize)
for (const { id: patient } of caseload) {
  await payload.db.create({
    collection: 'care-team-assignments',
    data: {
      staff: clinician.userId,
      patient,
      role: 'primary',
      startsOn: '2020-01-01',
      endsOn: null,
      rev: 1,
    },
  })
}

writeFileSync(
  file,
  JSON.stringify({
    clinician: clinician.cookie,
    owner: owner.cookie,
    ids: caseload.map(({ id }) => id),
  }),
)
await payload.destroy()
process.exit(0)
