import type { Endpoint, PayloadRequest } from 'payload'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { Refusal } from '../lib/errors'
import { docsPage, docsStyle } from './docsPage'
import { openapiDocument } from './document'

const requireReader = (req: PayloadRequest): void => {
  const { kind } = actorOf(req)
  if (kind !== 'staff' && kind !== 'apiClient') throw new Refusal('signed-out', 'Sign in first.')
}

const documentEndpoint = door('self', {
  method: 'get',
  path: '/openapi.json',
  handler: async (req) => {
    requireReader(req)
    const document = await openapiDocument(req.payload.config)
    return Response.json(document, { headers: { 'Cache-Control': 'no-store' } })
  },
})

// Text and a stylesheet of ours; no script, no picture, nobody else.
const pagePolicy =
  "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

const pageEndpoint = door('self', {
  method: 'get',
  path: '/docs',
  handler: async (req) => {
    requireReader(req)
    const page = docsPage(await openapiDocument(req.payload.config))
    return new Response(page, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': pagePolicy,
        'Cache-Control': 'no-store',
      },
    })
  },
})

const styleEndpoint = door('public', {
  method: 'get',
  path: '/docs.css',
  handler: () =>
    new Response(docsStyle, { headers: { 'Content-Type': 'text/css; charset=utf-8' } }),
})

/** The API described: for programs, for people, and how the page for people looks. */
export const openapiEndpoints: Endpoint[] = [documentEndpoint, pageEndpoint, styleEndpoint]
