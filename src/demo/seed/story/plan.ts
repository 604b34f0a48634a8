import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { at, clockTime, workday } from '../clinic'
import type { Hand } from '../stage'
import type { Story } from '../timeline'
import {
  nextWorkday,
  ofPatient,
  oneOf,
  ownClinician,
  patientHand,
  rowsOf,
  staffHand,
  type Told,
} from './told'

const rowsOfPlan = (told: Told, slug: string, plan: string): Promise<StoredRow[]> =>
  rowsOf(told.stage, slug, { plan: { equals: plan } }, 'order')

/** Where no instrument gave an objective the clinician writes one that counts a behavior. */
const ensureObjectives = async (told: Told, hand: Hand, plan: string): Promise<void> => {
  const { condition, stage } = told
  const objectives = await rowsOfPlan(told, 'plan-objectives', plan)
  if (objectives.length) return
  const [goal] = await rowsOfPlan(told, 'plan-goals', plan)
  if (!goal) throw new Error('The drafted plan has no goal.')
  const objective = await hand.create('plan-objectives', {
    plan,
    parentKey: goal['key'],
    text: `${condition.behavior}: from 1 to 5.`,
    behavior: condition.behavior,
    baselineValue: 1,
    targetValue: 5,
    targetDate: addDays(stage.today, 90),
  })
  await hand.create('plan-interventions', {
    plan,
    parentKey: objective['key'],
    text: 'To be written.',
  })
}

const describeMethods = async (told: Told, hand: Hand, plan: string): Promise<void> => {
  const { condition, random } = told
  for (const { id } of await rowsOfPlan(told, 'plan-interventions', plan)) {
    const [first, second] = [random.pick(condition.techniques), random.pick(condition.techniques)]
    await hand.update('plan-interventions', id, {
      text: 'Weekly sessions with exercises between them, reviewed at the start of each.',
      techniqueTags: [...new Set([first, second])].join(' '),
      responsible: 'Clinician and client',
      frequency: 'Weekly',
    })
  }
}

/** The drafted plan made whole, signed by the clinician and shared. */
export async function* writePlan(
  told: Told,
  { day, isShared }: { day: string; isShared: boolean },
): Story {
  const { profile, stage } = told
  const writtenOn = workday(addDays(day, 2))
  yield at(writtenOn, clockTime(15, 5 + profile.minute))
  const clinician = ownClinician(told)
  const plan = await oneOf(stage, 'treatment-plans', ofPatient(told))
  await ensureObjectives(told, clinician, plan.id)
  await describeMethods(told, clinician, plan.id)
  await clinician.update('treatment-plans', plan.id, {
    barriers: 'Long working days; little time for exercises.',
    dischargeCriteria: 'The target of each objective is held at two visits in a row.',
    coordination: 'None wished for now.',
  })
  if (!isShared) return
  await clinician.act('treatment-plans', 'ready', { id: plan.id })
  if (profile.clinician === 'leo') {
    yield at(nextWorkday(writtenOn), '12:45')
    await staffHand(told, 'kim').act('treatment-plans', 'approve', { id: plan.id })
  }
  yield at(nextWorkday(writtenOn), clockTime(16, 10 + profile.minute))
  await clinician.act('treatment-plans', 'share', { id: plan.id })
}

/** The patient's signature in the portal puts the plan in force. */
export async function* signPlan(told: Told, day: string): Story {
  const { profile, random, stage } = told
  yield at(addDays(day, 4 + random.int(1, 2)), clockTime(20, 10 + profile.minute))
  const plan = await oneOf(stage, 'treatment-plans', ofPatient(told))
  const signerName = `${profile.firstName} ${profile.lastName}`
  await patientHand(told).act('treatment-plans', 'sign', {
    id: plan.id,
    input: { signerName, agree: true },
  })
}
