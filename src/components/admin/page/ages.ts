import { daysBetween } from '@/src/domain/calendarDate'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'

const hour = 3_600_000

/** "2 h ago", "in 40 min"; a date and time from one day on. */
export const ageOf = ({
  instant,
  now,
  zone,
}: {
  instant: string
  now: Date
  zone: string
}): string => {
  if (!instant) return ''
  const ms = new Date(instant).getTime() - now.getTime()
  const size = Math.abs(ms)
  if (size >= 24 * hour) return formatDateTime({ instant, zone })
  const minutes = Math.max(1, Math.round(size / 60_000))
  const amount = minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
  return ms < 0 ? `${amount} ago` : `in ${amount}`
}

/** Days since that of an instant as people count them, for "3 days old": from Friday to Monday three. */
export const daysOld = (instant: string): number =>
  instant ? Math.max(0, daysBetween(practiceDayOf(instant), practiceToday())) : 0
