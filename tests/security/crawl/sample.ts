import { createHash } from 'node:crypto'

/** One part in `of`, the same for the same words; in a full run everything, or one part in `ofFull`. */
export const isSampled = (words: string, of: number, ofFull = 1): boolean => {
  const number = Number.parseInt(createHash('sha256').update(words).digest('hex').slice(0, 8), 16)
  return number % (process.env['SECURITY_FULL'] === '1' ? ofFull : of) === 0
}
