import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import type { AnyAction } from '@/hooks/actions/define'
import { actionNamed } from '@/hooks/actions/registry'
import { runAction } from '@/hooks/actions/run'
import type { OpenKind } from '@/hooks/rules/people/openWork'
import { idIn, type Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'

export type Move = { req: PayloadRequest; row: Row; from: string; to: string }

/** How one row went: to the successor, or at an end where there is nothing to hand on. */
type Moved = 'moved' | 'ended'

const act = async (
  { req, row }: Move,
  { slug, name, input = {} }: { slug: string; name: string; input?: unknown },
): Promise<void> => {
  const action = actionNamed(slug, name) as AnyAction // one of the product's own
  await runAction(req, { action, id: String(row['id']), input })
}

/** A new row on the care team, then the old one ends; whoever is on the team already only succeeds. */
const caseload = async (move: Move): Promise<Moved> => {
  const { req, row, from, to } = move
  const patient = String(idIn(row, 'patient'))
  const today = practiceToday()
  const local = asUser(req)
  const { docs } = await local.find({
    collection: 'care-team-assignments',
    where: { and: [{ patient: { equals: patient } }, { staff: { equals: to } }] },
    limit: 50,
    depth: 0,
  })
  if (!docs.some(({ endsOn }) => !endsOn || endsOn > today)) {
    const data = { patient, staff: to, role: row['role'], startsOn: today }
    await local.create({ collection: 'care-team-assignments', data })
  }
  const chart = await local.findByID({ collection: 'patients', id: patient, depth: 0 })
  if (idIn({ ...chart }, 'primaryClinician') === from) {
    await local.update({ collection: 'patients', id: patient, data: { primaryClinician: to } })
  }
  await act(move, { slug: 'care-team-assignments', name: 'end' })
  return 'moved'
}

/** At the same time with the successor; the patient is told as with every move. */
const appointment = async (move: Move): Promise<Moved> => {
  const input = { startsAt: move.row['startsAt'], clinician: move.to }
  await act(move, { slug: 'appointments', name: 'reschedule', input })
  return 'moved'
}

const task = async ({ req, row, to }: Move): Promise<Moved> => {
  const id = String(row['id'])
  await asUser(req).update({ collection: 'tasks', id, data: { assignee: to } })
  return 'moved'
}

/** Trainees go to the successor; who was supervised themselves needs nobody any more. */
const supervision = async (move: Move): Promise<Moved> => {
  const { req, row, from, to } = move
  const isSupervisor = idIn(row, 'supervisor') === from
  if (isSupervisor) {
    const data = { supervisor: to, supervisee: idIn(row, 'supervisee'), startsOn: practiceToday() }
    await asUser(req).create({ collection: 'supervision-agreements', data })
  }
  await act(move, { slug: 'supervision-agreements', name: 'end' })
  return isSupervisor ? 'moved' : 'ended'
}

const shift = async ({ req, row, to }: Move): Promise<Moved> => {
  await asUser(req).update({
    collection: 'on-call-shifts',
    id: String(row['id']),
    data: { staff: to },
  })
  return 'moved'
}

/** An owner answers for a program; nobody is made to. */
const client = async (move: Move): Promise<Moved> => {
  await act(move, { slug: 'api-clients', name: 'take-over' })
  return 'moved'
}

/** What can be handed over, in this order: a chart before its appointments. Notes are signed by their author. */
export const moves: readonly (readonly [OpenKind, (move: Move) => Promise<Moved>])[] = [
  ['caseload', caseload],
  ['appointments', appointment],
  ['tasks', task],
  ['supervision', supervision],
  ['shifts', shift],
  ['clients', client],
]
