import { env } from '../env'
import { securityHeaders } from './securityHeaders'

const forData = securityHeaders({ zone: 'api', isHttps: env.SERVER_URL.startsWith('https:') })

const isPublic = (headers: Headers): boolean =>
  headers.get('cache-control')?.startsWith('public') ?? false

/**
 * Puts the security headers on what the API answers. A file may be stricter than the rest, and a picture
 * of the website may be kept.
 */
export const withDataHeaders = (response: Response): Response => {
  const mayBeKept = response.ok && isPublic(response.headers)
  for (const [name, value] of Object.entries(forData)) {
    if (name === 'Cache-Control' && mayBeKept) continue
    if (name === 'Content-Security-Policy' && response.headers.has(name)) continue
    response.headers.set(name, value)
  }
  return response
}
