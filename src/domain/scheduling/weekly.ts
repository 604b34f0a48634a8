import { addDays, instantOf, serviceDateOf, wallTimeOf } from './zonedTime'

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
    instantOf({ date: addDays({ date, days: 7 * everyWeeks * (at + 1) }), time, zone }),
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
  const shift = Math.round((Date.parse(day(to)) - Date.parse(day(from))) / 86_400_000)
  return instantOf({
    date: addDays({ date: day(startsAt), days: shift }),
    time: wallTimeOf({ instant: to, zone }),
    zone,
  })
}
