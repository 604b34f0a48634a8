import { formatDate } from '@/src/domain/calendarDate'
import { type Row, textOf } from './rows'

/** "Session of Apr 14, 2026" */
export const noteTitle = (note: Row): string => {
  const day = textOf(note, 'serviceDate')
  const what = textOf(note, 'kind') === 'contact' ? 'Contact' : 'Session'
  return day ? `${what} of ${formatDate(day)}` : what
}
