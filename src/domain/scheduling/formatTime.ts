import { type InstantLike, toMs } from '@/src/domain/scheduling/zonedTime'

/** "Tue, Apr 14, 10:00 AM", as the clocks of `zone` show it. */
export const formatDateTime = ({ instant, zone }: { instant: InstantLike; zone: string }): string =>
  format({ instant, zone, style: 'dateTime' })

/** "Tue, Apr 14, 2026, 10:00 AM PDT", for signatures and letters that are read years later. */
export const formatFullDateTime = ({
  instant,
  zone,
}: {
  instant: InstantLike
  zone: string
}): string => format({ instant, zone, style: 'fullDateTime' })

/** "10:00 AM" */
export const formatTime = ({ instant, zone }: { instant: InstantLike; zone: string }): string =>
  format({ instant, zone, style: 'time' })

/** "Apr 14, 2026" for a plain date, which belongs to no zone. */
export const formatDate = (date: string): string =>
  format({ instant: `${date}T00:00:00Z`, zone: 'UTC', style: 'date' })

const STYLES = {
  dateTime: {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  },
  fullDateTime: {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  time: { hour: 'numeric', minute: '2-digit' },
  date: { month: 'short', day: 'numeric', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Building a formatter costs far more than using it, and a calendar uses hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const format = ({
  instant,
  zone,
  style,
}: {
  instant: InstantLike
  zone: string
  style: keyof typeof STYLES
}): string => {
  const key = `${style} ${zone}`
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat('en-US', { ...STYLES[style], hour12: true, timeZone: zone })
  formatters.set(key, formatter)
  // Newer Unicode data put a narrow no-break space before AM, which no search or test would type.
  return formatter.format(toMs(instant)).replace(/\u202f/g, ' ')
}
