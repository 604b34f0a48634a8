import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, handOf, type Stage } from '../clinic'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

/** A first plan that is not written yet gets a few days more; the reason stands among the overrides (R23). */
async function* moreTime(stage: Stage, clinic: Clinic): Story {
  yield at(stage.today, '08:50')
  const [plan] = await rowsOf(
    stage,
    'treatment-plans',
    { and: [{ status: { equals: 'draft' } }, { version: { equals: 1 } }] },
    'createdAt',
  )
  if (!plan) return
  await handOf(stage, clinic, 'imani').act('treatment-plans', 'extend', {
    id: plan.id,
    input: {
      days: 5,
      reason: 'Was ill for a week; the goals are talked through at the next visit.',
    },
  })
}

/** Somebody pays a visit in full and keeps it from the plan: its claim is voided before it is sent (R71). */
async function* keptFromPlan(stage: Stage, clinic: Clinic): Story {
  yield at(addDays(stage.today, -1), '17:05')
  const ready = await rowsOf(stage, 'claims', { status: { equals: 'ready' } }, 'controlNumber')
  const claim = ready.at(-1)
  if (!claim || ready.length < 3) return
  await handOf(stage, clinic, 'dana').act('charges', 'keep-from-plan', {
    id: String(claim['charge']),
  })
}

/** What went another way than usual in the last days. */
export const exceptionStories = (stage: Stage, clinic: Clinic): Story[] => [
  moreTime(stage, clinic),
  keptFromPlan(stage, clinic),
]
