import { createHash } from 'node:crypto'

/** Everything is asked in a full run only; else one part in `of`, the same for the same words. */
export const isSampled = (words: string, of: number): boolean =>
  process.env['SECURITY_FULL'] === '1' ||
  Number.parseInt(createHash('sha256').update(words).digest('hex').slice(0, 8), 16) % of === 0
