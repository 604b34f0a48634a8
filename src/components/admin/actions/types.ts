import type { ActionField } from '@/hooks/actions/define'
import type { WeekHours } from '@/src/domain/scheduling/weekHours'

/** What a button needs to know of an action; as GET /api/<slug>/:id/actions answers it. */
export type OfferedAction = {
  name: string
  label: string
  confirm?: string
  tone?: 'primary' | 'plain' | 'danger'
  fields: readonly ActionField[]
  stepUp?: boolean
  shown?: readonly { name: string; label: string }[]
  isPossible: boolean
}

export type FieldValue = string | number | boolean | WeekHours | null

export type FieldValues = Record<string, FieldValue>

export type ActionTarget = {
  slug: string
  /** Null for an action that makes a record. */
  id: string | null
  /** Revision that the person saw. */
  rev?: number | null
}
