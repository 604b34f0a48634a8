import { at, type Clinic, dayOf, liveDays, plusDays, type Stage } from './clinic'
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
import { patientStory } from './story/patientStory'
import { rowsOf } from './story/told'
import { play, type Story } from './timeline'

const firstDayOfHistory = ({ today, weeks }: Stage): string => plusDays(today, -7 * weeks)

export const startOfHistory = (stage: Stage): Date => at(firstDayOfHistory(stage), '08:00')

/** From here on nothing is written in bulk. */
export const liveFromOf = ({ today }: Stage): Date => at(plusDays(today, -liveDays), '00:00')

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

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

/** Everybody's part of the history: the given patients, people who only wrote, and the office. */
export const storiesOf = (stage: Stage, clinic: Clinic, profiles: readonly Profile[]): Story[] => {
  const books: Books = { stage, clinic, profileOf: profileFinder(stage, profiles) }
  const start = firstDayOfHistory(stage)
  return [
    ...profiles.map((profile) => patientStory(stage, clinic, profile)),
    ...boardStories(stage, clinic),
    superviseNotes(stage, clinic, start),
    sendClaims(stage, clinic, start),
    receiveRemittances(books, start),
    mendDenials(stage, clinic, start),
    askForPayment(books, start),
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

/**
 * A year of the practice. What is older than two weeks is worked out by the product's own actions
 * on a database in memory and written in bulk; the last two weeks happen on the real one.
 */
export const tellHistory = async (stage: Stage, clinic: Clinic): Promise<void> => {
  const profiles = makeProfiles(stage.random.fork('patients')).filter(
    ({ weeksAgo }) => weeksAgo < stage.weeks,
  )
  const liveFrom = liveFromOf(stage)
  const sayProgress = progressOf(stage)
  let memory: MemoryDatabase | null = await enterMemory(stage.payload)
  const before = async (instant: Date): Promise<void> => {
    if (memory && instant >= liveFrom) {
      await sendMailOf(stage)
      stage.say('Writing the older records in bulk ...')
      const written = await memory.leave()
      memory = null
      stage.say(`${written} records written.`)
    }
    sayProgress(instant, memory ? 'in bulk' : 'day by day')
  }
  try {
    const from = startOfHistory(stage)
    await play(storiesOf(stage, clinic, profiles), { from, until: stage.anchor, before })
  } finally {
    memory?.abandon()
  }
  stage.say(`${profiles.length} patients are there.`)
}
