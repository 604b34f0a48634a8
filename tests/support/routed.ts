import { payloadRoute } from '@/src/lib/http/payloadRoute'
import type { TestApp } from './boot'

export const origin = 'http://localhost:3000'

export type Routed = (path: string, init?: RequestInit & { cookie?: string }) => Promise<Response>

/** Through the very route the server answers with, so that its headers can be seen. */
export const routedOf =
  (app: () => TestApp): Routed =>
  async (path, { method = 'GET', cookie = '', headers = {}, body } = {}) => {
    const routes = payloadRoute(Promise.resolve(app().config), 'staff')
    const slug = new URL(path, origin).pathname.split('/').slice(2)
    const request = new Request(`${origin}${path}`, {
      method,
      headers: { host: 'localhost:3000', cookie, ...(headers as Record<string, string>) },
      body: body ?? null,
    })
    return routes[method as 'GET'](request, { params: Promise.resolve({ slug }) })
  }
