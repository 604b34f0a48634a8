import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { LocalApi } from '@/access/asSystem'
import type { Actor } from '@/access/principal'
import type { Row, StoredRow } from '@/src/domain/row'
import type { FactReader } from '../rules/rule'

export type ActionFieldType =
  | 'text'
  | 'textarea'
  | 'select'
  /** Several of the options; the answer is their values, separated by spaces. */
  | 'choices'
  | 'number'
  | 'money'
  | 'day'
  | 'datetime'
  | 'checkbox'
  | 'relationship'
  /** When a place is open, as `WeekHours`. */
  | 'weekHours'

/** One question of an action's dialog; the same list feeds the button, the API document and the portal. */
export type ActionField = {
  name: string
  label: string
  type: ActionFieldType
  isRequired?: boolean
  help?: string
  options?: readonly { value: string; label: string }[]
  relationTo?: string
}

export type ActionContext<Input> = {
  req: PayloadRequest
  actor: Actor
  input: Input
  /** The record before, confidential text in plain; empty for an action that makes one. */
  record: Row
  read: FactReader
  system: LocalApi
  /** The practice's clock. */
  now: Date
  /** The same for every repetition of this call: what follows derives its unique keys from it. */
  key: string
}

export type Commit = {
  /**
   * What the commit writes: scalars and confidential texts, which are sealed on the way. For an action that
   * makes a record: its data.
   */
  set: Record<string, unknown>
  /** What the effects need to know, ids and numbers only; kept with the record until they are done. */
  refs?: Record<string, string | number | boolean | null>
  /** What to say beside the answer; it refuses nothing. */
  advice?: readonly string[]
}

export type EffectContext = {
  req: PayloadRequest
  system: LocalApi
  read: FactReader
  /** The record after the commit, confidential text in plain. */
  record: StoredRow
  refs: Record<string, string | number | boolean | null>
  now: Date
  /** Who asked; the same person when the sweeper finishes it. */
  actorId: string | null
}

export type Effect = {
  name: string
  /**
   * Reaches beyond the database, such as taking money. The commit is then kept before any effect runs:
   * what was done outside does not go away with a transaction that does.
   */
  isOutside?: boolean
  /** Must change nothing when it runs again. */
  run: (context: EffectContext) => Promise<void>
}

export type ActionDefinition<Input = Record<string, never>> = {
  slug: string
  /** Verb in the address and in the policy table, such as `sign`. */
  name: string
  /** What the button says. */
  label: string
  /** What will happen, shown before it does when it cannot be undone. */
  confirm?: string
  tone?: 'primary' | 'plain' | 'danger'
  /** `collection`: makes a record, POST /api/<slug>/<name>. `record`: POST /api/<slug>/:id/<name>. */
  on?: 'record' | 'collection'
  input: z.ZodType<Input>
  fields: readonly ActionField[]
  /** The record must stand here for the action to begin. */
  from?: { column: string; values: readonly (string | boolean | null)[] }
  /** Asks for the factor, or for who has none the password, unless it was shown in the last minutes. */
  stepUp?: boolean
  /** Prepares the commit. May make rows with deterministic keys; the commit itself comes after. */
  prepare: (context: ActionContext<Input>) => Promise<Commit>
  /** Takes back what `prepare` made when the commit did not happen. */
  release?: (context: ActionContext<Input>) => Promise<void>
  effects?: readonly Effect[]
  /** Of the answer, what a person has to see before going on, such as a new key. */
  shown?: readonly { name: string; label: string }[]
  /** What the caller gets besides the record's id, status and revision. */
  answer?: (context: EffectContext) => Promise<Row>
}

// Definitions with different inputs share one list; each parses its own input first.
export type AnyAction = ActionDefinition<never>

export const defineAction = <Input>(action: ActionDefinition<Input>): AnyAction =>
  action as unknown as AnyAction // see AnyAction
