import { formatTime } from '@/src/domain/scheduling/formatTime'
import { addMinutes, serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import type { CalendarData } from './dayData'

export type OpenWindow = CalendarData['hours'][number]

type Span = { startsAt: string; endsAt: string }

/** The windows of a day as the clocks of a zone count it. */
export const windowsOn = (
  windows: readonly OpenWindow[],
  { day, zone }: { day: string; zone: string },
): OpenWindow[] =>
  windows.filter(({ startsAt }) => serviceDateOf({ instant: startsAt, zone }) === day)

/** Spans that touch or overlap, as one. */
const joined = (windows: readonly OpenWindow[]): Span[] => {
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
export const spellHours = (windows: readonly OpenWindow[], zone: string): string =>
  joined(windows)
    .map(({ endsAt, startsAt }) => `${spellTime(startsAt, zone)} to ${spellTime(endsAt, zone)}`)
    .join(', ')

/** Whether somebody works in some part of the half hour that begins then. */
export const isOpenAt = (windows: readonly OpenWindow[], instant: string): boolean => {
  const end = addMinutes({ instant, minutes: 30 })
  return windows.some(({ endsAt, startsAt }) => startsAt < end && endsAt > instant)
}

/**
 * What of a day the practice is open: "Open 9 AM to 5 PM"; "Closed" where nobody works or it is shut. Empty for
 * who knows nobody's hours but their own.
 */
export const openWords = (
  { closures, hours, hoursOf, zone }: CalendarData,
  day: string,
): string => {
  if (hoursOf === 'oneself') return ''
  const windows = windowsOn(hours, { day, zone })
  const isShut = ({ endsAt, startsAt }: Span): boolean =>
    closures.some(
      (each) => !each.staff && !each.location && each.startsAt <= startsAt && each.endsAt >= endsAt,
    )
  const open = windows.filter((window) => !isShut(window))
  return open.length ? `Open ${spellHours(open, zone)}` : 'Closed'
}
