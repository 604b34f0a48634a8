import { hmac } from './crypto'
import { env } from './env'

/**
 * HMAC-SHA-256 in hex under the product's secret: what is kept of a word that only its owner may know. `purpose`
 * keeps hashes of one kind from standing for another.
 */
export const keyedHash = (purpose: string, ...parts: readonly string[]): string =>
  hmac(env.PAYLOAD_SECRET ?? 'development', [purpose, ...parts].join('|'))
