import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fieldClasses } from '@/access/fieldClasses'
import { matrix } from '@/access/matrix'
import type { Mutant } from './mutant'

/** What the last full run proved; npm run test:security -- --full writes it. */
export const provenFile = resolve('tests', 'security', 'proven.json')

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)

/** A word for each row of the table and the classes of its fields, as they are now. */
export const rowsNow = (): Record<string, string> =>
  Object.fromEntries(
    Object.keys(matrix)
      .sort()
      .map((slug) => [slug, digest([matrix[slug], fieldClasses[slug] ?? null])]),
  )

/** Rows that are no longer what the last full run saw. */
export const rowsChanged = (proven: Readonly<Record<string, string>>): string[] =>
  Object.entries(rowsNow())
    .filter(([slug, word]) => proven[slug] !== word)
    .map(([slug]) => slug)

const shareOfTheRest = 20

/** The seed of the sample; another one tries others. */
export const seed = (): string => process.env['MUTANT_SEED'] ?? digest(rowsNow())

/** All of them in a full run; else those of changed rows and one in twenty of the others. */
export const choose = (mutants: readonly Mutant[]): Mutant[] => {
  if (process.env['SECURITY_FULL'] === '1') return [...mutants]
  const proven = JSON.parse(readFileSync(provenFile, 'utf8')) as { rows: Record<string, string> }
  const changed = rowsChanged(proven.rows)
  const given = seed()
  return mutants.filter(
    ({ slug, name }) =>
      (slug && changed.includes(slug)) ||
      Number.parseInt(digest([given, name]).slice(0, 8), 16) % shareOfTheRest === 0,
  )
}
