import type { AdminViewServerProps } from 'payload'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { paramIn } from '../page/params'

export type CalendarWish = {
  date: string
  view: 'day' | 'week'
  clinician: string
  location: string
}

export const wishIn = (params: AdminViewServerProps['searchParams']): CalendarWish => {
  const date = paramIn(params, 'date')
  return {
    date: isCalendarDate(date) ? date : practiceToday(),
    view: paramIn(params, 'view') === 'week' ? 'week' : 'day',
    clinician: paramIn(params, 'clinician'),
    location: paramIn(params, 'location'),
  }
}
