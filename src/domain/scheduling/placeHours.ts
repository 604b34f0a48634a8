import { windowsIn } from './freeSlots'
import { spellWeek, type WeekHours } from './weekHours'
import { addMinutes, dayRange, serviceDateOf } from './zonedTime'

/** A place with its opening hours, empty where nobody said them, and the zone its clocks go by. */
export type OpenPlace = { id: string; name: string; hours: WeekHours; zone: string }

export type OpenSpan = { startsAt: string; endsAt: string }

type Day = { day: string; zone: string }

/** What of a list lies on a day as the clocks of a zone count it. */
export const on = <Each extends OpenSpan>(spans: readonly Each[], { day, zone }: Day): Each[] =>
  spans.filter(({ startsAt }) => serviceDateOf({ instant: startsAt, zone }) === day)

/** The times of a day at which a place is open. */
export const openTimesOf = (place: OpenPlace, day: Day): OpenSpan[] => {
  const { hours, id, zone } = place
  const availability = hours.map((stretch) => ({ ...stretch, zone, locationId: id }))
  const range = dayRange({ date: day.day, zone: day.zone })
  const times = windowsIn({ availability, range })
  return on(
    times.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
    day,
  )
}

/** Spans that touch or overlap, as one. */
export const joined = (windows: readonly OpenSpan[]): OpenSpan[] => {
  const spans: OpenSpan[] = []
  for (const { endsAt, startsAt } of windows.toSorted((one, other) =>
    one.startsAt.localeCompare(other.startsAt),
  )) {
    const last = spans.at(-1)
    if (!last || last.endsAt < startsAt) spans.push({ startsAt, endsAt })
    else if (last.endsAt < endsAt) last.endsAt = endsAt
  }
  return spans
}

/** Whether a place has said that it is closed in some part of a visit. */
export const isClosedFor = (
  place: OpenPlace,
  { startsAt, minutes }: { startsAt: string; minutes: number },
): boolean => {
  if (!place.hours.length) return false
  const { zone } = place
  const end = addMinutes({ instant: startsAt, minutes })
  const times = openTimesOf(place, { day: serviceDateOf({ instant: startsAt, zone }), zone })
  return !joined(times).some((time) => time.startsAt <= startsAt && time.endsAt >= end)
}

/** What to say of a visit in person outside of the hours: whoever has the key may hold it all the same. */
export const closedWords = (
  place: OpenPlace,
  visit: { startsAt: string; minutes: number },
): string =>
  isClosedFor(place, visit)
    ? `${place.name} is closed then. It is open ${spellWeek(place.hours).join('; ')}.`
    : ''
