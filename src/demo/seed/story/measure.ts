import { addDays } from '@/src/domain/calendarDate'
import { at, clockTime, dayOf, plusMinutes } from '../clinic'
import type { Story } from '../timeline'
import { answersFor, scoreAfter } from './answers'
import { startScore } from './packet'
import { ofPatient, oneOf, ownClinician, patientHand, type Told } from './told'

type Asked = { day: string; weeks: number; isWorse: boolean; isAlarming: boolean }

/** The clinician asks for a questionnaire; the patient answers it the evening before the session. */
export async function* followUp(told: Told, { day, weeks, isWorse, isAlarming }: Asked): Story {
  const { condition, profile, random } = told
  const measureId = isAlarming ? 'PHQ-9' : condition.measureId
  yield at(addDays(day, -3), clockTime(15, 10 + profile.minute))
  const { id } = await ownClinician(told).create('measure-responses', {
    patient: told.patient,
    measureId,
    dueOn: day,
  })
  const evening = at(addDays(day, -1), clockTime(19, 10 + profile.minute))
  yield evening
  const own = random.fork(`measure ${day}`)
  const total = scoreAfter(startScore(told, measureId), { weeks, isWorse, random: own })
  const critical = isAlarming ? 1 : 0
  const answers = answersFor(measureId, { total: total + critical, critical, random: own })
  await patientHand(told).act('measure-responses', 'submit', { id, input: { answers } })
  if (isAlarming) yield* answerAlarm(told, evening)
}

const safetyPlan = {
  warningSigns:
    'Awake after two, not answering messages, the thought that others would be better off.',
  ownSteps: 'Shower, the blue playlist, ten minutes outside.',
  peopleAndPlaces: 'The library on Saturday, the climbing hall.',
  helpers: 'My brother, my neighbor Ines.',
  professionals: 'My clinician in office hours, 988 at any time, 911 in danger.',
  saferPlace: 'Medication stays with my brother.',
  reasonsForLiving: 'My niece, the garden, the trip in September.',
}

/** An answer about self-harm: called the same evening, assessed, a safety plan, closed the morning after. */
async function* answerAlarm(told: Told, noticed: Date): Story {
  const contactedAt = plusMinutes(noticed, 35)
  yield plusMinutes(noticed, 70)
  const clinician = ownClinician(told)
  const event = await oneOf(told.stage, 'risk-events', ofPatient(told))
  await clinician.act('risk-events', 'assess', {
    id: event.id,
    input: {
      contactedAt: contactedAt.toISOString(),
      ideation: 'passive',
      acuteRisk: 'low',
      chronicRisk: 'intermediate',
      assessment:
        'Called at home. Passing thoughts in a bad week, no plan, no means, wants help. Agreed on a safety plan and on talking tomorrow.',
      disposition: 'safetyPlan',
    },
  })
  const plan = await clinician.create('safety-plans', { patient: told.patient, ...safetyPlan })
  await clinician.act('safety-plans', 'share', { id: plan.id })
  const contact = await clinician.create('progress-notes', {
    kind: 'contact',
    patient: told.patient,
    contactAt: contactedAt.toISOString(),
    contactMinutes: 25,
    contactKind: 'phone',
    contactWith: 'Patient',
    reported: 'A bad week after a quarrel; the thought came and went.',
    intervention: 'Asked about plan and means, wrote a safety plan together, agreed on tomorrow.',
    riskStatus: 'passive',
  })
  await clinician.act('progress-notes', 'sign', { id: contact.id })
  yield at(dayOf(plusMinutes(noticed, 1440)), '08:15')
  await clinician.act('risk-events', 'close', {
    id: event.id,
    input: {
      closing: 'Spoke again this morning before the session; thoughts gone, safety plan in use.',
    },
  })
}
