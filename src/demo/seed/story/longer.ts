import { addDays } from '@/src/domain/calendarDate'
import { clock } from '@/src/lib/clock'
import { at, clockTime, dayOf, plusMinutes } from '../clinic'
import type { Story } from '../timeline'
import { finishTasks } from './finishTasks'
import { authorize } from './packet'
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
import type { Week } from './treatment'

/** What a therapy of more than three months needs besides its sessions. */
export async function* lookAhead(told: Told, { number, day }: Week): Story {
  const isLastWeeks = told.profile.weeks !== null && number + 4 > told.profile.weeks
  if (isLastWeeks || nextWorkday(day) >= told.stage.today) return
  if (number % 13 === 0) yield* reviewPlan(told, day)
  if (number % 20 === 0) yield* renewAuthorization(told, day, number / 20)
}

/** The plan is looked at every quarter: a new version, signed by both again (R30). */
async function* reviewPlan(told: Told, day: string): Story {
  const { profile, stage } = told
  const [active] = await rowsOf(
    stage,
    'treatment-plans',
    ofPatient(told, { status: { equals: 'active' } }),
  )
  if (!active) return
  yield at(nextWorkday(day), clockTime(15, 5 + profile.minute))
  const clinician = ownClinician(told)
  const { result } = await clinician.act('treatment-plans', 'revise', { id: active.id })
  const id = String(result['planId'])
  await clinician.update('treatment-plans', id, {
    barriers: 'A move in the family; evenings are short. The exercises fit into the mornings.',
  })
  await clinician.act('treatment-plans', 'ready', { id })
  if (profile.clinician === 'leo') {
    yield at(nextWorkday(nextWorkday(day)), '12:45')
    await staffHand(told, 'kim').act('treatment-plans', 'approve', { id })
  }
  yield at(nextWorkday(nextWorkday(day)), clockTime(16, 10 + profile.minute))
  await clinician.act('treatment-plans', 'share', { id })
  yield at(addDays(dayOf(clock.now()), 1), clockTime(20, 10 + profile.minute))
  const signerName = `${profile.firstName} ${profile.lastName}`
  await patientHand(told).act('treatment-plans', 'sign', { id, input: { signerName, agree: true } })
}

/** Billing asks the payer again before what it allowed runs out. */
async function* renewAuthorization(told: Told, day: string, turn: number): Story {
  const { profile, stage } = told
  if (profile.payer !== 'aetna') return
  yield at(nextWorkday(day), clockTime(10, 5 + profile.minute))
  const policy = await oneOf(stage, 'insurance-policies', ofPatient(told))
  const [latest] = await rowsOf(
    stage,
    'authorizations',
    { policy: { equals: policy.id } },
    '-effectiveTo',
  )
  const from = addDays(String(latest?.['effectiveTo'] ?? day), 1)
  await staffHand(told, 'dana').create('eligibility-checks', {
    policy: policy.id,
    result: 'active',
    copayCents: 2000,
    reference: `Call ${4103 + profile.index * 13 + turn}`,
  })
  await authorize(told, { policy: policy.id, from, turn })
}

/** After the last session the clinician leaves the care team; the place is free for somebody else. */
export async function* endCare(told: Told): Story {
  const { clinic, profile, stage } = told
  const last = dayOf(clock.now())
  yield plusMinutes(at(nextWorkday(nextWorkday(last)), '17:05'), profile.minute)
  const [assignment] = await rowsOf(
    stage,
    'care-team-assignments',
    ofPatient(told, { staff: { equals: clinic.staff[profile.clinician] } }),
  )
  if (!assignment) return
  const ben = staffHand(told, 'ben')
  await finishTasks(stage, ben, { kind: 'rebook', recordId: told.patient })
  await ben.act('care-team-assignments', 'end', { id: assignment.id })
}
