import { z } from 'zod'
import type { MeasureAnswers } from '@/src/domain/measures/types'

/** An empty choice of a form is a question left empty, not a zero. */
const withoutBlanks = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, answer]) => [key, answer === '' ? null : answer]),
      )
    : value

const answers = z.record(z.string(), z.union([z.number(), z.null(), z.string().regex(/^\d+$/)]))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Answers by item id, as an object or as its JSON text; digits in text count as numbers. */
export const answersInput = z
  .union([z.string(), z.record(z.string(), z.unknown())], { error: 'Send the answers.' })
  .transform((given, context): MeasureAnswers => {
    const read = answers.safeParse(withoutBlanks(typeof given === 'string' ? parse(given) : given))
    if (read.success) {
      return Object.fromEntries(
        Object.entries(read.data).map(([key, value]) => [
          key,
          value === null ? null : Number(value),
        ]),
      )
    }
    context.addIssue({
      code: 'custom',
      message: 'The answers could not be read. Answer each question with one of its options.',
    })
    return z.NEVER
  })
