import { randomUUID } from 'node:crypto'
import { asSystem } from '@/access/asSystem'
import { sealTexts } from '@/hooks/sealConfidential'
import { payloadRoute } from '@/src/lib/http/payloadRoute'
import type { TestApp } from './boot'
import { insert } from './people'

/** A row with confidential texts, straight into the database. */
export const insertSealed = async (
  app: TestApp,
  slug: string,
  { data, texts }: { data: Record<string, unknown>; texts: Record<string, string> },
): Promise<string> => {
  const { req } = await asSystem(app.payload, 'Test: a row with sealed text')
  const row = { rev: 1, recordUid: randomUUID(), ...data }
  return insert(app, slug, { ...row, sealed: await sealTexts(req, slug, row, texts) })
}

type PortalAnswer = { status: number; text: string; body: unknown }

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type PortalDoor = (
  method: Method,
  path: string,
  body?: Record<string, unknown>,
) => Promise<PortalAnswer>

/** The portal's own address as the server answers it, `/portal/api/...`, with this cookie. */
export const portalDoor = (app: TestApp, cookie: string): PortalDoor => {
  const handlers = payloadRoute(Promise.resolve(app.config), 'portal')
  return async (method, path, body) => {
    const [pathname = '', query] = path.split('?')
    const request = new Request(
      `http://localhost:3000/portal/api${pathname}${query ? `?${query}` : ''}`,
      {
        method,
        headers: {
          host: 'localhost:3000',
          ...(cookie ? { cookie } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
      },
    )
    const slug = pathname.split('/').filter(Boolean)
    const response = await handlers[method](request, { params: Promise.resolve({ slug }) })
    const text = await response.text()
    return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : null }
  }
}

export const docsOf = (answer: PortalAnswer): Record<string, unknown>[] => {
  const { body } = answer
  const docs = body && typeof body === 'object' && 'docs' in body ? body.docs : []
  return Array.isArray(docs) ? docs : []
}
