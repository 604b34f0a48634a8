import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { parseInput } from '@/hooks/parseInput'

/** The search parameters of a request, checked; a sentence per parameter that is wrong (400). */
export const queryOf = <Query>(req: PayloadRequest, schema: z.ZodType<Query>): Query =>
  parseInput(schema, req.query ?? {})
