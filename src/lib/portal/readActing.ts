import { asUser } from '@/access/asSystem'
import { actorOf } from '@/access/principal'
import { idIn, type StoredRow, textIn } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'

export type Acting = {
  /** Patients whose pages this account may open, one's own first. */
  choices: { id: string; label: string; isOpen: boolean }[]
  /** What is told about access that has ended. */
  ended: string[]
}

const endedSentence = (row: StoredRow): string => {
  const name = textIn(row, 'patientName')
  if (textIn(row, 'endReason') === 'age') return `${name} came of age. Parent access has ended.`
  return `Your access for ${name} has ended. Call us if you have a question.`
}

/** For whom the account acts, and what has ended; nothing for a patient who acts for nobody. */
export const readActing = async ({ req, patientId, isProxy }: PortalVisit): Promise<Acting> => {
  const { session } = actorOf(req)
  const grants = session?.proxies ?? []
  if (!grants.length) return { choices: [], ended: [] }
  const own = idIn(req.user as unknown as StoredRow | null, 'patient') ?? '' // a portal user
  const found = isProxy
    ? await asUser(req).find({ collection: 'proxies', limit: 50, pagination: false, depth: 0 })
    : { docs: [] }
  const rows = found.docs as unknown as StoredRow[] // read by name below
  const nameOf = (patient: string): string =>
    textIn(
      rows.find((row) => idIn(row, 'patient') === patient),
      'patientName',
    ) || 'Somebody I act for'
  const inForce = grants.filter((grant) => grant.isInForce)
  const ended = grants.filter((grant) => !grant.isInForce).map(({ patient }) => patient)
  return {
    choices: [
      ...(own ? [{ id: own, label: 'My own page', isOpen: own === patientId }] : []),
      ...inForce.map(({ patient }) => ({
        id: patient,
        label: nameOf(patient),
        isOpen: patient === patientId,
      })),
    ],
    ended: ended.map((patient) => {
      const row = rows.find((each) => idIn(each, 'patient') === patient)
      return row ? endedSentence(row) : 'Your access has ended. Call us if you have a question.'
    }),
  }
}
