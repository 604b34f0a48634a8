import type { StaffRole } from '@/access/roles'
import type { Row } from '@/src/domain/row'

/** What is about to happen to one record. */
export type Change = {
  slug: string
  /** `create`, `update`, `delete`, or `action:<name>`. */
  on: string
  before: Row | null
  /** The record as it would be afterwards; for an action, with what the action sets. */
  after: Row
  /** Names of the fields whose value changes. */
  changed: readonly string[]
  /** What an action was given. */
  input: Row
}

export type Override = { rule: string; reason: string }

export type OverrideRight = { roles: readonly StaffRole[] }

const notContent = new Set([
  'updatedAt',
  'createdAt',
  'rev',
  'sealed',
  'recordUid',
  'pendingAction',
  'lastAction',
])

const plain = (value: unknown): unknown =>
  value && typeof value === 'object' && 'id' in value ? value.id : (value ?? null)

const differs = (one: unknown, other: unknown): boolean => {
  if (one === other) return false
  const [mine, theirs] = [plain(one), plain(other)]
  return mine !== theirs && JSON.stringify(mine) !== JSON.stringify(theirs)
}

/** Names of top-level fields that differ. */
export const changedFields = (before: Row | null, after: Row): string[] =>
  Object.keys(after).filter(
    (name) =>
      after[name] !== undefined && !notContent.has(name) && differs(after[name], before?.[name]),
  )
