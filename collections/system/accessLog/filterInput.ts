import { z } from 'zod'
import { optionalChoice, optionalText } from '@/collections/fields/actionInputs'
import { addDays, isCalendarDate } from '@/src/domain/calendarDate'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { type LogFilter, logActions } from './findEvents'

const day = z.preprocess(
  (value) => (value === '' || value === null ? undefined : value),
  z
    .string()
    .refine(isCalendarDate, 'Enter a date that exists, as year-month-day, for example 2026-04-14.')
    .optional(),
)

export const filterSchema = z.object({
  patient: optionalText(80),
  actor: optionalText(80),
  action: optionalChoice(logActions),
  /** First and last calendar day, on the practice's clocks. */
  from: day,
  to: day,
  before: z.iso.datetime('The place to go on from is not an instant.').optional(),
})

/** The filter for the log; days become the instants they begin and end at. */
export const filterOf = (input: z.output<typeof filterSchema>): LogFilter => {
  const zone = practiceZone()
  return {
    patient: input.patient,
    actor: input.actor,
    action: input.action,
    from: input.from ? dayRange({ date: input.from, zone }).start : undefined,
    to: input.to ? dayRange({ date: addDays(input.to, 1), zone }).start : undefined,
  }
}
