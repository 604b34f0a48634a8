import { isIP } from 'node:net'

/**
 * The address a request came from, without an IPv4 address's IPv6 dress; empty when nothing says it. Our
 * proxy replaces X-Real-IP (docs/deploy.md). Without one the server itself writes the last entry of
 * X-Forwarded-For; earlier ones are what the sender claims.
 */
export const callerAddress = (headers: Headers): string => {
  const real = (headers.get('x-real-ip') ?? '').trim()
  const last = (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? ''
  const given = (real || last).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(given) ? given : ''
}
