import { formatDate, formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceDayOf, practiceZone } from '../practiceZone'

/** "Apr 14, 2026" for an instant, on the practice's clocks. */
export const showDay = (instant: string): string => formatDate(practiceDayOf(instant))

/** "Tue, Apr 14, 2026, 10:00 AM PDT" for an instant, as signatures show it. */
export const showMoment = (instant: string): string =>
  formatFullDateTime({ instant, zone: practiceZone() })
