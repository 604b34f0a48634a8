import type { PayloadRequest } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import type { Clinic } from '../seed/clinic'

/** Rows by collection. */
export type Rows = Record<string, StoredRow[]>

export const add = (rows: Rows, slug: string, ...more: StoredRow[]): void => {
  const known = rows[slug]
  if (known) known.push(...more)
  else rows[slug] = more
}

export type Visit = {
  day: string
  sequence: number
  code: '90791' | '90834'
  cents: number
  policy: string | null
  /** Running number of the claim, given to insured visits. */
  claimNumber: number
}

export type Context = { clinic: Clinic; req: PayloadRequest; today: string; stamps: object }
