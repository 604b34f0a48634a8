import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { Refusal } from '@/src/lib/errors'

/** The search parameters of a request, checked; a sentence per parameter that is wrong (400). */
export const queryOf = <Query>(req: PayloadRequest, schema: z.ZodType<Query>): Query => {
  const result = schema.safeParse(req.query ?? {})
  if (result.success) return result.data
  throw new Refusal(
    'invalid',
    result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  )
}
