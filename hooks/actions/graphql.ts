import type * as GraphQLModule from 'graphql'
import type { GraphQLFieldConfigMap, GraphQLScalarType } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { Refusal } from '@/src/lib/errors'
import { ifMatchOf, revisionIn } from '../revision'
import { overridesIn } from '../stamp'
import type { AnyAction } from './define'
import { allActions } from './registry'
import { runAction } from './run'
import { proofIn } from './stepUp'

const pascal = (text: string): string =>
  text
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/** `sign` on `progress-notes` is `signProgressNotes`. */
export const mutationName = (action: AnyAction): string => {
  const name = pascal(action.name)
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${pascal(action.slug)}`
}

type Args = {
  id?: string
  input?: Record<string, unknown>
  override?: unknown
  password?: string
  code?: string
  idempotencyKey?: string
  rev?: number
}

const jsonScalar = (graphql: typeof GraphQLModule): GraphQLScalarType =>
  new graphql.GraphQLScalarType({
    name: 'ActionInput',
    description: 'The answers an action asks for, as an object.',
    parseValue: (value) => value,
    serialize: (value) => value,
    parseLiteral: () => {
      throw new Refusal('invalid', 'Pass input as a variable.')
    },
  })

/** One mutation per action, through the same runner as the endpoint. */
export const actionMutations: NonNullable<NonNullable<Config['graphQL']>['mutations']> = (
  graphql,
) => {
  const Input = jsonScalar(graphql)
  const Answer = new graphql.GraphQLObjectType({
    name: 'ActionAnswer',
    fields: {
      id: { type: graphql.GraphQLString },
      status: { type: graphql.GraphQLString },
      rev: { type: graphql.GraphQLInt },
      isReplay: { type: graphql.GraphQLBoolean },
      result: { type: Input },
      advice: { type: new graphql.GraphQLList(graphql.GraphQLString) },
    },
  })
  const fields: GraphQLFieldConfigMap<unknown, { req: PayloadRequest }> = {}
  for (const action of allActions()) {
    const isNew = action.on === 'collection'
    fields[mutationName(action)] = {
      type: Answer,
      description: action.label,
      args: {
        ...(isNew ? {} : { id: { type: new graphql.GraphQLNonNull(graphql.GraphQLString) } }),
        input: { type: Input },
        override: { type: Input },
        password: { type: graphql.GraphQLString },
        code: { type: graphql.GraphQLString },
        idempotencyKey: { type: graphql.GraphQLString },
        ...(isNew ? {} : { rev: { type: graphql.GraphQLInt } }),
      },
      resolve: (_source, args: Args, { req }) =>
        runAction(req, {
          action,
          id: isNew ? null : (args.id ?? ''),
          input: args.input ?? {},
          overrides: overridesIn({ _override: args.override }),
          idempotencyKey: args.idempotencyKey ?? null,
          proof: proofIn({ _password: args.password, _code: args.code }),
          rev: revisionIn(args.rev),
          ifMatch: ifMatchOf(req) ?? null,
        }),
    }
  }
  return fields as never // Payload types the map by its own context
}
