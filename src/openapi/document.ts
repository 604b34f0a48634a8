import type { PayloadRequest, SanitizedConfig } from 'payload'
import { openapi } from 'payload-oapi'
import { loose } from '@/access/arrangeFields'
import { isClosed } from '@/access/policy'
import { allActions } from '@/hooks/actions/registry'
import { actionPaths } from './actionPaths'
import { type Collection, collectionPaths, globalPaths } from './collectionPaths'
import { doorPaths } from './doorPaths'
import { withExamples } from './examples'
import { info } from './info'
import { isJson, type Json } from './json'
import { inputSchemaOf, propertiesOf, recordSchema } from './recordSchemas'
import { headers, parameters, responses, schemas } from './shared'

export type OpenapiDocument = {
  openapi: string
  paths: Record<string, Json>
  components: Record<string, Json>
} & Json

const isInternal = (slug: string): boolean => slug.startsWith('payload-')

const isShown = ({ slug }: { slug: string }): boolean => !isInternal(slug) && !isClosed(slug)

const generator = openapi({
  openapiVersion: '3.1',
  metadata: { title: info.title, version: info.version },
  filters: { hideInternalCollections: true },
})({} as never) as unknown as {
  endpoints: { handler: (req: PayloadRequest) => Promise<Response> }[] // a plugin takes and answers a configuration
}

/**
 * What the generator reads of a running product; the configuration alone is enough for it. What stands beside
 * what on a page is left out: inside of a row it would not see that a reference is sent as an id.
 */
const requestOf = (config: SanitizedConfig): PayloadRequest =>
  ({
    url: 'http://localhost/api/openapi.json',
    protocol: 'http:',
    headers: new Headers(),
    i18n: { t: (key: string) => key },
    payload: {
      config,
      collections: Object.fromEntries(
        config.collections.map((collection) => [
          collection.slug,
          { config: { ...collection, fields: loose(collection.fields) } },
        ]),
      ),
      globals: { config: config.globals },
    },
  }) as unknown as PayloadRequest // see above

type Generated = { paths: Record<string, Json>; components: Record<string, Record<string, Json>> }

const generatedOf = async (config: SanitizedConfig): Promise<Generated> => {
  const [endpoint] = generator.endpoints
  if (!endpoint) throw new Error('The OpenAPI generator offers no endpoint.')
  return (await (await endpoint.handler(requestOf(config))).json()) as Generated
}

/** The name that the generator gave to the records behind an address. */
const nameBehind = ({ paths }: Generated, path: string): string => {
  const found = JSON.stringify(paths[path]?.['get'] ?? {}).match(
    /#\/components\/responses\/([^"]+?)(?:List)?Response"/,
  )
  if (!found?.[1]) throw new Error(`The OpenAPI generator describes no ${path}.`)
  return found[1]
}

const label = (labels: { singular?: unknown; plural?: unknown }, which: 'singular' | 'plural') =>
  typeof labels[which] === 'string' ? labels[which] : ''

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const bodyOf = (generated: Generated, name: string): Json => {
  const content = generated.components['requestBodies']?.[`${name}RequestBody`]?.['content']
  const json = isJson(content) ? content['application/json'] : null
  return isJson(json) && isJson(json['schema']) ? json['schema'] : {}
}

const sortedByName = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)))

const describeAll = async (config: SanitizedConfig): Promise<OpenapiDocument> => {
  const generated = await generatedOf(config)
  const records: Json = {}
  const paths: Record<string, Json> = {}
  for (const each of config.collections.filter(isShown)) {
    const { slug, labels, flattenedFields } = each
    const name = nameBehind(generated, `/api/${slug}`)
    const described = { slug, fields: flattenedFields }
    const input = bodyOf(generated, name)
    records[name] = recordSchema(described, generated.components['schemas']?.[name] ?? {})
    records[`${name}New`] = inputSchemaOf(described, input, true)
    records[`${name}Change`] = inputSchemaOf(described, input, false)
    const collection: Collection = {
      slug,
      name,
      singular: lower(label(labels, 'singular')),
      plural: lower(label(labels, 'plural')),
      hasChanges: each.timestamps !== false,
      hasFile: Boolean(each.upload),
      hasRevision: flattenedFields.some((field) => field.name === 'rev'),
    }
    Object.assign(paths, collectionPaths(collection))
  }
  for (const { slug } of config.globals.filter(isShown)) {
    const name = nameBehind(generated, `/api/globals/${slug}`)
    // What was never saved has no id.
    const { required: _, ...schema } = generated.components['schemas']?.[name] ?? {}
    const properties = propertiesOf(schema)
    records[name] = { ...schema, properties, additionalProperties: true }
    Object.assign(paths, globalPaths({ slug, name }))
  }
  Object.assign(paths, actionPaths(allActions()))
  for (const [path, item] of Object.entries(doorPaths(config, paths)))
    paths[path] = { ...paths[path], ...(item as Json) } // a path item
  const known = { ...records, ...schemas }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
    tags: [...new Set(Object.values(paths).flatMap(tagsIn))].sort().map((name) => ({ name })),
    paths: sortedByName(paths),
    components: {
      schemas: sortedByName({ ...missingOf(known, generated), ...known }),
      parameters,
      headers,
      responses,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'therapy-staff' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made by the owner of the practice.',
        },
      },
    },
  }
}

const tagsIn = (item: Json): string[] =>
  Object.values(item).flatMap((operation) =>
    isJson(operation) && Array.isArray(operation['tags']) ? operation['tags'].map(String) : [],
  )

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => String(name),
  )

/** Schemas that described ones point at and that are not described themselves, such as blocks of a page. */
const missingOf = (known: Json, generated: Generated): Json => {
  const missing: Json = {}
  let wanted = refsIn(known)
  while (wanted.length) {
    const fresh = wanted.filter((name) => !(name in known) && !(name in missing))
    for (const name of fresh) missing[name] = generated.components['schemas']?.[name] ?? {}
    wanted = fresh.flatMap((name) => refsIn(missing[name]))
  }
  return missing
}

let made: Promise<OpenapiDocument> | null = null

/**
 * The whole API as one OpenAPI 3.1 document: the records as Payload describes them, the ways to them as the
 * policy table and the actions have it. It is the same for everybody and made once.
 */
export const openapiDocument = (config: SanitizedConfig): Promise<OpenapiDocument> => {
  made ??= describeAll(config).then(withExamples)
  return made
}
