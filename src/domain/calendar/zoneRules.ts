import { Temporal } from 'temporal-polyfill'

/** From this instant on a zone's clocks stand `to` ahead of UTC, before it they stood `from` ahead. */
export type ClockChange = { isSummer: boolean; local: string; from: string; to: string }

const pad = (value: number): string => String(value).padStart(2, '0')

/** `-0800` of milliseconds or nanoseconds text such as `-08:00`. */
const offsetText = (offset: string): string => offset.slice(0, 6).replace(':', '')

const localText = (date: Temporal.PlainDateTime): string =>
  `${date.year}${pad(date.month)}${pad(date.day)}T${pad(date.hour)}${pad(date.minute)}${pad(date.second)}`

const changeAt = (at: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): ClockChange => {
  const isSummer = at.offsetNanoseconds > before.offsetNanoseconds
  // RFC 5545 writes the onset in the time that the clocks showed until then.
  const local = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  return {
    isSummer,
    local: localText(local),
    from: offsetText(before.offset),
    to: offsetText(at.offset),
  }
}

/**
 * Every change of a zone's clocks within a span, in order, begun by the one that holds as the span begins.
 * `from` and `to` are ISO UTC.
 */
export const clockChanges = ({
  zone,
  from,
  to,
}: {
  zone: string
  from: string
  to: string
}): ClockChange[] => {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone)
  const end = Temporal.Instant.from(to)
  const last = start.getTimeZoneTransition('previous')
  const first: ClockChange = last
    ? changeAt(last, last.subtract({ nanoseconds: 1 }))
    : {
        isSummer: false,
        local: '19700101T000000',
        from: offsetText(start.offset),
        to: offsetText(start.offset),
      }
  const changes = [first]
  let at = start.getTimeZoneTransition('next')
  while (at && Temporal.Instant.compare(at.toInstant(), end) <= 0) {
    changes.push(changeAt(at, at.subtract({ nanoseconds: 1 })))
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

/** What a zone's clocks show at an instant, as a calendar file writes it. */
export const localStamp = (instant: string, zone: string): string =>
  localText(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime())
