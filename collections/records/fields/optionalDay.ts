import { z } from 'zod'
import { isCalendarDate } from '@/src/domain/calendarDate'

/** A calendar day that may be missing; an empty form field counts as missing. */
export const optionalDay = () =>
  z
    .union([z.string(), z.null()])
    .optional()
    .transform((day) => day || undefined)
    .refine((day) => !day || isCalendarDate(day), 'Enter a date that exists, as year-month-day.')
