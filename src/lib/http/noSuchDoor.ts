import type { SanitizedConfig } from 'payload'
import { doorRegistry } from '@/access/doors'
import { otherMethods, refusal } from './refusal'

type Way = { method: string; pattern: RegExp }

const known = new WeakMap<SanitizedConfig, readonly Way[]>()

/** The addresses that take something, closed ones left out: they are not there for anybody. */
const waysOf = (config: SanitizedConfig): readonly Way[] => {
  const made = known.get(config)
  if (made) return made
  const ways = doorRegistry(config)
    .filter(({ classification, where }) => classification !== 'closed' && !/payload-/.test(where))
    .map(({ method, path, where }) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${`${where}${path}`.replace(/\/$/, '').replace(/:\w+\??/g, '[^/]+')}$`),
    }))
  known.set(config, ways)
  return ways
}

/** What Payload says without our shape where no endpoint takes a request. */
const isUnshaped = async (response: Response): Promise<boolean> => {
  const isJson = response.headers.get('content-type')?.includes('application/json')
  if (response.status !== 404 || !isJson) return false
  const body: unknown = await response.clone().json()
  return typeof body === 'object' && body !== null && !('errors' in body)
}

/** The refusal for a request that no endpoint took: 405 where the address takes other methods, else 404. */
export const noSuchDoor = async (
  config: Promise<SanitizedConfig> | SanitizedConfig,
  { slug, response }: { slug: readonly string[]; response: Response },
): Promise<Response | null> => {
  if (!(await isUnshaped(response))) return null
  const address = `/${slug.join('/')}`
  const ways = waysOf(await config).filter(({ pattern }) => pattern.test(address))
  const methods = [...new Set(ways.map(({ method }) => method))].sort()
  if (!methods.length)
    return refusal(404, 'not-found', 'There is no such address. The API document lists them all.')
  return otherMethods(methods)
}
