import { formatDate } from '@/src/domain/calendarDate'
import { type StoredRow, textIn } from '@/src/domain/row'

/** "Session of Apr 14, 2026" */
export const noteTitle = (note: StoredRow): string => {
  const day = textIn(note, 'serviceDate')
  const what = textIn(note, 'kind') === 'contact' ? 'Contact' : 'Session'
  return day ? `${what} of ${formatDate(day)}` : what
}
