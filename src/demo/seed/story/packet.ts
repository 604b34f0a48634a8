import { addDays } from '@/src/domain/calendarDate'
import { dayOf, plusMinutes } from '../clinic'
import type { Hand } from '../stage'
import type { Story } from '../timeline'
import { historyTexts } from '../words/chart'
import { relations } from '../words/names'
import { answersFor } from './answers'
import { cardPicture } from './cardPicture'
import { finishTasks } from './finishTasks'
import { morningAfter, ofPatient, oneOf, patientHand, rowsOf, staffHand, type Told } from './told'

const signTexts = async (told: Told, patient: Hand): Promise<void> => {
  const { profile, stage } = told
  const consents = await rowsOf(
    stage,
    'consents',
    ofPatient(told, { status: { equals: 'pending' } }),
  )
  for (const { id } of consents) {
    const signerName = `${profile.firstName} ${profile.lastName}`
    await patient.act('consents', 'sign', { id, input: { signerName, agree: true } })
  }
}

const writeHistory = async (told: Told, patient: Hand): Promise<void> => {
  const { condition, random, stage } = told
  const appointment = await oneOf(stage, 'appointments', ofPatient(told))
  const { id } = await patient.create('intake-assessments', {
    patient: told.patient,
    appointment: appointment.id,
    ...historyTexts(condition, random),
  })
  await patient.act('intake-assessments', 'submit', { id })
}

/** The score at the first session: high where the complaint is, lower on the other form. */
export const startScore = ({ condition, profile, stage }: Told, measureId: string): number => {
  const [lowest, highest] = condition.startScore
  const main = stage.random.fork(`start ${profile.index}`).int(lowest, highest)
  return measureId === condition.measureId ? main : Math.round(main * 0.6)
}

const answerMeasures = async (told: Told, patient: Hand): Promise<void> => {
  const { random, stage } = told
  const assigned = { status: { equals: 'assigned' } }
  const open = await rowsOf(stage, 'measure-responses', ofPatient(told, assigned), 'measureId')
  for (const { id, measureId } of open) {
    const name = String(measureId)
    const answers = answersFor(name, { total: startScore(told, name), random })
    await patient.act('measure-responses', 'submit', { id, input: { answers } })
  }
}

const packetItem = (told: Told, kind: string) =>
  oneOf(told.stage, 'packet-items', ofPatient(told, { kind: { equals: kind } }))

const giveContact = async (told: Told, patient: Hand): Promise<void> => {
  const { profile, random } = told
  await patient.create('related-persons', {
    patient: told.patient,
    name: `${random.pick(['Jo', 'Chris', 'Pat', 'Robin', 'Alex'])} ${profile.lastName}`,
    relationship: random.pick(relations),
    phone: `(971) 555-01${String(40 + profile.minute)}`,
    isEmergencyContact: true,
  })
  const { id } = await packetItem(told, 'emergencyContact')
  await patient.act('packet-items', 'complete', { id })
}

const giveDetails = async (told: Told, patient: Hand): Promise<void> => {
  const { id } = await packetItem(told, 'details')
  const { dateOfBirth } = told.profile
  await patient.act('packet-items', 'complete', { id, input: { dateOfBirth } })
}

const giveCard = async (told: Told, patient: Hand): Promise<void> => {
  const { clinic, profile } = told
  if (!profile.payer) return
  const front = await patient.create(
    'documents',
    { patient: told.patient, kind: 'insuranceCard', side: 'front' },
    await cardPicture(profile.payer),
  )
  await patient.create('insurance-policies', {
    patient: told.patient,
    payer: clinic.payers[profile.payer],
    memberId: profile.memberId,
    relationship: 'self',
    priority: 'primary',
    cardFront: front.id,
  })
  const { id } = await packetItem(told, 'insuranceCard')
  await patient.act('packet-items', 'complete', { id })
}

export const authorizedDays = 180

/** Half a year of weekly sessions, as the payer allowed them on the phone. */
export const authorize = async (
  told: Told,
  { policy, from, turn }: { policy: string; from: string; turn: number },
): Promise<void> => {
  const { index, quirk } = told.profile
  await staffHand(told, 'dana').create('authorizations', {
    policy,
    number: `A${String(700_100 + index * 37 + turn)}`,
    unitsApproved: quirk === 'authorizationLacks' ? 6 : 30,
    effectiveFrom: from,
    effectiveTo: addDays(from, authorizedDays),
  })
}

/** What billing does before the first session: the plan, what the payer says, an authorization. */
const checkCoverage = async (told: Told, day: string): Promise<void> => {
  const { profile, stage } = told
  if (!profile.payer) return
  const dana = staffHand(told, 'dana')
  const policy = await oneOf(stage, 'insurance-policies', ofPatient(told))
  await finishTasks(stage, dana, { kind: 'coverage', recordId: told.patient })
  const copayCents = profile.payer === 'aetna' ? 2000 : 0
  await dana.update('insurance-policies', policy.id, {
    planName: profile.payer === 'aetna' ? 'Choice POS II' : 'Standard',
    groupNumber: profile.payer === 'aetna' ? '0721144' : '',
    effectiveOn: addDays(day, -220),
    copayCents,
  })
  await dana.create('eligibility-checks', {
    policy: policy.id,
    result: 'active',
    copayCents,
    reference: `Call ${4100 + profile.index * 13}`,
  })
  if (profile.payer === 'aetna')
    await authorize(told, { policy: policy.id, from: addDays(day, -3), turn: 0 })
}

/** The papers before the first session, `isWhole` or left half done. */
export async function* doPapers(
  told: Told,
  { from, isWhole }: { from: Date; isWhole: boolean },
): Story {
  const { profile, random } = told
  const startedAt = plusMinutes(from, random.int(60, 110))
  yield startedAt
  const patient = patientHand(told)
  await signTexts(told, patient)
  if (!isWhole) return
  yield plusMinutes(startedAt, 11)
  await writeHistory(told, patient)
  yield plusMinutes(startedAt, 16)
  await answerMeasures(told, patient)
  await giveContact(told, patient)
  await giveDetails(told, patient)
  await giveCard(told, patient)
  yield morningAfter(told, dayOf(startedAt))
  if (!profile.payer) {
    const { id } = await packetItem(told, 'insuranceCard')
    await staffHand(told, 'ben').act('packet-items', 'waive', {
      id,
      input: { reason: 'Pays without insurance.' },
    })
  }
  await checkCoverage(told, dayOf(startedAt))
}
