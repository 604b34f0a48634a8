import { formatDateTime } from '@/src/domain/scheduling/formatTime'

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

/** Whole days since an instant, for "3 days old". */
export const daysOld = ({ instant, now }: { instant: string; now: Date }): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(instant).getTime()) / (24 * hour)))
