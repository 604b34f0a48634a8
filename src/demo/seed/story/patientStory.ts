import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, nextWeekday, type Stage } from '../clinic'
import type { Profile } from '../profile'
import type { Story } from '../timeline'
import { askForHelp } from './inquiry'
import { bookingMorning, firstSession } from './intake'
import { endCare } from './longer'
import { doPapers } from './packet'
import { signPlan, writePlan } from './plan'
import { ofPatient, oneOf, type Told, toldOf } from './told'
import { bookFirstWeeks, commentOnPlan, weekly } from './treatment'

/** The day of the first session: that many weeks ago, or the next day of this weekday. */
export const firstDayOf = ({ today }: Stage, { slot, weeksAgo }: Profile): string => {
  if (weeksAgo < 0) return nextWeekday(addDays(today, 1), slot.weekday)
  // The Monday of the demo's week, then the weekday of the patient.
  const monday = addDays(nextWeekday(today, 7), -6)
  return addDays(monday, slot.weekday - 1 - 7 * weeksAgo)
}

async function* plan(told: Told, day: string): Story {
  const { quirk } = told.profile
  const isUnsigned = quirk === 'planUnsigned'
  yield* writePlan(told, { day, isShared: told.profile.index !== 37 })
  if (quirk === 'steady' || told.profile.index === 36) {
    yield* commentOnPlan(told, { from: at(addDays(day, 5), '18:00'), isAnswered: !isUnsigned })
  }
  if (isUnsigned) return
  yield* signPlan(told, day)
}

/** One patient from the first message to the demo's day. */
export async function* patientStory(stage: Stage, clinic: Clinic, profile: Profile): Story {
  const told = toldOf(stage, clinic, profile)
  const day = firstDayOf(stage, profile)
  const isUpcoming = day > stage.today
  yield* askForHelp(told, { day })
  const account = await oneOf(stage, 'portal-users', ofPatient(told))
  const from = new Date(String(account['acceptedAt']))
  yield* doPapers(told, { from, isWhole: !isUpcoming })
  const appointment = await oneOf(stage, 'appointments', ofPatient(told))
  yield* firstSession(told, { day, appointment: appointment.id, isIntake: true })
  yield bookingMorning(told, day)
  await bookFirstWeeks(told, day)
  yield* plan(told, day)
  yield* weekly(told, day)
  yield* endCare(told)
}
