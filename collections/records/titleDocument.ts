import type { CollectionBeforeChangeHook } from 'payload'
import { documentTitle } from '@/src/domain/records/documentTitle'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'

/** Names a file by what it is and the day it came. */
export const titleDocument: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { kind, side } = { ...originalDoc, ...data }
  const day = originalDoc?.createdAt ? practiceDayOf(originalDoc.createdAt) : practiceToday()
  return { ...data, title: documentTitle({ kind, side, day }) }
}
