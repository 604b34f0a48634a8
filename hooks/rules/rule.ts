import type { Where } from 'payload'
import type { Actor } from '@/access/principal'
import type { StaffRole } from '@/access/roles'
import type { Row } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import type { Change } from '../change'
import type { RuleSettings, SettingTarget } from './settings'

/** Reads what a rule needs to know about other records; unaudited, read-only. */
export type FactReader = {
  one: (slug: string, where: string | Where | null | undefined) => Promise<Row | null>
  many: (slug: string, where: Where, options?: { sort?: string; limit?: number }) => Promise<Row[]>
  count: (slug: string, where: Where) => Promise<number>
  /** A global, such as `practice`. */
  global: (slug: string) => Promise<Row>
  /** The plain text of a record's confidential fields. */
  text: (slug: string, row: Row | null) => Promise<Row>
}

export type RuleContext<Facts> = {
  change: Change
  facts: Facts
  settings: RuleSettings
  /** The practice's clock. */
  now: Date
  /** Today in the practice's zone, YYYY-MM-DD. */
  today: string
  /** IANA zone of the practice. */
  zone: string
  actor: Actor
  /** True when the write is the system's own follow-up of an action. */
  isSystem: boolean
}

export type RuleArea =
  | 'intake'
  | 'treatment'
  | 'records'
  | 'billing'
  | 'people'
  | 'outreach'
  | 'sharing'
  | 'system'

export type Rule<Facts = unknown> = {
  id: string
  title: string
  area: RuleArea
  /** `slug:create`, `slug:update`, `slug:delete`, `slug:action:name`, or `*:delete` for all collections. */
  appliesTo: readonly string[]
  /** Who may go past it with a reason; null when nobody may. */
  override: { roles: readonly StaffRole[] } | null
  /** HTTP status of the refusal; 422 unless the record's state is the reason (409). */
  status?: 409 | 422
  /** A rule that only tells and never blocks. */
  isAdvice?: boolean
  target?: (change: Change) => SettingTarget
  facts?: (read: FactReader, change: Change) => Promise<Facts>
  check: (context: RuleContext<Facts>) => Finding[]
}

// The registry holds rules with facts of different shapes; each rule was checked where it was defined.
export type AnyRule = Rule<never>

export const defineRule = <Facts>(rule: Rule<Facts>): AnyRule => rule as unknown as AnyRule // see AnyRule
