import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import type { ImportKind } from '@/src/domain/imports/columns'
import type { StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import type { ImportState } from './importCodes'

/** A row of `import-runs` as the database keeps it. */
export type ImportRun = StoredRow & {
  kind: ImportKind
  status: ImportState
  fileName?: string | null
  lineCount: number
  doneCount?: number | null
  actsFor?: string | null
  uploadedBy: string
  leasedUntil?: string | null
}

/** What somebody has to hold to bring in a kind of record: what makes one by hand. */
const made: Readonly<Record<ImportKind, { slug: string; verb: string; who: string }>> = {
  patients: { slug: 'patients', verb: 'create', who: 'the owner and the front desk' },
  policies: { slug: 'insurance-policies', verb: 'create', who: 'the front desk and billing' },
  appointments: {
    slug: 'appointments',
    verb: 'book',
    who: 'the owner, the clinical director and the front desk',
  },
}

/**
 * Whether the caller may import records of a kind. A member of staff holds what makes one by hand; a program
 * was granted imports, and to read the patients that lines are compared with.
 */
export const mayImport = (req: PayloadRequest, kind: ImportKind): boolean => {
  if (!isGranted(req, 'import-runs', 'start') || !isGranted(req, 'patients', 'read')) return false
  const { slug, verb } = made[kind]
  return actorOf(req).kind === 'apiClient' || isGranted(req, slug, verb)
}

export const requireImport = (req: PayloadRequest, kind: ImportKind): void => {
  if (mayImport(req, kind)) return
  throw new Refusal(
    'not-granted',
    `Importing these is for ${made[kind].who}: the same people who enter them one by one.`,
  )
}
