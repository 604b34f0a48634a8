import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarFile } from '@/src/domain/calendar/ics'

const event = (startsAt: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: `${startsAt}@calendar`,
  sequence: 3,
  changedAt: '2026-04-14T16:40:00.000Z',
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 50 * 60_000).toISOString(),
  zone: 'America/Los_Angeles',
  isCancelled: false,
  ...more,
})

/** What a program that knows nothing about time zones but this file reads out of it. */
const readBack = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component)
      return [zone.tzid, zone]
    }),
  )
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { endDate, startDate, summary, uid } = new ICAL.Event(component)
    const zone = zones.get(String(component.getFirstProperty('dtstart')?.getParameter('tzid')))
    const instant = (time: ICAL.Time): string => {
      if (zone) time.zone = zone
      return new Date(time.toUnixTime() * 1000).toISOString()
    }
    return {
      uid,
      summary,
      startsAt: instant(startDate),
      endsAt: instant(endDate),
      wall: startDate.toString(),
      status: String(component.getFirstPropertyValue('status')),
    }
  })
}

describe('R109 a calendar file', () => {
  it('has the time of the place on both sides of the changes of its clocks', () => {
    // 10 o'clock in Portland, in summer and winter time.
    const weekly = [
      '2026-03-07T18:00:00.000Z',
      '2026-03-08T17:00:00.000Z',
      '2026-10-31T17:00:00.000Z',
      '2026-11-01T18:00:00.000Z',
      '2027-03-14T17:00:00.000Z',
    ]
    const read = readBack(calendarFile(weekly.map((startsAt) => event(startsAt))))
    expect(read.map(({ startsAt }) => startsAt)).toEqual(weekly)
    expect(read.map(({ wall }) => wall.slice(11, 16))).toEqual(weekly.map(() => '10:00'))
  })

  it('is right in every zone, whatever the year', () => {
    const zones = [
      'America/New_York',
      'America/Phoenix',
      'Europe/London',
      'Australia/Lord_Howe',
      'UTC',
    ]
    const instant = fc
      .date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2031-12-31') })
      .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString())
    // The hour that comes twice in autumn has one name: of it the first is meant everywhere.
    const isTwice = (at: string, zone: string) => {
      const hour = (ms: number) =>
        new Intl.DateTimeFormat('en', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(ms)
      const ms = Date.parse(at)
      return [30, 60].some((minutes) =>
        [-1, 1].some((sign) => hour(ms + sign * minutes * 60_000) === hour(ms)),
      )
    }
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (startsAt, zone) => {
        const one = event(startsAt, { zone })
        fc.pre(!isTwice(one.startsAt, zone) && !isTwice(one.endsAt, zone))
        const [read] = readBack(calendarFile([one]))
        expect(read).toMatchObject({ startsAt: one.startsAt, endsAt: one.endsAt })
      }),
      { numRuns: 300 },
    )
  })

  it('says "Session" and nothing else, and of a cancelled one that it is', () => {
    const file = calendarFile([
      event('2026-04-14T17:00:00.000Z'),
      event('2026-04-21T17:00:00.000Z', { isCancelled: true }),
    ])
    const read = readBack(file)
    expect(read.map(({ summary, status }) => [summary, status])).toEqual([
      ['Session', 'CONFIRMED'],
      ['Session', 'CANCELLED'],
    ])
    for (const word of ['DESCRIPTION', 'LOCATION', 'ATTENDEE', 'ORGANIZER', 'URL', 'Therapy'])
      expect(file).not.toContain(word)
  })

  it('keeps to the lines of RFC 5545', () => {
    const long = event('2026-04-14T17:00:00.000Z', { uid: `${'ü'.repeat(80)}@calendar` })
    const file = calendarFile([long])
    expect(file.endsWith('\r\n')).toBe(true)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(readBack(file)[0]?.uid).toBe(long.uid)
    expect(readBack(calendarFile([]))).toEqual([])
  })
})
