import { addDays, daysBetween } from '@/src/domain/calendarDate'
import { at, type Clinic, type ClinicianName, dayOf, liveDays, type Stage } from './clinic'
import { enterMemory, type MemoryDatabase } from './memory/memoryDatabase'
import { boardStories } from './office/board'
import { type Books, profileFinder } from './office/books'
import { sendClaims } from './office/claims'
import { mendDenials } from './office/denials'
import { exceptionStories } from './office/exceptions'
import { mayaStory } from './office/maya'
import { oversightStories } from './office/oversight'
import { receiveRemittances } from './office/remittances'
import { sharingStories } from './office/sharing'
import { askForPayment } from './office/statements'
import { superviseNotes } from './office/supervision'
import { makeProfiles } from './patients'
import type { Profile } from './profile'
import { firstDayOf, patientStory } from './story/patientStory'
import { rowsOf } from './story/told'
import { play, type Story } from './timeline'

const firstDayOfHistory = ({ today, weeks }: Stage): string => addDays(today, -7 * weeks)

export const startOfHistory = (stage: Stage): Date => at(firstDayOfHistory(stage), '08:00')

/** From here on nothing is written in bulk. */
export const liveFromOf = ({ today }: Stage): Date => at(addDays(today, -liveDays), '00:00')

/** Says once per week of history where the story is. */
const progressOf = (stage: Stage) => {
  const all = daysBetween(firstDayOfHistory(stage), stage.today)
  let said = -1
  return (instant: Date, how: string): void => {
    const passed = daysBetween(firstDayOfHistory(stage), dayOf(instant))
    const week = Math.floor(passed / 7)
    if (week === said) return
    said = week
    stage.say(
      `Week of ${dayOf(instant)}, ${how}: ${Math.max(0, all - passed)} of ${all} days left ...`,
    )
  }
}

// After the last session come a note, what is left to do and the end of the assignment.
const daysAfterLastSession = 10

// So many of those who are gone that they take as long to tell of as everybody else.
const cliniciansOfEnded: readonly ClinicianName[] = ['kim', 'theo', 'leo', 'mira']

const hasEnded = (stage: Stage, profile: Profile): boolean =>
  profile.weeks !== null &&
  cliniciansOfEnded.includes(profile.clinician) &&
  at(addDays(firstDayOf(stage, profile), 7 * profile.weeks + daysAfterLastSession), '00:00') <
    liveFromOf(stage)

/**
 * Whose story is told: those whose therapy with some of the clinicians has ended, and everybody else. The
 * two never meet: an hour is given to somebody else only when it is free.
 */
const castsOf = (stage: Stage): { ended: Profile[]; present: Profile[] } => {
  const profiles = makeProfiles(stage.random.fork('patients')).filter(
    ({ weeksAgo }) => weeksAgo < stage.weeks,
  )
  return {
    ended: profiles.filter((profile) => hasEnded(stage, profile)),
    present: profiles.filter((profile) => !hasEnded(stage, profile)),
  }
}

/** Supervision and billing of whoever is there. */
const officeStories = (books: Books): Story[] => {
  const { clinic, stage } = books
  const start = firstDayOfHistory(stage)
  return [
    superviseNotes(stage, clinic, start),
    sendClaims(stage, clinic, start),
    receiveRemittances(books, start),
    mendDenials(stage, clinic, start),
    askForPayment(books, start),
  ]
}

/** Where each part of the history begins to count what the office numbers. */
const numbers = {
  ended: { firstRemittance: 4100 },
  present: { firstRemittance: 4200, counters: { claim: 2000, statement: 1000, interchange: 500 } },
} as const

/** Everybody's part of the history: the given patients, people who only wrote, and the office. */
export const storiesOf = (stage: Stage, clinic: Clinic, profiles: readonly Profile[]): Story[] => {
  const { firstRemittance } = numbers.present
  // After the part in memory the office goes on for those who are there no more.
  const profileOf = profileFinder(stage, [...castsOf(stage).ended, ...profiles])
  return [
    ...profiles.map((profile) => patientStory(stage, clinic, profile)),
    ...boardStories(stage, clinic),
    ...officeStories({ stage, clinic, profileOf, firstRemittance }),
    ...sharingStories(stage, clinic, profiles),
    ...oversightStories(stage, clinic, profiles),
    ...exceptionStories(stage, clinic),
    mayaStory(stage, clinic),
  ]
}

/** The mails of that time went out; the demo's own server sends none. */
const sendMailOf = async (stage: Stage): Promise<void> => {
  for (const { id, queuedAt } of await rowsOf(stage, 'outbox', { state: { equals: 'queued' } })) {
    const data = { state: 'sent', sentAt: queuedAt }
    await stage.payload.db.updateOne({ collection: 'outbox', id, data })
  }
}

/** Writes a part of the history that was told; answers how many records. */
export type Write = () => Promise<number>

/** Has the therapies that have ended told, here or somewhere else, while this part goes on. */
export type TellEnded = (stage: Stage, clinic: Clinic) => Promise<Write>

/**
 * Tells of the therapies that have ended, with the supervision and billing that went with them, on a
 * database in memory. What is left open at the end, such as a claim, the office of `tellHistory` goes on with.
 */
export const tellEnded: TellEnded = async (stage, clinic) => {
  const { ended } = castsOf(stage)
  const { firstRemittance } = numbers.ended
  const books: Books = { stage, clinic, profileOf: profileFinder(stage, ended), firstRemittance }
  const stories = [
    ...ended.map((profile) => patientStory(stage, clinic, profile)),
    ...officeStories(books),
  ]
  const memory = await enterMemory(stage.payload, { except: ['counters'] })
  const sayProgress = progressOf(stage)
  const liveFrom = liveFromOf(stage)
  try {
    await play(stories, {
      from: startOfHistory(stage),
      until: new Date(liveFrom.getTime() - 1),
      before: async (instant) => sayProgress(instant, 'therapies that have ended'),
    })
    await sendMailOf(stage)
  } finally {
    memory.leave()
  }
  return memory.write
}

/** The office counts on behind the numbers that the ended therapies have for themselves. */
const countOn = async ({ payload }: Stage): Promise<void> => {
  for (const [uniqueKey, value] of Object.entries(numbers.present.counters))
    await payload.db.create({ collection: 'counters', data: { uniqueKey, value } })
}

/**
 * A year of the practice. What is older than two weeks is worked out by the product's own actions
 * on a database in memory and written in bulk; the last two weeks happen on the real one. `ended` tells
 * of the therapies that have ended, which takes half of the time: elsewhere it goes on beside.
 */
export const tellHistory = async (
  stage: Stage,
  clinic: Clinic,
  ended: TellEnded = tellEnded,
): Promise<void> => {
  const writeEnded = await ended(stage, clinic)
  const { present } = castsOf(stage)
  const liveFrom = liveFromOf(stage)
  const sayProgress = progressOf(stage)
  let memory: MemoryDatabase | null = await enterMemory(stage.payload)
  await countOn(stage)
  const before = async (instant: Date): Promise<void> => {
    if (memory && instant >= liveFrom) {
      await sendMailOf(stage)
      memory.leave()
      stage.say('Writing the older records in bulk ...')
      // One after the other: each checks at its end that no row of the whole database points at nothing.
      const written = (await writeEnded()) + (await memory.write())
      memory = null
      stage.say(`${written} records written.`)
    }
    sayProgress(instant, memory ? 'in bulk' : 'day by day')
  }
  try {
    const from = startOfHistory(stage)
    await play(storiesOf(stage, clinic, present), { from, until: stage.anchor, before })
  } finally {
    memory?.leave()
  }
  const { totalDocs } = await stage.payload.db.count({ collection: 'patients' })
  stage.say(`${totalDocs} patients are there.`)
}
