import { at } from '../clinic'
import type { Story } from '../timeline'
import { assessmentTexts } from '../words/chart'
import {
  morningAfter,
  nextWorkday,
  ofPatient,
  oneOf,
  ownClinician,
  staffHand,
  type Told,
} from './told'
import { type Meeting, meet, writingTime } from './visit'

const isFinal = async (told: Told): Promise<boolean> => {
  const assessment = await oneOf(told.stage, 'intake-assessments', ofPatient(told))
  return assessment['isFinal'] === true
}

/** A trainee's assessment: the supervisor confirms the diagnosis and co-signs. */
const supervise = async (told: Told): Promise<void> => {
  const kim = staffHand(told, 'kim')
  const diagnosis = await oneOf(told.stage, 'diagnoses', ofPatient(told))
  await kim.act('diagnoses', 'confirm', { id: diagnosis.id })
  const assessment = await oneOf(told.stage, 'intake-assessments', ofPatient(told))
  await kim.act('intake-assessments', 'cosign', { id: assessment.id })
}

/** The first session and its assessment, final when the story goes on. Answers the day after which. */
export async function* firstSession(told: Told, meeting: Meeting): Story {
  const { condition, stage } = told
  const done = { session: '' }
  yield* meet(told, meeting, done)
  yield writingTime(told, meeting.day, 13)
  const clinician = ownClinician(told)
  await clinician.create('diagnoses', {
    patient: told.patient,
    code: condition.code,
    description: condition.description,
    rank: 1,
    diagnosedOn: meeting.day,
    basis: 'Interview, questionnaires and history of the first session.',
  })
  const assessment = await oneOf(stage, 'intake-assessments', ofPatient(told))
  await clinician.update('intake-assessments', assessment.id, assessmentTexts(condition))
  yield writingTime(told, meeting.day, 16)
  await clinician.act('intake-assessments', 'sign', { id: assessment.id })
  if (await isFinal(told)) return
  yield at(nextWorkday(meeting.day), '12:40')
  await supervise(told)
}

/** The morning on which the front desk books what follows a first session. */
export const bookingMorning = (told: Told, day: string): Date =>
  told.profile.clinician === 'leo' ? at(nextWorkday(day), '13:20') : morningAfter(told, day)
