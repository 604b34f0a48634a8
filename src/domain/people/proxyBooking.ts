import type { Row } from '@/src/domain/row'

type Wish = {
  kind: string
  hoursAhead: number
  isTooFar: boolean
  isOpen: boolean
  /** Visits that are booked already. */
  openVisits: number
}

const mostOpen = 4

/** Why somebody who acts for a patient cannot book this by themselves; null when they can. */
export const proxyBookingProblem = (wish: Wish): string | null => {
  if (wish.kind !== 'individual') return 'Call the office for a first or a family visit.'
  if (wish.hoursAhead < 24) return 'Choose a time at least 24 hours from now, or call the office.'
  if (wish.isTooFar) return 'Choose a day within the next 60 days.'
  if (!wish.isOpen) return 'The clinician sees nobody at this time. Choose another one.'
  if (wish.openVisits >= mostOpen)
    return `${wish.openVisits} visits are booked already. Call the office for more.`
  return null
}

const wall = (instant: Date, zone: string): { weekday: string; time: string } => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  return {
    weekday: String(weekdays.indexOf(part('weekday')) + 1),
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** Whether a visit lies inside one of the hours that a clinician keeps open. */
export const isWithinHours = ({
  hours,
  startsAt,
  endsAt,
  zone,
}: {
  hours: readonly Row[]
  startsAt: Date
  endsAt: Date
  zone: string
}): boolean => {
  const [start, end] = [wall(startsAt, zone), wall(endsAt, zone)]
  return hours.some(
    (row) =>
      String(row['weekday']) === start.weekday &&
      end.weekday === start.weekday &&
      String(row['fromTime']) <= start.time &&
      end.time <= String(row['toTime']),
  )
}
