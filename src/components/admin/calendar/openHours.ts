import { formatTime } from '@/src/domain/scheduling/formatTime'
import { windowsIn } from '@/src/domain/scheduling/freeSlots'
import { addMinutes, dayRange, serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import type { CalendarData } from './dayData'

export type OpenWindow = CalendarData['hours'][number]

export type Place = CalendarData['locations'][number]

type Span = { startsAt: string; endsAt: string }

type Day = { day: string; zone: string }

/** What of a list lies on a day as the clocks of a zone count it. */
const on = <Each extends Span>(spans: readonly Each[], { day, zone }: Day): Each[] =>
  spans.filter(({ startsAt }) => serviceDateOf({ instant: startsAt, zone }) === day)

/** The times of a day at which a place is open. */
const openTimesOf = (place: Place, day: Day): Span[] => {
  const { hours, id, zone } = place
  const availability = hours.map((stretch) => ({ ...stretch, zone, locationId: id }))
  const range = dayRange({ date: day.day, zone: day.zone })
  const times = windowsIn({ availability, range })
  return on(
    times.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
    day,
  )
}

/** The times of a day at which some place is open; null where of one of them nobody said. */
export const placesOpen = ({ locations, zone }: CalendarData, day: string): Span[] | null => {
  const places = locations.filter(({ isActive }) => isActive)
  if (!places.length || places.some(({ hours }) => !hours.length)) return null
  return places.flatMap((place) => openTimesOf(place, { day, zone }))
}

/** What of people's hours on a day lies in those of the place, where it has said some. */
export const windowsOn = ({ hours, locations, zone }: CalendarData, day: string): OpenWindow[] =>
  on(hours, { day, zone }).flatMap((window) => {
    const place = locations.find(({ id }) => id === window.location)
    if (!place?.hours.length) return [window]
    return openTimesOf(place, { day, zone })
      .map(({ startsAt, endsAt }) => ({
        ...window,
        startsAt: [startsAt, window.startsAt].toSorted().at(-1) ?? '',
        endsAt: [endsAt, window.endsAt].toSorted()[0] ?? '',
      }))
      .filter(({ startsAt, endsAt }) => startsAt < endsAt)
  })

/** Whether a place has said that it is closed in some part of a visit. */
export const isClosedFor = (
  place: Place,
  { startsAt, minutes }: { startsAt: string; minutes: number },
) => {
  if (!place.hours.length) return false
  const { zone } = place
  const end = addMinutes({ instant: startsAt, minutes })
  const times = openTimesOf(place, { day: serviceDateOf({ instant: startsAt, zone }), zone })
  return !joined(times).some((time) => time.startsAt <= startsAt && time.endsAt >= end)
}

/** Spans that touch or overlap, as one. */
const joined = (windows: readonly Span[]): Span[] => {
  const spans: Span[] = []
  for (const { endsAt, startsAt } of windows.toSorted((one, other) =>
    one.startsAt.localeCompare(other.startsAt),
  )) {
    const last = spans.at(-1)
    if (!last || last.endsAt < startsAt) spans.push({ startsAt, endsAt })
    else if (last.endsAt < endsAt) last.endsAt = endsAt
  }
  return spans
}

const spellTime = (instant: string, zone: string): string =>
  formatTime({ instant, zone }).replace(':00', '')

/** "9 AM to 12 PM, 1 PM to 5:30 PM"; empty without a window. */
export const spellHours = (windows: readonly Span[], zone: string): string =>
  joined(windows)
    .map(({ endsAt, startsAt }) => `${spellTime(startsAt, zone)} to ${spellTime(endsAt, zone)}`)
    .join(', ')

/** Whether the windows reach into the half hour that begins then. */
export const isOpenAt = (windows: readonly Span[], instant: string): boolean => {
  const end = addMinutes({ instant, minutes: 30 })
  return windows.some(({ endsAt, startsAt }) => startsAt < end && endsAt > instant)
}

/**
 * What of a day the practice is open, by the hours of its places or, where those are not known, of its people:
 * "Open 9 AM to 5 PM"; "Closed" where it is shut. Empty for who knows neither.
 */
export const openWords = (data: CalendarData, day: string): string => {
  const { closures, hoursOf, zone } = data
  const places = placesOpen(data, day)
  if (!places && hoursOf === 'oneself') return ''
  const isShut = ({ endsAt, startsAt }: Span): boolean =>
    closures.some(
      (each) => !each.staff && !each.location && each.startsAt <= startsAt && each.endsAt >= endsAt,
    )
  const open = (places ?? windowsOn(data, day)).filter((window) => !isShut(window))
  return open.length ? `Open ${spellHours(open, zone)}` : 'Closed'
}
