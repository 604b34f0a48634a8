import type { CollectionAfterOperationHook, Field, PayloadRequest } from 'payload'
import { rowsOfAnswer } from '@/hooks/answers'
import { systemMarkOf } from './asSystem'
import { fieldClassOf, isReadByAll, isReadByStaff } from './fieldClasses'
import { type FieldClass, mayRead } from './fieldRights'
import { actorOf } from './principal'
import type { Principal } from './roles'

type Withheld = { keys: readonly string[]; fieldClass: FieldClass }

const bySlug = new Map<string, readonly Withheld[]>()

const mustBeTakenOut = (slug: string, path: string, field: Field): boolean =>
  !('required' in field && field.required) && isReadByStaff(slug, path) && !isReadByAll(slug, path)

const withheldIn = (fields: readonly Field[], slug: string, prefix: string): Withheld[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        withheldIn(tab.fields, slug, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix),
      )
    if (field.type === 'row' || field.type === 'collapsible')
      return withheldIn(field.fields, slug, prefix)
    if (!('name' in field) || !field.name) return []
    const path = `${prefix}${field.name}`
    const own = mustBeTakenOut(slug, path, field)
      ? [{ keys: path.split('.'), fieldClass: fieldClassOf(slug, path) }]
      : []
    const inner = 'fields' in field ? withheldIn(field.fields, slug, `${path}.`) : []
    return [...own, ...inner]
  })

/**
 * Finds the fields of a collection that all staff read and patients or software may not. They are taken out
 * of whole answers: Payload would ask for each field of each row. Required ones stay with it, for GraphQL
 * promises those to whoever asks.
 */
export const registerWithheld = (slug: string, fields: readonly Field[]): void => {
  bySlug.set(slug, withheldIn(fields, slug, ''))
}

export const isTakenOut = (slug: string, path: string): boolean =>
  (bySlug.get(slug) ?? []).some(({ keys }) => keys.join('.') === path)

const takeOut = (row: unknown, [key = '', ...rest]: readonly string[]): void => {
  if (typeof row !== 'object' || row === null) return
  if (Array.isArray(row)) {
    for (const each of row) takeOut(each, [key, ...rest])
    return
  }
  const holder = row as Record<string, unknown> // an object, not a list
  if (rest.length) takeOut(holder[key], rest)
  else delete holder[key]
}

const shutTo = (held: readonly Principal[], slug: string): Withheld[] =>
  (bySlug.get(slug) ?? []).filter(({ fieldClass }) => !mayRead(held, fieldClass))

/** Takes out of an answer what the classes of its fields keep from whoever asked. */
export const withholdFields: CollectionAfterOperationHook = ({
  collection,
  overrideAccess,
  req,
  result,
}) => {
  if (overrideAccess || systemMarkOf(req)) return result
  const actor = actorOf(req)
  if (actor.kind === 'staff') return result
  const shut = shutTo(actor.principals, collection.slug)
  if (shut.length)
    for (const row of rowsOfAnswer(result)) for (const { keys } of shut) takeOut(row, keys)
  return result
}

/** Whether the caller's answers lack the field at `path`, or what it lies in. */
export const isWithheldFrom = (
  req: Pick<PayloadRequest, 'user'>,
  slug: string,
  path: string,
): boolean => {
  const actor = actorOf(req)
  return (
    actor.kind !== 'staff' &&
    shutTo(actor.principals, slug).some(({ keys }) => {
      const shut = keys.join('.')
      return path === shut || path.startsWith(`${shut}.`)
    })
  )
}
