import { clockChanges, localStamp } from './zoneRules'

export type CalendarEvent = {
  /** Stays the same however often the event is written. */
  uid: string
  /** Counts up with every change. */
  sequence: number
  /** ISO UTC, as are the others. */
  changedAt: string
  startsAt: string
  endsAt: string
  zone: string
  isCancelled: boolean
}

/** All an event is called, whoever looks over the shoulder (R109). */
export const eventTitle = 'Session'

const mostBytes = 75

/** A line of RFC 5545: at most 75 bytes, what is longer goes on in the next after a space. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > mostBytes) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += sign
    bytes += size
  }
  return [...parts, part].join('\r\n')
}

const utcStamp = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const zoneLines = (zone: string, events: readonly CalendarEvent[]): string[] => {
  const own = events.filter((event) => event.zone === zone)
  const from = own.map(({ startsAt }) => startsAt).sort()[0] ?? ''
  const to =
    own
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? from
  const changes = clockChanges({ zone, from, to })
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...changes.flatMap((change) => {
      const kind = change.isSummer ? 'DAYLIGHT' : 'STANDARD'
      return [
        `BEGIN:${kind}`,
        `DTSTART:${change.local}`,
        `TZOFFSETFROM:${change.from}`,
        `TZOFFSETTO:${change.to}`,
        `END:${kind}`,
      ]
    }),
    'END:VTIMEZONE',
  ]
}

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${utcStamp(event.changedAt)}`,
  `DTSTART;TZID=${event.zone}:${localStamp(event.startsAt, event.zone)}`,
  `DTEND;TZID=${event.zone}:${localStamp(event.endsAt, event.zone)}`,
  `SUMMARY:${eventTitle}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `TRANSP:${event.isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/**
 * A calendar as RFC 5545 has it. Times are those of the place, with the changes of its clocks written out,
 * so that they are right whatever the reader's program knows about time zones.
 */
export const calendarFile = (events: readonly CalendarEvent[]): string => {
  const zones = [...new Set(events.map(({ zone }) => zone))].sort()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar feed//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-PUBLISHED-TTL:PT1H',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zones.flatMap((zone) => zoneLines(zone, events)),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
