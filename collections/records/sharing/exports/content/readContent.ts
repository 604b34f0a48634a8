import type { CollectionSlug } from 'payload'
import type { LocalApi } from '@/access/asSystem'
import type { View } from '@/access/proxyView'
import { isWithin } from '@/src/domain/calendarDate'
import { idIn, type StoredRow } from '@/src/domain/row'
import { classesIn } from '@/src/domain/sharing/recordClasses'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { type ContentSpec, contentSpecs } from './contentSpecs'

export type Content = { spec: ContentSpec; rows: StoredRow[] }

export type Asked = {
  patient: string
  classes: string
  from: string | null
  to: string | null
  /** For the private page: what a clinician hid from it stays out, whoever asked (R68). */
  isForPortal: boolean
  /** Through whose eyes, where it is for somebody who acts for the patient. */
  view?: View | null
  /** Part 2 records too; nothing says so where they are left out. */
  withPart2: boolean
}

/** The day a row is about, as YYYY-MM-DD; empty where it has none. */
export const dayOf = ({ day }: ContentSpec, row: StoredRow): string => {
  const value = row[day]
  if (typeof value !== 'string' || !value) return ''
  return value.length === 10 ? value : practiceDayOf(value)
}

const rowsOf = async (
  system: LocalApi,
  spec: ContentSpec,
  patient: string,
): Promise<StoredRow[]> => {
  const { docs } = await system.find({
    collection: spec.slug as CollectionSlug, // of the list
    where: { and: [{ patient: { equals: patient } }, spec.where] },
    limit: 0,
    pagination: false,
  })
  return docs as unknown as StoredRow[] // read by column
}

const inOrder = (spec: ContentSpec, rows: readonly StoredRow[]): StoredRow[] =>
  rows.toSorted(
    (one, other) =>
      dayOf(spec, one).localeCompare(dayOf(spec, other)) ||
      Number(one['number'] ?? one['order'] ?? 0) - Number(other['number'] ?? other['order'] ?? 0) ||
      one.id.localeCompare(other.id),
  )

/** What was asked for, kind by kind: one question each; what hangs on a record comes with it, or not at all. */
export const readContent = async (
  system: LocalApi,
  { patient, classes, from, to, isForPortal, view, withPart2 }: Asked,
  progress: (done: number, total: number) => Promise<void>,
): Promise<Content[]> => {
  const chosen = new Set<string>(classesIn(classes))
  const specs = contentSpecs.filter(({ of }) => chosen.has(of))
  const contents: Content[] = []
  const taken = new Set<string>()
  for (const [index, spec] of specs.entries()) {
    const found = await rowsOf(system, spec, patient)
    const seen = view ? found.flatMap((row) => view(spec.slug, row) ?? []) : found
    const rows = seen
      .filter((row) => idIn(row, 'patient') === patient)
      .filter((row) => !isForPortal || row['hiddenFrom'] !== 'everybody')
      .filter((row) => withPart2 || row['isPart2'] !== true)
      .filter((row) =>
        spec.under
          ? taken.has(`${spec.under.slug}|${idIn(row, spec.under.column)}`)
          : isWithin(dayOf(spec, row), { from, to }),
      )
    for (const { id } of rows) taken.add(`${spec.slug}|${id}`)
    contents.push({ spec, rows: inOrder(spec, rows) })
    await progress(index + 1, specs.length)
  }
  return contents
}
