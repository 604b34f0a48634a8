import { isIP } from 'node:net'

/**
 * Where a request came from. The last entry of X-Forwarded-For is the one our own proxy, or Next itself,
 * wrote; earlier ones are what the sender claims. Empty when nothing says so.
 */
export const addressOf = (headers: Headers): string => {
  const written = (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? ''
  const address = (written || headers.get('x-real-ip') || '').replace(/^::ffff:/i, '')
  return isIP(address) ? address : ''
}
