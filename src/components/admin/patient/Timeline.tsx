import type { PayloadRequest } from 'payload'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import type { ChartSummary } from './chartSummary'

type Entry = { id: string; day: string; kind: string; title: string; href: string; state: string }

const kinds = [
  { key: 'visit', label: 'Visits' },
  { key: 'note', label: 'Notes' },
  { key: 'measure', label: 'Measures' },
  { key: 'paper', label: 'Papers' },
  { key: 'risk', label: 'Risk' },
] as const

const dayOf = (instant: string): string => (instant ? practiceDayOf(instant) : '')

const noteEntries = (rows: readonly Row[] | null): Entry[] =>
  (rows ?? []).map((row) => ({
    id: row.id,
    day: textIn(row, 'serviceDate'),
    kind: 'note',
    title: textIn(row, 'kind') === 'contact' ? 'Contact note' : `${textIn(row, 'format')} note`,
    href: `/admin/note/${row.id}`,
    state: textIn(row, 'status'),
  }))

const measureEntries = ({ measures }: ChartSummary): Entry[] =>
  (measures ?? []).flatMap((series) =>
    series.points.map((point) => ({
      id: point.id,
      day: dayOf(textIn(point, 'submittedAt')),
      kind: 'measure',
      title: `${series.measureId} ${textIn(point, 'total') || 'without a score'}${textIn(point, 'band') ? `, ${textIn(point, 'band').toLowerCase()}` : ''}`,
      href: `/admin/collections/measure-responses/${point.id}`,
      state: '',
    })),
  )

const riskEntries = ({ risks }: ChartSummary): Entry[] =>
  (risks ?? []).map((row) => ({
    id: row.id,
    day: dayOf(textIn(row, 'detectedAt')),
    kind: 'risk',
    title: 'Risk event',
    href: `/admin/collections/risk-events/${row.id}`,
    state: textIn(row, 'status'),
  }))

const visitEntries = (rows: readonly Row[]): Entry[] =>
  rows.map((row) => ({
    id: row.id,
    day: textIn(row, 'serviceDate'),
    kind: 'visit',
    title: textIn(row, 'kind') === 'intake' ? 'Intake visit' : 'Visit',
    href: `/admin/calendar?date=${textIn(row, 'serviceDate')}`,
    state: textIn(row, 'status'),
  }))

const paperEntries = (rows: readonly Row[]): Entry[] =>
  rows
    .filter((row) => textIn(row, 'signedAt'))
    .map((row) => ({
      id: row.id,
      day: dayOf(textIn(row, 'signedAt')),
      kind: 'paper',
      title: textIn(row, 'title') || 'Consent',
      href: `/admin/collections/consents/${row.id}`,
      state: textIn(row, 'status'),
    }))

const grouped = (entries: readonly Entry[]): [string, Entry[]][] => {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry])
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1))
}

type Props = { req: PayloadRequest; id: string; chart: ChartSummary; filter: string }

/** What happened, newest first, by day; every entry opens its record. */
export const Timeline = async ({ req, id, chart, filter }: Props) => {
  const of = { patient: { equals: id } }
  const [visits, papers] = await Promise.all([
    readRows(req, 'appointments', {
      where: of,
      sort: '-startsAt',
      limit: 60,
      select: ['serviceDate', 'kind', 'status', 'patient'],
    }),
    readRows(req, 'consents', {
      where: of,
      limit: 50,
      select: ['title', 'signedAt', 'status', 'patient'],
    }),
  ])
  const all = [
    ...visitEntries(visits),
    ...noteEntries(chart.notes),
    ...measureEntries(chart),
    ...riskEntries(chart),
    ...paperEntries(papers),
  ]
  const present = kinds.filter(({ key }) => all.some(({ kind }) => kind === key))
  const entries = present.some(({ key }) => key === filter)
    ? all.filter(({ kind }) => kind === filter)
    : all
  return (
    <Card
      aside={
        present.length > 1 ? (
          <nav aria-label="Show" className="ops-tabs ops-small">
            <a
              aria-current={entries.length === all.length ? 'page' : undefined}
              href={`/admin/patient/${id}`}
            >
              All
            </a>
            {present.map(({ key, label }) => (
              <a
                aria-current={filter === key ? 'page' : undefined}
                href={`/admin/patient/${id}?show=${key}`}
                key={key}
              >
                {label}
              </a>
            ))}
          </nav>
        ) : null
      }
      title="Timeline"
    >
      {entries.length === 0 ? (
        <Empty>Nothing has happened yet. The first visit will stand here.</Empty>
      ) : null}
      {grouped(entries).map(([day, each]) => (
        <section aria-label={spellDay(day)} className="ops-timeline" key={day}>
          <h3 className="ops-timeline__day">{spellDay(day)}</h3>
          <ul className="ops-plain-list">
            {each.map((entry) => (
              <li className="ops-row ops-row--between" key={`${entry.kind}${entry.id}`}>
                <a href={entry.href}>{entry.title}</a>
                {entry.state ? <StateChip state={entry.state} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
