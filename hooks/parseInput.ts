import type { z } from 'zod'
import { Refusal } from '@/src/lib/errors'

/** Parses what a form, an address or a program gave. Throws a Refusal with one finding per field (400). */
export const parseInput = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}
