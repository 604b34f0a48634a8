import { door } from '@/access/doors'
import { openSessionsOf } from '@/collections/system/auth/sessionEndpoints'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { type OpenKind, openKinds, openWorkOf } from '@/hooks/rules/people/openWork'
import { idIn, type Row } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { columnText } from '@/src/lib/columnText'
import { practiceToday } from '@/src/lib/practiceZone'
import { namesById } from '../../system/accessLog/namedEvents'
import { leavingPerson } from './handOverEndpoint'

export type OpenItem = { id: string; label: string; at: string }

export type OpenAnswer = {
  person: { id: string; name: string; isActive: boolean; rev: number; leftAt: string }
  open: Record<OpenKind, OpenItem[]>
  grants: number
  sessions: number
}

const noteWords: Readonly<Record<string, string>> = {
  'progress-notes': 'Progress note',
  addenda: 'Addendum',
  'intake-assessments': 'Intake assessment',
}

type Names = { patients: ReadonlyMap<string, string>; staff: ReadonlyMap<string, string> }

const labelOf = (kind: OpenKind, row: Row, { patients, staff }: Names): string => {
  const patient = patients.get(idIn(row, 'patient') ?? '') ?? ''
  if (kind === 'tasks') return String(row['title'] ?? 'Task')
  if (kind === 'clients') return String(row['name'] ?? 'Program')
  if (kind === 'shifts') return 'On-call shift'
  // What a note or a risk is about, nor of whom, is not an owner's to see.
  if (kind === 'notes') return noteWords[String(row['slug'])] ?? 'Note'
  if (kind === 'risks') return 'Open risk'
  if (kind !== 'supervision') return patient
  const [supervisor, trainee] = ['supervisor', 'supervisee'].map((name) =>
    staff.get(idIn(row, name) ?? ''),
  )
  return `${supervisor} supervises ${trainee}`
}

const atOf = (row: Row): string =>
  columnText(row['startsAt'] ?? row['dueAt'] ?? row['serviceDate'] ?? row['startsOn'])

/** GET /api/staff/:id/open-work: what waits for somebody who leaves, and where they are signed in. */
export const openWorkEndpoint = door('policy', {
  method: 'get',
  path: '/:id/open-work',
  handler: async (req) => {
    const person = await leavingPerson(req)
    const read = factReader(req)
    const work = await openWorkOf(read, person.id, { now: clock.now(), today: practiceToday() })
    const rows = Object.values(work).flat()
    const names: Names = {
      patients: await namesById(req, {
        slug: 'patients',
        column: 'displayName',
        ids: [...work.appointments, ...work.caseload].map((row) => idIn(row, 'patient') ?? ''),
      }),
      staff: await namesById(req, {
        slug: 'staff',
        column: 'name',
        ids: rows.flatMap((row) =>
          ['supervisor', 'supervisee'].map((name) => idIn(row, name) ?? ''),
        ),
      }),
    }
    await audit(req, {
      action: 'read',
      outcome: 'seen',
      collection: 'care-team-assignments',
      recordIds: work.caseload.map((row) => String(row['id'])),
      patientIds: [...names.patients.keys()],
    })
    const itemsOf = (kind: OpenKind): OpenItem[] =>
      work[kind]
        .map((row) => ({ id: String(row['id']), label: labelOf(kind, row, names), at: atOf(row) }))
        .sort((a, b) => a.at.localeCompare(b.at) || a.label.localeCompare(b.label))
    const where = { surface: 'staff', userId: person.id } as const
    const answer: OpenAnswer = {
      person: {
        id: person.id,
        name: String(person['name']),
        isActive: person['isActive'] === true,
        rev: Number(person['rev'] ?? 0),
        leftAt: String(person['deactivatedAt'] ?? ''),
      },
      open: Object.fromEntries(
        openKinds.map((kind) => [kind, itemsOf(kind)]),
      ) as OpenAnswer['open'], // every kind
      grants: await read.count('role-grants', {
        and: [
          { status: { equals: 'requested' } },
          { or: [{ staff: { equals: person.id } }, { requestedBy: { equals: person.id } }] },
        ],
      }),
      sessions: (await openSessionsOf(req, where, null)).length,
    }
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  },
})
