import { addDays, daysBetween } from '@/src/domain/calendarDate'
import { instantOf, serviceDateOf, wallTimeOf } from './zonedTime'

type Weekly = {
  /** ISO UTC */
  startsAt: string
  zone: string
  everyWeeks: number
  times: number
}

/** The starts that follow, at the same time by the clock of the zone whatever daylight saving does; ISO UTC. */
export const weeklyAfter = ({ startsAt, zone, everyWeeks, times }: Weekly): string[] => {
  const date = serviceDateOf({ instant: startsAt, zone })
  const time = wallTimeOf({ instant: startsAt, zone })
  return Array.from({ length: times }, (_, at) =>
    instantOf({ date: addDays(date, 7 * everyWeeks * (at + 1)), time, zone }),
  )
}

/**
 * Where an appointment lands when the one it belongs with moves `from` one start `to` another: as many days
 * later, at the new time by the clock. ISO UTC.
 */
export const movedAlong = ({
  startsAt,
  from,
  to,
  zone,
}: {
  startsAt: string
  from: string
  to: string
  zone: string
}): string => {
  const day = (instant: string): string => serviceDateOf({ instant, zone })
  const shift = daysBetween(day(from), day(to))
  return instantOf({
    date: addDays(day(startsAt), shift),
    time: wallTimeOf({ instant: to, zone }),
    zone,
  })
}
