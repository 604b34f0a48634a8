import {
  buildClientSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Caller } from '../world/makeCallers'

/** The schema as a signed-in caller may ask for it. */
export const askSchema = async ({ client }: Caller): Promise<GraphQLSchema> => {
  const query = getIntrospectionQuery({ descriptions: false, typeDepth: 5 })
  const { body } = await client.graphql(query)
  if (!body.data) throw new Error(`The schema was refused: ${JSON.stringify(body).slice(0, 300)}`)
  return buildClientSchema(body.data)
}

const listed = (type: GraphQLType): boolean =>
  isNonNullType(type) ? listed(type.ofType) : isListType(type)

/** Every leaf below a type, one selection each; through records it points at as deep as asked. */
export const leavesOf = (type: GraphQLObjectType, depth: number): string[] =>
  Object.values(type.getFields()).flatMap((field): string[] => {
    if (field.args.some((arg) => isNonNullType(arg.type))) return []
    const named = getNamedType(field.type)
    if (isLeafType(named)) return [field.name]
    if (!isObjectType(named)) return []
    const isRecord = 'id' in named.getFields() && !listed(field.type)
    if (isRecord && depth === 0) return [`${field.name}{id}`]
    const below = leavesOf(named, isRecord ? depth - 1 : depth)
    return below.map((leaf) => `${field.name}{${leaf}}`)
  })

/** The fields of `Query` about one collection or global, and the type of its records. */
export type Roots = {
  record: GraphQLObjectType
  one: string
  list: string
  count: string
  versions: string | null
}

/** By collection or global: Payload asks for them in the order of the configuration. */
export const rootsIn = (
  schema: GraphQLSchema,
  slugs: readonly string[],
): ReadonlyMap<string, Roots> => {
  const fields = schema.getQueryType()?.getFields() ?? {}
  const names = Object.keys(fields)
  const singular = names.filter((name) => name in fields && `docAccess${name}` in fields)
  if (singular.length !== slugs.length)
    throw new Error(`GraphQL asks for ${singular.length} kinds of records, not ${slugs.length}.`)
  return new Map(
    singular.map((one, index) => {
      const at = names.indexOf(one)
      const record = getNamedType(fields[one]?.type)
      if (!isObjectType(record)) throw new Error(`${one} is no record.`)
      const [list = '', count = ''] = names.slice(at + 1)
      const versions = `versions${list}`
      return [
        slugs[index] ?? '',
        { record, one, list, count, versions: versions in fields ? versions : null },
      ]
    }),
  )
}
