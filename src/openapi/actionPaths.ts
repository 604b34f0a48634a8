import { z } from 'zod'
import type { AnyAction } from '@/hooks/actions/define'

type Json = Record<string, unknown>

const errorAnswer = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
})

const refusals: Json = {
  400: errorAnswer('The input is malformed; each entry names the field and the way out.'),
  401: errorAnswer('Nobody is signed in, or the session ended.'),
  403: errorAnswer('The caller holds no such right, or has to show the password again.'),
  404: errorAnswer('There is no such record, or it is out of reach.'),
  409: errorAnswer(
    'The record stands elsewhere, was changed by somebody else, or the key was used.',
  ),
  422: errorAnswer('A rule refuses; `rule` names it and `mayOverride` who may go past it.'),
}

const inputSchema = (action: AnyAction): Json => {
  const { $schema, ...schema } = z.toJSONSchema(action.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json
  const properties = (schema['properties'] ?? {}) as Json
  return {
    ...schema,
    type: 'object',
    properties: {
      ...properties,
      rev: { type: 'integer', description: 'The revision the caller saw.' },
      _override: {
        type: 'array',
        description: 'Rules to go past, each with a reason.',
        items: {
          type: 'object',
          required: ['rule', 'reason'],
          properties: { rule: { type: 'string' }, reason: { type: 'string' } },
        },
      },
    },
  }
}

const idParameter: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const keyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Asking again with the same key and body changes nothing.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

/** One path per action, from the same definition as its endpoint, button and permission. */
export const actionPaths = (actions: readonly AnyAction[]): Json =>
  Object.fromEntries(
    actions.map((action) => {
      const isNew = action.on === 'collection'
      const path = isNew
        ? `/api/${action.slug}/${action.name}`
        : `/api/${action.slug}/{id}/${action.name}`
      const operation = {
        operationId: `${action.slug}.${action.name}`,
        summary: action.label,
        description: action.confirm ?? '',
        tags: [action.slug],
        parameters: isNew ? [keyParameter] : [idParameter, keyParameter],
        requestBody: {
          required: false,
          content: { 'application/json': { schema: inputSchema(action) } },
        },
        responses: {
          [isNew ? '201' : '200']: {
            description: 'Done.',
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/ActionAnswer' } },
            },
          },
          ...refusals,
        },
      }
      return [path, { post: operation }]
    }),
  )

export const sharedSchemas: Json = {
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
            code: { type: 'string' },
            message: { type: 'string' },
            rule: { type: 'string' },
            mayOverride: { type: 'array', items: { type: 'string' } },
            fixUrl: { type: 'string' },
            reference: { type: 'string', description: 'Quote it when asking for help.' },
          },
        },
      },
    },
  },
}
