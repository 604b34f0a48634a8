import { clock } from './clock'
import { globalState } from './globalState'

const state = globalState('practice-zone', () => ({ zone: 'America/Los_Angeles' }))

/** IANA zone of the practice; locations may have their own. Set from the practice's settings. */
export const practiceZone = (): string => state.zone

export const setPracticeZone = (zone: string): void => {
  state.zone = zone
}

// Making a format costs more than a hundred uses of it.
const dayFormats = new Map<string, Intl.DateTimeFormat>()

const dayFormatOf = (zone: string): Intl.DateTimeFormat => {
  const known = dayFormats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  dayFormats.set(zone, made)
  return made
}

const minuteMs = 60_000
let lastAsked = { minute: NaN, zone: '', day: '' }

/** The calendar day `instant` falls on in `zone`, as YYYY-MM-DD. Throws a RangeError for an invalid date. */
export const dayIn = (instant: Date, zone: string): string => {
  // Days begin with a minute everywhere; a request asks for one day many times.
  const minute = Math.floor(instant.getTime() / minuteMs)
  if (lastAsked.minute !== minute || lastAsked.zone !== zone)
    lastAsked = { minute, zone, day: dayFormatOf(zone).format(instant) }
  return lastAsked.day
}

/** The calendar day an instant falls on at the practice, as YYYY-MM-DD. */
export const practiceDayOf = (instant: string | Date): string =>
  dayIn(new Date(instant), practiceZone())

/** Today in the practice's zone, as YYYY-MM-DD. */
export const practiceToday = (): string => dayIn(clock.now(), practiceZone())
