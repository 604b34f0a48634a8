import { policyOf } from '@/access/policy'
import { grantedWords, isHeld } from './grantedWords'
import { type Json, ref } from './json'
import { answered, refusals } from './shared'

export type Collection = {
  slug: string
  /** Of its schema: `Patient`. */
  name: string
  plural: string
  singular: string
  hasRevision: boolean
  /** It knows when each record was last written. */
  hasChanges: boolean
  /** A record with a file: handed in as a form. */
  hasFile: boolean
}

const parameter = (name: string): Json => ref('parameters', name)

/** A shared shape, with the records that it holds here. */
const holding = (shape: string, record: Json): Json => ({
  allOf: [
    ref('schemas', shape),
    {
      type: 'object',
      required: ['docs'],
      properties: { docs: { type: 'array', items: record } },
    },
  ],
})

const savedOf = (record: Json): Json => ({
  type: 'object',
  required: ['doc'],
  properties: { message: { type: 'string' }, doc: record },
})

const savedBefore: Json = {
  type: 'object',
  required: ['doc', 'isReplay'],
  properties: {
    message: { type: 'string' },
    doc: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    isReplay: { type: 'boolean', enum: [true] },
  },
}

const body = (schema: Json): Json => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** A file and, as JSON in `_payload`, what else there is to say. */
const form = (schema: Json): Json => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', contentMediaType: 'application/octet-stream' },
          _payload: schema,
        },
      },
      encoding: { _payload: { contentType: 'application/json' } },
    },
  },
})

/** What anybody may ask needs neither a session nor a key. */
const securityOf = (slug: string, verb: string): Json =>
  policyOf(slug).anonymous.has(verb) ? { security: [{}, { session: [] }, { apiKey: [] }] } : {}

type Operation = { verb: string; id: string; summary: string } & Json

const operation = ({ slug }: Collection, { id, summary, verb, ...rest }: Operation): Json => ({
  operationId: `${slug}.${id}`,
  summary,
  description: grantedWords(slug, verb),
  tags: [slug],
  ...securityOf(slug, verb),
  ...rest,
})

const reads = (collection: Collection): Json => {
  const { name, plural, singular, slug } = collection
  const record = ref('schemas', name)
  const filters = ['where', 'select', 'depth'].map(parameter)
  const list = operation(collection, {
    verb: 'read',
    id: 'list',
    summary: `List ${plural}`,
    parameters: [...['limit', 'page', 'after', 'sort', 'filter'].map(parameter), ...filters],
    responses: { 200: answered('A page of records.', holding('Page', record)), ...refusals() },
  })
  const one = operation(collection, {
    verb: 'read',
    id: 'read',
    summary: `Read ${singular}`,
    parameters: ['id', 'select', 'depth'].map(parameter),
    responses: { 200: answered('The record.', record), ...refusals(404) },
  })
  const changes = operation(collection, {
    verb: 'read',
    id: 'changes',
    summary: `What changed among ${plural}`,
    parameters: ['since', 'limit'].map(parameter),
    responses: {
      200: answered('In the order of the changes.', holding('Changes', record)),
      ...refusals(),
    },
  })
  const byExternalId = operation(collection, {
    verb: 'read',
    id: 'by-external-id',
    summary: `Read ${singular} by the client’s own id`,
    parameters: [parameter('externalId')],
    responses: { 200: answered('The record.', record), ...refusals(404) },
  })
  return {
    [`/api/${slug}`]: { get: list },
    [`/api/${slug}/{id}`]: { get: one },
    ...(collection.hasChanges ? { [`/api/${slug}/changes`]: { get: changes } } : {}),
    ...(policyOf(slug).apiClient.has('read')
      ? { [`/api/${slug}/by-external-id/{value}`]: { get: byExternalId } }
      : {}),
  }
}

const writes = (collection: Collection): Record<string, Json> => {
  const { name, singular, hasRevision, slug } = collection
  const saved = savedOf(ref('schemas', name))
  const made = ref('schemas', `${name}New`)
  const create = operation(collection, {
    verb: 'create',
    id: 'create',
    summary: `Make ${singular}`,
    parameters: [parameter('idempotencyKey')],
    requestBody: collection.hasFile ? form(made) : body(made),
    responses: {
      200: answered('Saved before, under the same Idempotency-Key.', savedBefore),
      201: answered('Saved.', saved),
      ...refusals(409, 413, 415, 422),
    },
  })
  const update = operation(collection, {
    verb: 'update',
    id: 'update',
    summary: `Change ${singular}`,
    parameters: [parameter('id'), ...(hasRevision ? [parameter('ifMatch')] : [])],
    requestBody: body(ref('schemas', `${name}Change`)),
    responses: {
      200: answered('Saved.', saved),
      ...refusals(404, 409, 413, 415, 422, ...(hasRevision ? [412, 428] : [])),
    },
  })
  const remove = operation(collection, {
    verb: 'delete',
    id: 'delete',
    summary: `Delete ${singular}`,
    parameters: [parameter('id')],
    responses: { 200: answered('Deleted.', { type: 'object' }), ...refusals(404, 409, 422) },
  })
  return {
    [`/api/${slug}`]: isHeld(slug, 'create') ? { post: create } : {},
    [`/api/${slug}/{id}`]: {
      ...(isHeld(slug, 'update') ? { patch: update } : {}),
      ...(isHeld(slug, 'delete') ? { delete: remove } : {}),
    },
  }
}

/** The standard ways to a collection, as far as anybody holds them. */
export const collectionPaths = (collection: Collection): Record<string, Json> => {
  const paths: Record<string, Json> = isHeld(collection.slug, 'read')
    ? (reads(collection) as Record<string, Json>) // a path item each
    : {}
  for (const [path, item] of Object.entries(writes(collection)))
    if (Object.keys(item).length) paths[path] = { ...paths[path], ...item }
  return paths
}

/** A global is there once: read and changed under one address. */
export const globalPaths = ({ slug, name }: { slug: string; name: string }): Json => {
  const record = ref('schemas', name)
  const read = {
    operationId: `${slug}.read`,
    summary: `Read ${slug.replaceAll('-', ' ')}`,
    description: grantedWords(slug, 'read'),
    tags: [slug],
    responses: { 200: answered('The settings.', record), ...refusals() },
  }
  const update = {
    operationId: `${slug}.update`,
    summary: `Change ${slug.replaceAll('-', ' ')}`,
    description: grantedWords(slug, 'update'),
    tags: [slug],
    requestBody: body(record),
    responses: { 200: answered('Saved.', { type: 'object' }), ...refusals(409, 413, 415, 422) },
  }
  return {
    [`/api/globals/${slug}`]: { get: read, ...(isHeld(slug, 'update') ? { post: update } : {}) },
  }
}
