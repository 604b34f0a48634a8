import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { type Finding, Refusal } from '@/src/lib/errors'

type Known = {
  /** The values of each field with fixed choices, by its path. */
  choices: ReadonlyMap<string, ReadonlySet<string>>
  /** The collection that each single reference leads to, by its path. */
  references: ReadonlyMap<string, string>
}

const known = new WeakMap<SanitizedCollectionConfig, Known>()

type Leaf = { path: string; field: FlattenedField }

const leavesIn = (fields: readonly FlattenedField[], prefix = ''): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const path = `${prefix}${field.name}`
    return 'flattenedFields' in field
      ? leavesIn(field.flattenedFields, `${path}.`)
      : [{ path, field }]
  })

const knownOf = (config: SanitizedCollectionConfig): Known => {
  const made = known.get(config)
  if (made) return made
  const choices = new Map<string, ReadonlySet<string>>()
  const references = new Map<string, string>()
  for (const { path, field } of leavesIn(config.flattenedFields)) {
    if (field.type === 'select' || field.type === 'radio')
      choices.set(
        path,
        new Set(field.options.map((each) => (typeof each === 'string' ? each : each.value))),
      )
    if ('relationTo' in field && typeof field.relationTo === 'string')
      references.set(path, field.relationTo)
  }
  const all = { choices, references }
  known.set(config, all)
  return all
}

type Place = { req: PayloadRequest; config: SanitizedCollectionConfig }

const choicesAt = ({ req, config }: Place, path: string): ReadonlySet<string> | undefined => {
  const { choices, references } = knownOf(config)
  const own = choices.get(path)
  if (own) return own
  const [reference, slug] = [...references].find(([each]) => path.startsWith(`${each}.`)) ?? []
  const target = slug ? req.payload.collections[slug]?.config : undefined
  return reference && target
    ? choicesAt({ req, config: target }, path.slice(reference.length + 1))
    : undefined
}

const compared = new Set(['equals', 'not_equals', 'in', 'not_in'])
const none = new Set(['', 'null'])

const valuesIn = (operand: unknown): string[] =>
  (Array.isArray(operand) ? operand : String(operand).split(','))
    .map((each) => String(each).trim())
    .filter((each) => !none.has(each))

const findingsIn = (place: Place, where: unknown): Finding[] => {
  if (!where || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([name, asked]): Finding[] => {
    if (name === 'and' || name === 'or')
      return Array.isArray(asked) ? asked.flatMap((part) => findingsIn(place, part)) : []
    const path = place.config.versions ? name.replace(/^version\./, '') : name
    const choices = asked && typeof asked === 'object' ? choicesAt(place, path) : undefined
    if (!choices) return []
    const isUnknown = Object.entries(asked).some(
      ([operator, operand]) =>
        compared.has(operator) && valuesIn(operand).some((each) => !choices.has(each)),
    )
    const message = `"${name}" has no such value. Ask for one of: ${[...choices].join(', ')}.`
    return isUnknown ? [{ path: name, message }] : []
  })
}

/**
 * Refuses a question for a value that a field with fixed choices does not have: an empty list would pass for an
 * answer. Only what the address of the list itself asks is looked at; a kept filter may be older than the choices.
 */
export const refuseUnknownValues: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (req.payloadAPI !== 'REST') return args
  const list = `/api/${collection.slug}`
  if (![list, `${list}/count`, `${list}/versions`].includes(req.pathname ?? '')) return args
  const { where } = args as { where?: unknown }
  const findings = findingsIn({ req, config: collection }, where)
  if (findings.length) throw new Refusal('invalid', findings)
  return args
}
