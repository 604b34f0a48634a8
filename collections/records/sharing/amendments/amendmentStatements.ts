import type { FactReader } from '@/hooks/rules/rule'
import { formatDate } from '@/src/domain/calendarDate'
import { idIn, type Row } from '@/src/domain/row'
import { amendableClasses, amendmentGrounds } from '@/src/domain/sharing/amendments'
import type { ChartSection } from '@/src/domain/sharing/chartModel'
import { labelIn } from '@/src/domain/sharing/codes'
import { classesIn } from '@/src/domain/sharing/recordClasses'
import { practiceDayOf } from '@/src/lib/practiceZone'

type Asked = {
  patient: string | null
  classes: unknown
  withPart2: boolean
  /** Who acts for the patient sees what they said themselves; null where it is for anybody else. */
  account?: string | null
}

const day = (row: Row, name: string): string =>
  row[name] ? formatDate(practiceDayOf(String(row[name]))) : ''

const entryOf = (row: Row, note: Row | null): ChartSection['entries'][number] => ({
  title: `Statement of disagreement, ${day(row, 'disagreedAt')}`,
  facts: [
    { label: 'About', text: labelIn(amendableClasses, row['about']) },
    {
      label: 'Note of',
      text: note?.['serviceDate'] ? formatDate(String(note['serviceDate'])) : '',
    },
    { label: 'Denied on', text: day(row, 'closedAt') },
    { label: 'Ground', text: labelIn(amendmentGrounds, row['denialGround']) },
  ].filter(({ text }) => text),
  texts: [
    { label: 'What was asked to be changed', text: String(row['wrong'] ?? '') },
    { label: 'What it should say', text: String(row['wish'] ?? '') },
    { label: 'Why it was denied', text: String(row['denialReason'] ?? '') },
    {
      label: idIn(row, 'portalUser')
        ? 'Statement of who acts for the patient'
        : 'Statement of the patient',
      text: String(row['statement'] ?? ''),
    },
  ].filter(({ text }) => text),
  signatures: [],
  isPart2: row['isPart2'] === true,
})

/**
 * What a patient says about parts of the record that were not changed: goes along with every later disclosure
 * of those parts (45 CFR 164.526(d)(5)); none where there is nothing.
 */
export const amendmentStatements = async (
  read: FactReader,
  { patient, classes, withPart2, account }: Asked,
): Promise<ChartSection[]> => {
  if (!patient) return []
  const shared = new Set<string>(classesIn(classes))
  const found = await read.many(
    'amendment-requests',
    {
      and: [
        { patient: { equals: patient } },
        { status: { equals: 'denied' } },
        { disagreedAt: { exists: true } },
      ],
    },
    { sort: 'disagreedAt' },
  )
  const rows = found.filter(
    (row) =>
      row['disagreedAt'] &&
      (!account || idIn(row, 'portalUser') === account) &&
      (row['about'] === 'other' || shared.has(String(row['about']))) &&
      (withPart2 || row['isPart2'] !== true),
  )
  if (!rows.length) return []
  const ids = rows.map((row) => idIn(row, 'note') ?? '').filter(Boolean)
  const notes = ids.length ? await read.many('progress-notes', { id: { in: ids } }) : []
  const entries = await Promise.all(
    rows.map(async (row) =>
      entryOf(
        await read.text('amendment-requests', row),
        notes.find(({ id }) => id === idIn(row, 'note')) ?? null,
      ),
    ),
  )
  return [{ title: 'What the patient says about this record', entries }]
}
