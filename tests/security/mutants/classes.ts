import type { FlattenedField, PayloadRequest } from 'payload'
import { fieldClasses, fieldClassOf } from '@/access/fieldClasses'
import type { Caller } from '../world/makeCallers'
import { isHiddenField } from '../world/oracle'
import { classOf, holds, reaches, readsField, writesField } from '../world/table'
import { requestOf } from './decision'
import type { Mutant, Probe, Stage } from './mutant'
import { globalRead, isGlobal, readSlice, toldRights, writeSlice } from './slice'

type Verb = 'read' | 'update' | 'create'

/** What a caller is told they may do with one field. */
const fieldProbe =
  (stage: Stage, caller: Caller, { slug, name, verb }: Asked): Probe =>
  async () => {
    const rights = await toldRights(stage, caller, slug)
    // Payload shortens what is granted throughout to `true`.
    const part = (value: unknown, key: string): unknown =>
      value === true ? true : (value as Record<string, unknown> | undefined)?.[key]
    const isTold = part(part(part(rights, 'fields'), name), verb) === true
    return isTold ? [`${caller.name} is told: ${verb} ${slug}.${name}`] : []
  }

type Asked = { slug: string; name: string; verb: Verb }

const free = new Set(['id', 'createdAt', 'updatedAt', 'rev', '_status'])

/** Those whom the class keeps out of a field of rows that they reach. */
const keptOut = (stage: Stage, field: FlattenedField, slug: string, verb: Verb): Caller[] =>
  stage.world.callers.filter((caller) => {
    const { facts } = caller
    if (!holds(facts, slug, verb)) return false
    if (verb !== 'read') return !writesField(facts, slug, field.name)
    const rows = stage.oracle.rowsOf(slug)
    return isGlobal(stage, slug)
      ? !readsField(facts, slug, field.name)
      : rows.some(
          (row) => reaches(facts, slug, 'read', row) && !readsField(facts, slug, field.name, row),
        )
  })

/** Whether the field itself refuses even those whose class lets them: the server fills it. */
const isClosed = (
  field: FlattenedField,
  slug: string,
  verb: Verb,
  requests: readonly (readonly [Caller, PayloadRequest])[],
): boolean => {
  const ask = 'access' in field ? field.access?.[verb] : undefined
  const { name } = field
  const may = requests.filter(([{ facts }]) =>
    verb === 'read' ? readsField(facts, slug, name) : writesField(facts, slug, name),
  )
  return may.length > 0 && may.every(([, req]) => ask?.({ req } as never) === false) // as Payload calls it
}

const probesOf = (stage: Stage, field: FlattenedField, slug: string): Probe[] => {
  const { name } = field
  const out = (verb: Verb) => keptOut(stage, field, slug, verb)
  const told = (verb: Verb) =>
    out(verb).map((caller) => fieldProbe(stage, caller, { slug, name, verb }))
  if (isGlobal(stage, slug))
    return [
      ...out('read').map((caller) => globalRead(stage, caller, slug)),
      ...told('read'),
      ...told('update'),
    ]
  const asks = out('read').flatMap((caller) =>
    readSlice(
      stage,
      caller,
      slug,
      ({ path }) =>
        path.endsWith('?limit=1000&depth=0') || decodeURIComponent(path).includes(`[${name}]`),
    ).slice(0, 8),
  )
  const writes = out('update').flatMap((caller) =>
    writeSlice(
      stage,
      caller,
      slug,
      ({ method, body }) => method === 'PATCH' && body.startsWith(`{"${name}"`),
    ),
  )
  return [...asks, ...told('read'), ...writes, ...told('update'), ...told('create')]
}

type ClassRow = { fields?: Record<string, string> }

/** The class of every field that keeps somebody out, made `open`. */
export const classMutants = async (stage: Stage): Promise<Mutant[]> => {
  const { callers, app } = stage.world
  const requests = await Promise.all(
    callers.map(async (caller) => [caller, await requestOf(stage, caller)] as const),
  )
  const isGuarded = (field: FlattenedField, slug: string): boolean =>
    (['read', 'update', 'create'] as const).some(
      (verb) =>
        keptOut(stage, field, slug, verb).length > 0 && !isClosed(field, slug, verb, requests),
    )
  return [...app.config.collections, ...app.config.globals].flatMap(({ slug, flattenedFields }) => {
    const row = fieldClasses[slug] as ClassRow | undefined // not frozen
    if (!row) return []
    return flattenedFields
      .filter((field) => !isHiddenField(field) && !free.has(field.name))
      .filter(({ name }) => classOf(slug, name) !== 'open')
      .filter((field) => isGuarded(field, slug))
      .map((field): Mutant => {
        const { name } = field
        return {
          kind: 'class',
          name: `${slug}.${name}: ${fieldClassOf(slug, name)} becomes open`,
          slug,
          loosen: () => {
            const before = row.fields
            row.fields = { ...before, [name]: 'open' }
            return () => {
              if (before) row.fields = before
              else delete row.fields
            }
          },
          probes: () => probesOf(stage, field, slug),
        }
      })
  })
}
