import type { PayloadRequest } from 'payload'
import { findMeasure } from '@/src/domain/measures/catalog'
import { changeBetween } from '@/src/domain/measures/change'
import type { Row } from '@/src/domain/row'
import { only, readPart } from './readPart'

const pointColumns = [
  'id',
  'submittedAt',
  'total',
  'band',
  'isProrated',
  'isPositive',
  'hasCritical',
]

const seriesOf = (measureId: string, rows: readonly Row[]) => {
  const measure = findMeasure(measureId)
  const totals = rows
    .map((row) => row['total'])
    .filter((total): total is number => typeof total === 'number')
  const [first] = totals
  const latest = totals.at(-1)
  return {
    measureId,
    title: measure?.title ?? measureId,
    maximum: measure?.score.max ?? null,
    cutoff: measure?.score.cutoff.gte ?? null,
    points: rows.map((row) => only(row, pointColumns)),
    change:
      measure && first !== undefined && latest !== undefined && totals.length > 1
        ? changeBetween({ measure, first, latest })
        : null,
  }
}

/** Scores by measure, oldest first, with the change from first to latest; and what still waits for answers. */
export const measurePart = async (req: PayloadRequest, patient: string) => {
  const rows = await readPart(req, {
    slug: 'measure-responses',
    where: { patient: { equals: patient } },
    sort: 'submittedAt',
    limit: 500,
  })
  if (!rows) return { measures: null, openMeasures: null }
  const done = rows.filter((row) => row['status'] === 'submitted')
  const ids = [...new Set(done.map((row) => String(row['measureId'])))]
  return {
    measures: ids.map((id) =>
      seriesOf(
        id,
        done.filter((row) => row['measureId'] === id),
      ),
    ),
    openMeasures: rows
      .filter((row) => row['status'] === 'assigned')
      .map((row) => only(row, ['id', 'measureId', 'assignedAt', 'dueOn'])),
  }
}
