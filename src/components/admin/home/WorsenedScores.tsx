import type { PayloadRequest } from 'payload'
import { findMeasure } from '@/src/domain/measures/catalog'
import { worsened } from '@/src/domain/measures/change'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'

type Series = { first: Row; latest: Row }

// Rows come newest first.
const seriesOf = (rows: readonly Row[]): Series[] => {
  const series = new Map<string, Series>()
  for (const row of rows) {
    const key = `${refIn(row, 'patient')}|${textIn(row, 'measureId')}`
    const known = series.get(key)
    series.set(key, known ? { ...known, first: row } : { first: row, latest: row })
  }
  return [...series.values()]
}

/** Patients whose last score is reliably worse than their first; nothing while nobody's is. */
export const WorsenedScores = async ({ req }: { req: PayloadRequest }) => {
  const rows = await readRows(req, 'measure-responses', {
    where: { and: [{ status: { equals: 'submitted' } }, { total: { exists: true } }] },
    sort: '-submittedAt',
    limit: 500,
    select: ['patient', 'measureId', 'total', 'submittedAt'],
  })
  const worse = seriesOf(rows).flatMap(({ first, latest }) => {
    const measure = findMeasure(textIn(latest, 'measureId'))
    if (!measure || first.id === latest.id) return []
    const change = worsened({
      measure,
      first: Number(first['total']),
      latest: Number(latest['total']),
    })
    return change.isWorse ? [{ first, latest, points: change.points }] : []
  })
  if (!worse.length) return null
  const names = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: worse.map(({ latest }) => latest),
    name: 'displayName',
  })
  return (
    <Card count={worse.length} title="Scores that got worse">
      <ul className="ops-queue">
        {worse.map(({ first, latest, points }) => (
          <li key={latest.id}>
            <div className="ops-queue__what">
              <a href={`/admin/patient/${refIn(latest, 'patient')}?section=measures`}>
                {names.get(refIn(latest, 'patient'))}
              </a>
              <span className="ops-small ops-muted ops-number">
                {textIn(latest, 'measureId')} {textIn(first, 'total')} → {textIn(latest, 'total')},{' '}
                {formatDateTime({ instant: textIn(latest, 'submittedAt'), zone: practiceZone() })}
              </span>
            </div>
            <Chip icon="up" tone="bad">
              {points} points worse
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
