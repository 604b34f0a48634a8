import { operators } from '@/hooks/guardQuery'
import { refusalCodes } from '@/src/lib/errors'
import { signInSchemas } from './doors/signIn'
import { type Json, ref } from './json'

const header = (description: string, schema: Json): Json => ({ description, schema })

export const headers: Json = {
  'RateLimit-Limit': header('Calls a minute that this client may make.', { type: 'integer' }),
  'RateLimit-Remaining': header('How many of them are left.', { type: 'integer' }),
  'RateLimit-Reset': header('Seconds until all of them are there again.', { type: 'integer' }),
  'Retry-After': header('Seconds to wait before the next call.', { type: 'integer' }),
}

const limitHeaders: Json = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    ref('headers', name),
  ]),
)

const query = (name: string, description: string, schema: Json, more: Json = {}): Json => ({
  name,
  in: 'query',
  description,
  schema,
  ...more,
})

export const parameters: Json = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  limit: query('limit', 'How many records at most, 10 unless said.', {
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  }),
  page: query('page', 'Which page; not together with `after`.', { type: 'integer', minimum: 1 }),
  after: query(
    'after',
    'Reads a long list by a cursor: empty to begin, then the `after` of the last answer, until that is null.',
    { type: 'string' },
  ),
  since: query('after', 'The `after` of the last answer; empty to begin.', { type: 'string' }),
  filter: query(
    'filter',
    'A filter that comes with the list, such as `held`, or one that the caller keeps, by its id; `where` narrows it.',
    { type: 'string' },
  ),
  sort: query('sort', 'A field of the record, with - in front for the other way round.', {
    type: 'string',
  }),
  where: query(
    'where',
    'Conditions as `where[field][operator]=value`, at most 60 in 8 levels. A filter that names somebody goes by POST with `X-Payload-HTTP-Method-Override: GET`, as a form, so that no name is in an address.',
    ref('schemas', 'Where'),
    { style: 'deepObject', explode: true },
  ),
  select: query(
    'select',
    'Only these fields, as `select[field]=true`.',
    { type: 'object', additionalProperties: { type: 'string', enum: ['true'] } },
    { style: 'deepObject', explode: true },
  ),
  depth: query(
    'depth',
    'How far related records are filled in; 0 unless said. What is above 2 counts as 2.',
    {
      type: 'integer',
      minimum: 0,
      maximum: 2,
    },
  ),
  externalId: {
    name: 'value',
    in: 'path',
    required: true,
    description: 'What the asking client calls the record.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$' },
  },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The revision that was read, as "7"; software sends it, or `rev` in the body.',
    schema: { type: 'string' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Asking again with the same key and body changes nothing.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  },
}

const comparisons: Json = Object.fromEntries(
  [...operators].map((name) => [name, { type: ['string', 'number', 'boolean'] }]),
)

export const schemas: Json = {
  ...signInSchemas,
  Where: {
    type: 'object',
    description: 'Field names, each with an operator and a value.',
    additionalProperties: { type: 'object', properties: comparisons },
  },
  Page: {
    type: 'object',
    properties: {
      totalDocs: { type: 'integer', description: 'Not with `after`.' },
      limit: { type: 'integer' },
      totalPages: { type: 'integer' },
      page: { type: 'integer' },
      pagingCounter: { type: 'integer' },
      hasPrevPage: { type: 'boolean' },
      hasNextPage: { type: 'boolean' },
      prevPage: { type: ['integer', 'null'] },
      nextPage: { type: ['integer', 'null'] },
      after: {
        type: ['string', 'null'],
        description: 'With `after`: where to go on; null at the end.',
      },
    },
  },
  Changes: {
    type: 'object',
    required: ['removed', 'after', 'hasMore'],
    properties: {
      after: { type: 'string', description: 'Keep it for the next question.' },
      hasMore: { type: 'boolean', description: 'More is waiting: go on at once.' },
      removed: {
        type: 'array',
        description:
          'Records that were really deleted or destroyed since this reading began, for callers who may read every record of the kind. Drop what you have of them.',
        items: {
          type: 'object',
          required: ['id', 'removedAt'],
          properties: {
            id: { type: 'string' },
            removedAt: { type: 'string', format: 'date-time' },
          },
        },
      },
    },
  },
  Override: {
    type: 'object',
    required: ['rule', 'reason'],
    properties: { rule: { type: 'string' }, reason: { type: 'string' } },
  },
  ActionAnswer: {
    type: 'object',
    required: ['id', 'rev', 'isReplay'],
    properties: {
      id: { type: 'string' },
      status: { type: ['string', 'null'] },
      rev: { type: 'integer' },
      isReplay: { type: 'boolean', description: 'The same request was done before.' },
      result: { type: 'object' },
      advice: { type: 'array', items: { type: 'string' } },
    },
  },
  Errors: {
    type: 'object',
    required: ['errors'],
    properties: {
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['status', 'code', 'message', 'reference'],
          properties: {
            status: { type: 'integer' },
            code: { type: 'string', enum: [...refusalCodes, 'failed'] },
            message: { type: 'string', description: 'What is missing and the way out.' },
            rule: { type: 'string', description: 'The rule that refuses, such as R52.' },
            youMayOverride: { type: 'boolean', description: 'The caller may, with a reason.' },
            mayOverride: { type: 'array', items: { type: 'string' } },
            fixUrl: { type: 'string' },
            reference: { type: 'string', description: 'Quote it when asking for help.' },
            data: {
              type: 'object',
              properties: {
                errors: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: { path: { type: 'string' }, message: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}

const meanings: Readonly<Record<string, string>> = {
  400: 'The input is malformed; each entry names the field and the way out.',
  401: 'Nobody is signed in, or the session or key ended.',
  403: 'The caller holds no such right, or has to show the password again.',
  404: 'There is no such record, or it is out of reach.',
  409: 'The record stands elsewhere, was changed by somebody else, or the key was used for something else.',
  412: '`If-Match` names another revision than the record has.',
  413: 'More than is taken at once.',
  415: 'The content type is not taken; send JSON unless the operation says otherwise.',
  422: 'A rule refuses; `rule` names it and `mayOverride` who may go past it.',
  428: 'Software has to say which revision it read.',
  429: 'Too many calls; `Retry-After` says when to go on.',
  503: 'The access log cannot be written: nothing was done.',
}

export const responses: Json = Object.fromEntries(
  Object.entries(meanings).map(([status, description]) => [
    `Refused${status}`,
    {
      description,
      ...(status === '429' ? { headers: { 'Retry-After': ref('headers', 'Retry-After') } } : {}),
      content: { 'application/json': { schema: ref('schemas', 'Errors') } },
    },
  ]),
)

/** The refusals an operation may answer with. */
export const refusals = (...statuses: readonly number[]): Json =>
  Object.fromEntries(
    [...new Set([400, 401, 403, ...statuses, 429, 503])].map((status) => [
      String(status),
      ref('responses', `Refused${status}`),
    ]),
  )

/** An answer that holds what was asked for. */
export const answered = (description: string, schema: Json, gives = 'application/json'): Json => ({
  description,
  headers: limitHeaders,
  content: { [gives]: { schema } },
})
