import { z } from 'zod'
import type { ActionField, AnyAction } from '@/hooks/actions/define'
import { proof } from './doors/said'
import { grantedWords } from './grantedWords'
import { type Json, ref } from './json'
import { answered, refusals } from './shared'

/** What an action misses in an empty body: a shape alone does not tell, for fields are read from forms as well. */
const missedBy = ({ input }: AnyAction): string[] => {
  const { error } = input.safeParse({})
  return [...new Set((error?.issues ?? []).map(({ path }) => String(path[0] ?? '')))]
}

/** Several of the options. */
const choicesShape = (options: ActionField['options']): Json => ({
  anyOf: [
    { type: 'array', items: { type: 'string', enum: (options ?? []).map(({ value }) => value) } },
    { type: 'string', description: 'The same with spaces between them.' },
  ],
})

/** The questions of the dialog say what a value means. */
const describedBy = ({ fields }: AnyAction, properties: Json): Json => {
  const shapes = Object.entries(properties).map(([name, shape]) => {
    const question = fields.find((field) => field.name === name)
    const description = [question?.label, question?.help].filter(Boolean).join('. ')
    const said = question?.type === 'choices' ? choicesShape(question.options) : (shape as Json) // a shape of JSON Schema
    return [name, description ? { ...said, description } : said]
  })
  return Object.fromEntries(shapes)
}

const inputSchema = (action: AnyAction): Json => {
  const { $schema, ...schema } = z.toJSONSchema(action.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json
  const properties = describedBy(action, (schema['properties'] ?? {}) as Json)
  const required = missedBy(action).filter((name) => name in properties)
  return {
    ...schema,
    type: 'object',
    ...(required.length ? { required } : {}),
    properties: {
      ...properties,
      rev: { type: 'integer', description: 'The revision the caller saw.' },
      _override: {
        type: 'array',
        description: 'Rules to go past, each with a reason.',
        items: ref('schemas', 'Override'),
      },
      ...(action.stepUp ? proof : {}),
    },
  }
}

const described = (action: AnyAction): string =>
  [
    action.confirm,
    action.stepUp ? 'Asks the person again, unless that was done in the last minutes.' : '',
    grantedWords(action.slug, action.name),
  ]
    .filter(Boolean)
    .join('\n\n')

/** One path per action, from the same definition as its endpoint, button and permission. */
export const actionPaths = (actions: readonly AnyAction[]): Json =>
  Object.fromEntries(
    actions.map((action) => {
      const isNew = action.on === 'collection'
      const path = isNew
        ? `/api/${action.slug}/${action.name}`
        : `/api/${action.slug}/{id}/${action.name}`
      const key = ref('parameters', 'idempotencyKey')
      const operation = {
        operationId: `${action.slug}.${action.name}`,
        summary: action.label,
        description: described(action),
        tags: [action.slug],
        parameters: isNew ? [key] : [ref('parameters', 'id'), key, ref('parameters', 'ifMatch')],
        requestBody: {
          required: missedBy(action).length > 0,
          content: { 'application/json': { schema: inputSchema(action) } },
        },
        responses: {
          ...(isNew ? { 201: answered('Done.', ref('schemas', 'ActionAnswer')) } : {}),
          200: answered(isNew ? 'Done before.' : 'Done.', ref('schemas', 'ActionAnswer')),
          ...refusals(404, 409, 412, 413, 415, 422, 428),
        },
      }
      return [path, { post: operation }]
    }),
  )
