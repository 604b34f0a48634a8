import { formatDate } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { textOf } from './rows'

/** "Session of Apr 14, 2026" */
export const noteTitle = (note: StoredRow): string => {
  const day = textOf(note, 'serviceDate')
  const what = textOf(note, 'kind') === 'contact' ? 'Contact' : 'Session'
  return day ? `${what} of ${formatDate(day)}` : what
}
