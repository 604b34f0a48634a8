import { instantOf, minutesBetween, wallTimeOf } from '@/src/domain/scheduling/zonedTime'

/** The grid has one row for every five minutes. */
export const rowMinutes = 5

export type DayHours = { firstHour: number; lastHour: number }

const standard: DayHours = { firstHour: 8, lastHour: 18 }

const minuteOfDay = (instant: string, zone: string): number => {
  const [hour = '0', minute = '0'] = wallTimeOf({ instant, zone }).split(':')
  return Number(hour) * 60 + Number(minute)
}

/** The working day, longer where somebody works or has an appointment outside it. */
export const hoursOf = (
  spans: readonly { startsAt: string; endsAt: string }[],
  zone: string,
): DayHours =>
  spans.reduce<DayHours>((hours, { endsAt, startsAt }) => {
    const first = minuteOfDay(startsAt, zone)
    const last = Math.min(24 * 60, first + minutesBetween({ start: startsAt, end: endsAt }))
    return {
      firstHour: Math.min(hours.firstHour, Math.floor(first / 60)),
      lastHour: Math.max(hours.lastHour, Math.ceil(last / 60)),
    }
  }, standard)

/** Rows of the grid that something of this length takes, counted from 1. */
export const rowsOf = (
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  { hours, zone }: { hours: DayHours; zone: string },
): { start: number; span: number } => ({
  start: Math.floor((minuteOfDay(startsAt, zone) - hours.firstHour * 60) / rowMinutes) + 1,
  span: Math.max(3, Math.ceil(minutesBetween({ start: startsAt, end: endsAt }) / rowMinutes)),
})

/** Every half hour of the day as an instant, for booking by a click. */
export const halfHoursOf = (
  date: string,
  { hours, zone }: { hours: DayHours; zone: string },
): { time: string; instant: string; row: number }[] =>
  Array.from({ length: (hours.lastHour - hours.firstHour) * 2 }, (_, index) => {
    const minute = hours.firstHour * 60 + index * 30
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return { time, instant: instantOf({ date, time, zone }), row: (index * 30) / rowMinutes + 1 }
  })
