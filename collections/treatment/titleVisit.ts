import type { CollectionBeforeChangeHook, TextField } from 'payload'
import { visitTitle } from '@/src/domain/scheduling/visitTitle'
import { managed } from '../fields/managed'

/** What lists and links call a visit; made from when it is and of which kind. */
export const visitTitleField = (): TextField =>
  managed<TextField>({
    name: 'title',
    type: 'text',
    label: 'Visit',
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  })

/** Names a visit by the column that says when it begins. */
export const titleVisit =
  (start: 'startsAt' | 'startedAt'): CollectionBeforeChangeHook =>
  ({ data, originalDoc }) => {
    const visit = { ...originalDoc, ...data }
    const { [start]: instant, kind, zone } = visit
    return instant && zone ? { ...data, title: visitTitle({ instant, zone, kind }) } : data
  }
