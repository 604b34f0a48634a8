import type { BasePayload } from 'payload'
import { asSystem, type LocalApi } from '@/access/asSystem'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { runAction } from '@/hooks/actions/run'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import { isMinorOn, majorityAge } from '@/src/domain/people/majority'
import { PROXY_BASES } from '@/src/domain/people/proxies'
import { idIn, type Row } from '@/src/domain/row'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { clock } from '@/src/lib/clock'
import { isRefusal } from '@/src/lib/errors'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ensureTask } from '../../system/ensureTask'
import { invitedAt, openPortalAccount } from '../openPortalAccount'
import { revokeProxy } from './actions/revokeProxy'

const ofChildhood = PROXY_BASES.filter(({ endsWithChildhood }) => endsWithChildhood)

/** Texts that somebody else signed for the patient are asked for again, once. */
const askForConsents = async (
  { read, system }: { read: FactReader; system: LocalApi },
  patient: string,
): Promise<void> => {
  const signed = await read.many('consents', {
    and: [{ patient: { equals: patient } }, { signerKind: { equals: 'guardian' } }],
  })
  const kinds = new Set(signed.map(({ kind }) => kind))
  const texts = await read.many('consent-templates', { isActive: { equals: true } })
  for (const text of texts.filter(({ kind }) => kinds.has(kind))) {
    await ensureRow(system, 'consents', {
      uniqueKey: `consent|${patient}|${String(text['id'])}|ofAge`,
      patient,
      template: text['id'],
      occasion: 'ofAge',
      status: 'pending',
    })
  }
}

const invite = async (
  { read, system }: { read: FactReader; system: LocalApi },
  { patient, proxies }: { patient: Row; proxies: readonly Row[] },
): Promise<void> => {
  const email = invitedAt(patient)
  const people = await read.many('related-persons', {
    id: { in: proxies.map((proxy) => idIn(proxy, 'relatedPerson') ?? '') },
  })
  // A child's record often holds a parent's address; the invitation must not go there.
  if (people.some((person) => String(person['email'] ?? '').toLowerCase() === email)) return
  const patientId = String(patient['id'])
  await openPortalAccount(system.req, { patientId, email, uniqueKey: `of-age|${patientId}` })
}

const comeOfAge = async (
  { read, system }: { read: FactReader; system: LocalApi },
  { patient, proxies }: { patient: Row; proxies: readonly Row[] },
): Promise<void> => {
  const id = String(patient['id'])
  const age = majorityAge(patient['region'])
  const task = {
    title: `A patient turned ${age}: ask what to share, and for consents of their own`,
    kind: 'of-age',
    dueAt: new Date(businessDeadline({ receivedAt: clock.now(), days: 2, zone: practiceZone() })),
    collectionSlug: 'patients',
    recordId: id,
  }
  await ensureTask(system, { ...task, uniqueKey: `of-age|${id}|desk`, assignedRole: 'frontDesk' })
  const clinician = idIn(patient, 'primaryClinician')
  if (clinician)
    await ensureTask(system, { ...task, uniqueKey: `of-age|${id}|clinician`, assignee: clinician })
  await askForConsents({ read, system }, id)
  await invite({ read, system }, { patient, proxies })
}

/**
 * Notes the day a patient came of age (R13): parents' authority ends on record, the patient is asked for
 * consents of their own and invited. Access itself ended at midnight whether this ran or not. Repeating it
 * changes nothing; answers how many authorities ended.
 */
export const endOutgrownProxies = async (payload: BasePayload): Promise<number> => {
  const system = await asSystem(payload, "End parents' access on the day a patient comes of age")
  const read = factReader(system.req)
  const open = await read.many('proxies', {
    and: [
      { status: { in: ['proposed', 'active'] } },
      { basis: { in: ofChildhood.map(({ value }) => value) } },
    ],
  })
  const ids = [...new Set(open.map((proxy) => idIn(proxy, 'patient') ?? ''))]
  const patients = ids.length ? await read.many('patients', { id: { in: ids } }) : []
  const today = practiceToday()
  const grown = patients.filter(
    (patient) =>
      isMinorOn({ birthDate: patient['dateOfBirth'], state: patient['region'], on: today }) ===
      false,
  )
  let ended = 0
  for (const patient of grown) {
    const proxies = open.filter((proxy) => idIn(proxy, 'patient') === patient['id'])
    // What follows comes first: the end of the last authority is what says that all is done.
    await comeOfAge({ read, system }, { patient, proxies })
    for (const proxy of proxies) {
      try {
        await runAction(system.req, {
          action: revokeProxy,
          id: String(proxy['id']),
          input: { reason: 'age' },
          idempotencyKey: null,
        })
        ended += 1
      } catch (error) {
        // Somebody ended it in the same minute.
        if (!isRefusal(error)) throw error
      }
    }
  }
  return ended
}
