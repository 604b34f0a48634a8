import { assembleRows } from './assembleRows'
import { billing } from './matrixRows/billing'
import { globals } from './matrixRows/globals'
import { intake } from './matrixRows/intake'
import { outreach } from './matrixRows/outreach'
import { payloadsOwn } from './matrixRows/payloadsOwn'
import { people } from './matrixRows/people'
import { records } from './matrixRows/records'
import { retention } from './matrixRows/retention'
import type { Rows } from './matrixRows/row'
import { sharing } from './matrixRows/sharing'
import { system } from './matrixRows/system'
import { treatment } from './matrixRows/treatment'

const areas: readonly Rows[] = [
  intake,
  treatment,
  records,
  retention,
  sharing,
  billing,
  people,
  outreach,
  system,
  globals,
  payloadsOwn,
]

/**
 * THE policy table. For every collection and every principal: verb/scope pairs, by area in access/matrixRows/.
 *
 * Verbs: C create, R read, U update, D delete, V read versions, X export; any other word is a named
 * action. `-` grants nothing. Several verbs may share a scope: `CRU/all`. Scopes are defined in
 * scopes.ts. A principal without a cell stops the boot.
 */
export const matrix: Rows = assembleRows(areas, 'access/matrixRows/')

/** Rows that Payload itself guards by owner (`payload-preferences`) or that only the system writes. */
export const internalSlugs = [
  'payload-preferences',
  'payload-locked-documents',
  'payload-jobs',
  'payload-jobs-stats',
  'payload-migrations',
  'payload-kv',
] as const
