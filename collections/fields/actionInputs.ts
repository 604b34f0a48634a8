import { z } from 'zod'
import { instantOf, toIso } from '@/src/domain/scheduling/zonedTime'

const emptyIsMissing = (value: unknown): unknown =>
  value === '' || value === null ? undefined : value

/** Text that must be there, trimmed. */
export const requiredText = (message: string, maxLength = 2000) =>
  z
    .preprocess((value) => value ?? '', z.string({ error: message }))
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, message)
    .refine((text) => text.length <= maxLength, `Use at most ${maxLength} characters.`)

/** Text that may be missing; an empty form field counts as missing. */
export const optionalText = (maxLength = 2000) =>
  z.preprocess(
    emptyIsMissing,
    z
      .string({ error: 'Enter text.' })
      .trim()
      .max(maxLength, `Use at most ${maxLength} characters.`)
      .optional(),
  )

/** One of the listed codes, or missing. */
export const optionalChoice = <const Codes extends readonly [string, ...string[]]>(
  codes: Codes,
  message = 'Choose one of the answers in the list.',
) => z.preprocess(emptyIsMissing, z.enum(codes, { error: message }).optional())

export const requiredChoice = <const Codes extends readonly [string, ...string[]]>(
  codes: Codes,
  message = 'Choose one of the answers in the list.',
) => z.preprocess(emptyIsMissing, z.enum(codes, { error: message }))

/** Several codes, as a list or as words with spaces between them. */
export const codesText = (message: string) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.join(' ') : value),
    z.string({ error: message }),
  )

/** A box as forms and JSON send it. */
export const flag = () =>
  z.preprocess(
    (value) => value === true || value === 'true' || value === 'on' || value === 1,
    z.boolean(),
  )

export const wholeNumber = ({ min, max, message }: { min: number; max: number; message: string }) =>
  z.preprocess(
    emptyIsMissing,
    z.coerce
      .number({ error: message })
      .int({ error: message })
      .min(min, { error: message })
      .max(max, { error: message }),
  )

export const optionalWholeNumber = (bounds: { min: number; max: number; message: string }) =>
  z.preprocess(emptyIsMissing, wholeNumber(bounds).optional())

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/
const local = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/

const isInstantText = (text: string): boolean => {
  try {
    if (withOffset.test(text)) return toIso(text).length > 0
    const [, date = '', time = ''] = local.exec(text) ?? []
    return instantOf({ date, time, zone: 'UTC' }).length > 0
  } catch {
    return false
  }
}

/**
 * A date and time: ISO with an offset, or what a clock on the wall shows (`2026-11-24T10:00`), which
 * `instantIn` reads in a location's zone.
 */
export const instantText = (message = 'Choose a date and time.') =>
  z.preprocess((value) => value ?? '', z.string({ error: message })).refine(isInstantText, message)

export const optionalInstantText = (message = 'Choose a date and time.') =>
  z.preprocess(emptyIsMissing, instantText(message).optional())

/** The instant, ISO UTC, that the text of a form means at a place. */
export const instantIn = (text: string, zone: string): string => {
  const [, date, time] = local.exec(text) ?? []
  return date && time ? instantOf({ date, time, zone }) : toIso(text)
}
