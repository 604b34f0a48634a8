import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ageOf } from '../page/ages'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { DueChip } from '../ui/DueChip'
import { Queue } from '../ui/Queue'
import { PlansDue } from './PlansDue'
import { WorsenedScores } from './WorsenedScores'

const overrideDays = 14

const dayMs = 86_400_000

const RiskQueue = async ({ req }: { req: PayloadRequest }) => {
  const events = await readRows(req, 'risk-events', {
    where: { status: { in: ['open', 'assessed'] } },
    sort: 'detectedAt',
    limit: 50,
    select: ['patient', 'status', 'detectedAt', 'followUpOn', 'acuteRisk'],
  })
  const names = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: events,
    name: 'displayName',
  })
  const now = clock.now()
  const today = practiceToday()
  const endOf = (event: Row) => {
    const followUp = textIn(event, 'followUpOn')
    if (textIn(event, 'status') === 'open') return <Chip tone="bad">Not assessed</Chip>
    return followUp ? <DueChip day={followUp} today={today} /> : <Chip tone="warn">Open</Chip>
  }
  // Who was not spoken to comes first, then the nearest follow-up.
  const rank = (event: Row): string =>
    textIn(event, 'status') === 'open' ? '' : textIn(event, 'followUpOn') || '9'
  const lines = [...events]
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .map((event) => ({
      id: event.id,
      what: names.get(refIn(event, 'patient')) ?? 'A patient',
      href: `/admin/patient/${refIn(event, 'patient')}?section=risk`,
      detail: `Noticed ${ageOf({ instant: textIn(event, 'detectedAt'), now, zone: practiceZone() })}`,
      end: endOf(event),
    }))
  return (
    <Queue
      aside={<a href="/admin/collections/risk-events">All risk events</a>}
      empty="Nobody's risk is open. A worrying answer or session puts the person here at once."
      lines={lines}
      title="Open risk"
    />
  )
}

/** The rules that were gone past lately, by whom and why it was allowed to. */
const OverrideQueue = async ({ req }: { req: PayloadRequest }) => {
  const now = clock.now()
  const since = new Date(now.getTime() - overrideDays * dayMs).toISOString()
  const rows = await readRows(req, 'overrides', {
    where: { at: { greater_than: since } },
    sort: '-at',
    limit: 30,
  })
  const names = await namesOf(req, { slug: 'staff', column: 'staff', rows, name: 'name' })
  return (
    <Queue
      aside={<a href="/admin/collections/overrides">All overrides</a>}
      empty={`No rule was gone past in the last ${overrideDays} days.`}
      lines={rows.map((row) => ({
        id: row.id,
        what: textIn(row, 'ruleMessage'),
        href: `/admin/collections/overrides/${row.id}`,
        detail: `${names.get(refIn(row, 'staff')) ?? 'Somebody who has left'}, ${ageOf({ instant: textIn(row, 'at'), now, zone: practiceZone() })}: ${textIn(row, 'reason')}`,
        end: <Chip tone="info">{textIn(row, 'ruleId')}</Chip>,
      }))}
      title="Overrides"
    />
  )
}

/**
 * The clinical director's day: who is at risk, what was gone past, which plans and scores need a look. Who
 * treats patients as well has the last two on the clinician's home already.
 */
export const DirectorHome = ({ req, treats }: { req: PayloadRequest; treats: boolean }) => (
  <div className="ops-stack">
    <RiskQueue req={req} />
    <OverrideQueue req={req} />
    {treats ? null : <PlansDue req={req} />}
    {treats ? null : <WorsenedScores req={req} />}
  </div>
)
