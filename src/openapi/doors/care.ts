import type { Json } from '../json'
import {
  body,
  choice,
  count,
  csv,
  day,
  instant,
  list,
  map,
  object,
  orNull,
  pdf,
  type Said,
  text,
  yes,
} from './said'

const named = object({ id: text(), name: text() })

const opening = object({ start: instant(), end: instant(), locationId: text() })

const match = object({
  therapistId: text(),
  name: text(),
  fits: list(text()),
  misses: list(text()),
  isFull: yes(),
  canBeBooked: yes(),
  openings: count(),
  nextOpenings: list(opening),
})

const disclosed = list(
  object({
    id: text(),
    sentOn: day(),
    recipient: text(),
    address: text(),
    what: text(),
    why: text(),
    ground: text(),
  }),
)

const importStanding: Json = object({
  id: text(),
  kind: choice('patients', 'policies', 'appointments'),
  status: text(),
  sentence: orNull(text('What it waits for.')),
  ...Object.fromEntries(
    [
      ...['lineCount', 'doneCount', 'problemCount', 'choiceCount', 'writtenCount'],
      ...['linkedCount', 'leftOutCount', 'refusedCount', 'undoneCount', 'keptCount', 'rev'],
    ].map((name) => [name, count()]),
  ),
})

/** Doors about patients, their visits and their records. */
export const careDoors: Readonly<Record<string, Said>> = {
  'get /appointments/day': {
    summary: 'The calendar of a day or several',
    description:
      'Names, chips and missing papers, nothing clinical. `only=visits` leaves out hours and closures, `only=open` also what is over, `only=places` all appointments.',
    query: {
      date: { ...day(), required: true },
      days: { ...count(), minimum: 1, maximum: 14 },
      location: text(),
      clinician: text(),
      only: choice('visits', 'open', 'places'),
      limit: { ...count(), minimum: 1, maximum: 1000 },
    },
    answer: object({
      date: day(),
      days: count(),
      zone: text(),
      appointments: list(
        object({
          id: text(),
          rev: count(),
          patient: text(),
          patientName: orNull(text()),
          clinician: text(),
          clinicianName: orNull(text()),
          startsAt: instant(),
          endsAt: instant(),
          minutes: count(),
          serviceDate: day(),
          zone: text(),
          location: orNull(text()),
          room: orNull(text()),
          roomName: orNull(text()),
          format: text(),
          kind: text(),
          status: text(),
          cancelKind: orNull(text()),
          sequence: orNull(count()),
          seriesKey: orNull(text()),
          note: orNull(text()),
          missing: list(object({ kind: text(), label: text() })),
          chips: list(object({ code: text(), label: text(), tone: text() })),
        }),
      ),
      clinicians: list(named),
      rooms: list(object({ id: text(), name: text(), location: orNull(text()) })),
      locations: list(
        object({
          id: text(),
          name: text(),
          zone: text(),
          isActive: yes(),
          hours: list(
            object({ weekday: count('1 is Monday'), from: text('HH:MM'), to: text('HH:MM') }),
          ),
        }),
      ),
      hours: list(
        object({
          staff: orNull(text()),
          location: text(),
          startsAt: instant(),
          endsAt: instant(),
        }),
      ),
      hoursOf: choice('everybody', 'oneself'),
      closures: list(
        object({
          startsAt: instant(),
          endsAt: instant(),
          reason: orNull(text()),
          staff: orNull(text()),
          location: orNull(text()),
        }),
      ),
    }),
  },
  'get /appointments/free-slots': {
    summary: 'Free times of a clinician, with the rooms that are free in them',
    description: 'Says nothing about who takes up the rest. At most 62 days at once.',
    query: {
      clinician: { ...text(), required: true },
      from: { ...day(), required: true },
      to: { ...day(), required: true },
      minutes: { ...count(), minimum: 10, maximum: 240, required: true },
      location: text(),
    },
    answer: object({
      clinician: text(),
      zone: text(),
      minutes: count(),
      slots: list(
        object({ start: instant(), end: instant(), location: text(), freeRooms: list(text()) }),
      ),
    }),
  },
  'get /calendar-feeds/read/:token': {
    summary: 'Sessions as a calendar file, for whoever holds the address',
    description:
      'Every event is called “Session” and nothing else (R109). 404 once the address was taken back; 304 for `If-None-Match` while nothing changed.',
    gives: 'text/calendar',
    isOpen: true,
  },
  'get /inquiries/:id/matches': {
    summary: 'Of every therapist why they fit or not, the best first; the full ones apart (R96)',
    query: {
      minutes: { ...count(), minimum: 20, maximum: 180 },
      days: { ...count(), minimum: 1, maximum: 60 },
    },
    answer: object({ ranked: list(match), full: list(match), minutes: count(), days: count() }),
  },
  'get /inquiries/:id/duplicates': {
    summary: 'Who may be the same person and why (R01)',
    answer: object({ linkedTo: orNull(text()), people: list(map()) }),
  },
  'get /patients/:id/chart-summary': {
    summary: 'The chart at a glance, as far as the caller may see it',
    answer: map(),
  },
  'get /patients/:id/who-saw': {
    summary: 'For patients: who opened or changed their record',
    query: { before: instant('The `next` of the last answer.') },
    answer: object({
      lines: list(
        object({
          at: instant(),
          firstAt: instant(),
          name: text(),
          role: text(),
          saw: list(text()),
          changed: list(text()),
          isEmergency: yes(),
        }),
      ),
      next: orNull(text()),
    }),
  },
  'get /patients/:id/accounting': {
    summary: 'Who got something of the record, six years back (R63)',
    answer: object({
      patient: text(),
      practice: object({ name: text(), address: text(), phone: text() }),
      madeOn: day(),
      since: day(),
      summary: text(),
      countable: disclosed,
      part2: disclosed,
      released: disclosed,
    }),
  },
  'get /patients/:id/accounting/pdf': { summary: 'The same to keep or to send', gives: pdf },
  'post /progress-notes/find-words': {
    summary: 'Look through the charts of one’s caseload for words',
    description:
      'One JSON line per hit, per step and at the end, as it goes: `kind` is `hit`, `progress` or `end`.',
    body: body({ words: { ...text(), minLength: 2, maxLength: 200 } }, 'words'),
    gives: 'application/x-ndjson',
  },
  'post /chart-exports/:id/build': {
    summary: 'Put the file together now',
    answer: object({ status: text(), done: count(), total: count() }),
  },
  'post /chart-exports/:id/file': {
    summary: 'Take the file, once',
    description: 'It is logged first, marked as taken, and destroyed here.',
    gives: 'application/zip',
  },
  'get /record-requests/:id/letter': { summary: 'The letter that is due', gives: pdf },
  'get /destruction-lists/upcoming': {
    summary: 'How many charts come to the end of their time, and when',
    answer: object({
      due: count(),
      byYear: list(object({ year: text(), charts: count() })),
      unknown: list(object({ sentence: text(), charts: count() })),
    }),
  },
  'get /destruction-lists/:id/certificate': {
    summary: 'What was destroyed, by which rule, and who approved it',
    gives: pdf,
  },
  'post /import-runs/file': {
    summary: 'Hand in a CSV file in whatever encoding',
    description: 'The text alone goes to /upload.',
    takes: 'multipart/form-data',
    body: body(
      {
        file: { type: 'string', contentMediaType: 'application/octet-stream' },
        _payload: text('JSON: `{"kind": "patients", "fileName": "all.csv"}`.'),
      },
      ...['file', '_payload'],
    ),
    answer: importStanding,
    status: 201,
  },
  'post /import-runs/:id/continue': {
    summary: 'Work on an import for some seconds and say where it stands',
    answer: importStanding,
  },
  'get /import-runs/:id/problems': {
    summary: 'What is wrong, by line and column',
    query: { page: count(), limit: { ...count(), minimum: 1, maximum: 200 } },
    answer: object({
      page: count(),
      lines: list(
        object({
          id: text(),
          rev: count(),
          line: count(),
          status: text(),
          answer: orNull(text()),
          problems: list(map()),
        }),
      ),
      totalLines: count(),
      totalPages: count(),
    }),
  },
  'get /import-runs/:id/problems.csv': { summary: 'The same as a file', gives: csv },
}
