import type { Endpoint, PayloadRequest } from 'payload'
import { openapi } from 'payload-oapi'
import { door } from '@/access/doors'
import { matrix } from '@/access/matrix'
import { isClosed } from '@/access/policy'
import { actorOf } from '@/access/principal'
import { allActions } from '@/hooks/actions/registry'
import { Refusal } from '../lib/errors'
import { actionPaths, sharedSchemas } from './actionPaths'

type Document = {
  paths: Record<string, unknown>
  components?: { schemas?: Record<string, unknown>; securitySchemes?: Record<string, unknown> }
}

const metadata = {
  title: 'Therapy Ops',
  version: '1',
  description:
    'Collections, globals and actions of the practice. Who may reach what is decided per caller.',
}

// Rows nobody holds anything in.
const closedSlugs = Object.keys(matrix).filter(
  (slug) => !slug.startsWith('payload-') && isClosed(slug),
)

const generated = openapi({
  openapiVersion: '3.1',
  metadata,
  filters: { hideInternalCollections: true, excludeCollections: closedSlugs },
})({} as never) as unknown as {
  endpoints: Endpoint[] // a plugin takes and answers a configuration
}

// Columns no door ever shows.
const hidden = new Set([
  'passwordHash',
  'keyHash',
  'sealed',
  'recordUid',
  'pendingAction',
  'lastAction',
  'canonical',
  'prevHash',
  'hmac',
  'keyId',
])

const withoutHidden = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.filter((each) => !hidden.has(String(each).replace(/^-/, ''))).map(withoutHidden)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !hidden.has(name))
      .map(([name, each]) => [name, withoutHidden(each)]),
  )
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'therapy-staff' },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made by the owner of the practice.',
  },
}

/** The whole API as one OpenAPI 3.1 document: what Payload generates, completed by the actions. */
export const openapiDocument = async (req: PayloadRequest): Promise<Document> => {
  const [endpoint] = generated.endpoints
  if (!endpoint) throw new Error('The OpenAPI generator offers no endpoint.')
  const response = (await endpoint.handler(req)) as Response
  const document = withoutHidden(await response.json()) as Document
  return {
    ...document,
    paths: { ...document.paths, ...actionPaths(allActions()) },
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...sharedSchemas },
      securitySchemes,
    },
    security: [{ session: [] }, { apiKey: [] }],
  } as Document
}

export const openapiEndpoint: Endpoint = door('self', {
  method: 'get',
  path: '/openapi.json',
  handler: async (req) => {
    const { kind } = actorOf(req)
    if (kind !== 'staff' && kind !== 'apiClient') throw new Refusal('signed-out', 'Sign in first.')
    return Response.json(await openapiDocument(req), { headers: { 'Cache-Control': 'no-store' } })
  },
})
