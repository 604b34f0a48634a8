import type { LocalApi } from '@/access/asSystem'
import type { StaffRole } from '@/access/roles'
import { ensureRow } from '@/hooks/actions/ensureRow'

export type NewTask = {
  /** Repeating the step that caused it makes no second task. */
  uniqueKey: string
  title: string
  kind: string
  assignee?: string | null
  assignedRole?: StaffRole
  dueAt: Date
  isUrgent?: boolean
  /** The record it is about. */
  collectionSlug?: string
  recordId?: string
  /** Roles that may close it; anybody it is assigned to when empty. */
  closesOnlyBy?: readonly StaffRole[]
}

/** Makes one task, once. */
export const ensureTask = (system: LocalApi, task: NewTask) =>
  ensureRow(system, 'tasks', {
    ...task,
    dueAt: task.dueAt.toISOString(),
    isUrgent: task.isUrgent ?? false,
    status: 'open',
    closesOnlyBy: (task.closesOnlyBy ?? []).join(' '),
  })
