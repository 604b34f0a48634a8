import { addDays } from '@/src/domain/calendarDate'
import { at, clockTime, dayOf, plusMinutes } from '../clinic'
import type { Story } from '../timeline'
import { finishTasks } from './finishTasks'
import { lookAhead } from './longer'
import { followUp } from './measure'
import {
  nextWorkday,
  ofPatient,
  oneOf,
  ownClinician,
  patientHand,
  staffHand,
  type Told,
} from './told'
import { bookOn, meet, startOf, writeNote, writingTime } from './visit'

/** Weeks that are booked ahead. */
const ahead = 3

export type Week = { number: number; day: string; appointment: string }

type Outcome = 'kept' | 'patientEarly' | 'patientLate' | 'clinician' | 'noShow'

const outcomeOf = ({ profile, random }: Told, day: string): Outcome => {
  const own = random.fork(`outcome ${day}`)
  if (profile.quirk) return 'kept'
  if (own.chance(3)) return 'patientEarly'
  if (own.chance(3)) return 'patientLate'
  if (own.chance(2)) return 'clinician'
  return own.chance(3) ? 'noShow' : 'kept'
}

async function* fallThrough(told: Told, week: Week, outcome: Exclude<Outcome, 'kept'>): Story {
  const start = startOf(told.profile, week.day)
  const id = week.appointment
  const ben = staffHand(told, 'ben')
  if (outcome === 'noShow') {
    yield plusMinutes(start, 25)
    await ben.act('appointments', 'no-show', { id })
  } else if (outcome === 'patientEarly') {
    yield plusMinutes(start, -60 * 50)
    await patientHand(told).act('appointments', 'cancel', {
      id,
      input: { reason: 'Away for work.' },
    })
  } else {
    yield plusMinutes(start, outcome === 'clinician' ? -60 * 20 : -75)
    const reason = outcome === 'clinician' ? 'Clinician is ill.' : 'Called this morning.'
    await ben.act('appointments', 'cancel', { id, input: { kind: outcome, reason } })
  }
  yield at(nextWorkday(week.day), '10:40')
  await finishTasks(told.stage, ben, { kind: 'rebook', recordId: id })
}

const isAskedFor = ({ profile }: Told, week: Week): boolean =>
  week.number % 3 === 0 || (profile.quirk === 'risk' && week.number === 6)

const noteHour = ({ profile }: Told): number => (profile.slot.time >= '12' ? 17 : 13)

type Note = { at: Date; isSigned: boolean } | null

/** When the note is written; null while it still has to be. */
const noteFor = (told: Told, day: string): Note => {
  const { profile, random, stage } = told
  const own = random.fork(`writes ${day}`)
  const isLast = addDays(day, 9) > stage.today
  if (profile.quirk === 'lateNote' && isLast && addDays(day, 4) <= stage.today) return null
  const isSigned = !(profile.quirk === 'planUnsigned' && isLast && addDays(day, 6) > stage.today)
  const isRecent = nextWorkday(day) >= stage.today
  if (isRecent && own.chance(50)) return null
  if (own.chance(4)) return { at: plusMinutes(writingTime(told, day, 18), 60 * 72), isSigned }
  if (own.chance(30))
    return { at: at(nextWorkday(day), clockTime(8, 2 + profile.minute)), isSigned }
  return { at: writingTime(told, day, noteHour(told)), isSigned }
}

async function* keep(told: Told, week: Week): Story {
  const done = { session: '' }
  yield* meet(told, { day: week.day, appointment: week.appointment, isIntake: false }, done)
  const note = noteFor(told, week.day)
  if (note) {
    yield note.at
    await writeNote(told, { session: done.session, day: week.day, isSigned: note.isSigned })
  }
  if (told.profile.index === 0 && week.number === 4) {
    await ownClinician(told).create('psychotherapy-notes', {
      patient: told.patient,
      text: 'My own impatience when the list comes out again. Ask what the list protects. For my consultation group.',
    })
  }
}

const isAlarming = ({ profile }: Told, { number }: Week): boolean =>
  profile.quirk === 'risk' && number === 6

const isWorse = ({ profile, stage }: Told, { day }: Week): boolean =>
  profile.quirk === 'worsens' && addDays(day, 22) > stage.today

const lastWeek = ({ profile }: Told): number => profile.weeks ?? Number.POSITIVE_INFINITY

/** The first weeks after the first session. */
export const bookFirstWeeks = async (told: Told, firstDay: string): Promise<void> => {
  for (let number = 1; number <= Math.min(ahead, lastWeek(told)); number += 1) {
    await bookOn(told, addDays(firstDay, 7 * number))
  }
}

/** Week after week until the therapy ends or the demo's day, always booked three weeks ahead. */
export async function* weekly(told: Told, firstDay: string): Story {
  for (let number = 1; number <= lastWeek(told); number += 1) {
    const day = addDays(firstDay, 7 * number)
    const week: Week = { number, day, appointment: await bookOn(told, day) }
    const outcome = outcomeOf(told, day)
    if (outcome === 'kept' && isAskedFor(told, week)) {
      yield* followUp(told, {
        day,
        weeks: number,
        isWorse: isWorse(told, week),
        isAlarming: isAlarming(told, week),
      })
    }
    if (outcome === 'kept') yield* keep(told, week)
    else yield* fallThrough(told, week, outcome)
    if (number + ahead <= lastWeek(told)) await bookOn(told, addDays(day, 7 * ahead))
    yield* lookAhead(told, week)
  }
}

/** A word about the plan from the patient; answered the day after where `isAnswered`. */
export async function* commentOnPlan(
  told: Told,
  { from, isAnswered }: { from: Date; isAnswered: boolean },
): Story {
  yield from
  const plan = await oneOf(told.stage, 'treatment-plans', ofPatient(told))
  const comment = await patientHand(told).create('plan-comments', {
    plan: plan.id,
    text: 'Could we write down that evenings matter more to me than mornings?',
  })
  if (!isAnswered) return
  yield at(nextWorkday(dayOf(from)), '08:05')
  await ownClinician(told).act('plan-comments', 'answer', {
    id: comment.id,
    input: { answer: 'Yes, gladly. I keep it in mind and we put it into the next version.' },
  })
}
