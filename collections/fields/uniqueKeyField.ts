import type { TextField } from 'payload'
import { managed } from './managed'

/** Deterministic key that makes repeating a step change nothing. */
export const uniqueKeyField = (): TextField =>
  managed({
    name: 'uniqueKey',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    admin: { hidden: true },
  })
