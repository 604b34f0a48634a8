import { randomBytes, randomUUID } from 'node:crypto'
import { isMongo } from '@/src/lib/env'

/** An id as the database would give it, for rows that point at each other before they are stored. */
export const newId = (): string => (isMongo ? randomBytes(12).toString('hex') : randomUUID())
