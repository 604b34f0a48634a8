import { formatTime } from '@/src/domain/scheduling/formatTime'
import { joined, type OpenSpan, on, openTimesOf } from '@/src/domain/scheduling/placeHours'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import type { CalendarData } from './dayData'

export type OpenWindow = CalendarData['hours'][number]

export type Place = CalendarData['locations'][number]

/** The times of a day at which some place is open; null where of one of them nobody said. */
export const placesOpen = ({ locations, zone }: CalendarData, day: string): OpenSpan[] | null => {
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

const spellTime = (instant: string, zone: string): string =>
  formatTime({ instant, zone }).replace(':00', '')

/** "9 AM to 12 PM, 1 PM to 5:30 PM"; empty without a window. */
export const spellHours = (windows: readonly OpenSpan[], zone: string): string =>
  joined(windows)
    .map(({ endsAt, startsAt }) => `${spellTime(startsAt, zone)} to ${spellTime(endsAt, zone)}`)
    .join(', ')

/** Whether the windows reach into the half hour that begins then. */
export const isOpenAt = (windows: readonly OpenSpan[], instant: string): boolean => {
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
  const isShut = ({ endsAt, startsAt }: OpenSpan): boolean =>
    closures.some(
      (each) => !each.staff && !each.location && each.startsAt <= startsAt && each.endsAt >= endsAt,
    )
  const open = (places ?? windowsOn(data, day)).filter((window) => !isShut(window))
  return open.length ? `Open ${spellHours(open, zone)}` : 'Closed'
}
