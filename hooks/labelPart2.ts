import type { CollectionBeforeChangeHook, Field } from 'payload'
import { idIn } from '@/src/domain/row'
import { factReader } from './facts'
import type { FactReader } from './rules/rule'

/** A column with a record that hands its label on. */
export type LabelSource = { column: string; slug: string }

/** The label that keeps a record inside unless a consent of its own lets it out (42 CFR part 2, R64). */
export const part2Field = (): Field => ({
  name: 'isPart2',
  type: 'checkbox',
  label: 'Part 2 record',
  defaultValue: false,
  index: true,
  access: { create: () => false, update: () => false },
  admin: { readOnly: true, condition: (data) => data?.['isPart2'] === true },
  custom: { managed: true },
})

const hasLabel = async (read: FactReader, slug: string, id: string | null): Promise<boolean> =>
  id !== null && (await read.one(slug, id))?.['isPart2'] === true

/**
 * Labels a record when it is made: in a practice that is a program as a whole, for a patient who is in it,
 * or because what it is made from has the label.
 */
export const labelPart2 =
  (sources: readonly LabelSource[]): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    if (operation !== 'create' || data['isPart2'] === true) return data
    const read = factReader(req)
    const program = (await read.global('practice'))['part2Program'] ?? 'none'
    if (program === 'none') return data
    const asked: LabelSource[] = [{ column: 'patient', slug: 'patients' }, ...sources]
    for (const { column, slug } of program === 'all' ? [] : asked)
      if (await hasLabel(read, slug, idIn(data, column))) return { ...data, isPart2: true }
    return { ...data, isPart2: program === 'all' }
  }
