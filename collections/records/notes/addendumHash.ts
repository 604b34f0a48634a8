import { canonicalJson, contentHash } from '@/src/domain/records/canonical'
import type { Row } from '@/src/domain/row'

const names = ['note', 'assessment', 'patient', 'author', 'kind', 'text', 'serviceDate']

/** SHA-256 of what a signature under an addendum stands for. */
export const addendumHash = (row: Row): string =>
  contentHash(
    canonicalJson({
      ...Object.fromEntries(names.map((name) => [name, row[name] ? String(row[name]) : null])),
      number: Number(row['number'] ?? 0),
    }),
  )
