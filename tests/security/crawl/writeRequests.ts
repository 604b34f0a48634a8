import { randomUUID } from 'node:crypto'
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { allActions } from '@/hooks/actions/registry'
import type { StoredRow } from '@/src/domain/row'
import type { Caller } from '../world/makeCallers'
import type { SecurityWorld } from '../world/makeGround'
import type { Oracle } from '../world/oracle'
import { classOf, holds, reaches, writesField } from '../world/table'
import { plainValue, type Variant } from '../world/values'

export type Place = {
  world: SecurityWorld
  oracle: Oracle
  caller: Caller
  config: SanitizedCollectionConfig
}

/** A write that somebody tries, and whether the table lets them. */
export type Attempt = {
  door: string
  method: 'POST' | 'PATCH' | 'DELETE' | 'PUT'
  path: string
  body: string
  headers?: Record<string, string>
  /** The verb of the table that this takes; null for a door that is closed to all. */
  verb: string | null
  /** `never`: nothing may change. `maybe`: as far as the scope and the classes of the fields go. */
  expected: 'never' | 'maybe'
  /** The row it is about, if it is about one. */
  row?: StoredRow
  isAction?: boolean
  /** Whether a refusal must be one of access (401, 403, 404) and not of something that comes later. */
  isShut: boolean
}

/** The key of the canaries that a forged body carries. */
export const forgedKey = 'w0'
const forgedAt = '2001-01-01T00:00:00.000Z'

const forged: Variant = {
  key: forgedKey,
  number: 0,
  patient: 0,
  owner: '',
  other: '',
  isOpen: true,
  assignedRole: 'owner',
}

const isReference = (field: FlattenedField): boolean =>
  field.type === 'relationship' || field.type === 'upload'

const fieldValue = (
  field: FlattenedField,
  slug: string,
  template: StoredRow | undefined,
): unknown =>
  isReference(field)
    ? (template?.[field.name] ?? randomUUID())
    : plainValue(field, slug, field.name, forged)

/** Everything a client could think of to send, around the references of a row that exists. */
const forgedBody = (
  { config }: Place,
  template: StoredRow | undefined,
  { isNew }: { isNew: boolean },
): string => {
  const body: Record<string, unknown> = {}
  for (const field of config.flattenedFields) {
    if (field.name === 'rev' || field.name === 'id') continue
    const value = fieldValue(field, config.slug, template)
    if (value !== undefined) body[field.name] = value
  }
  Object.assign(body, {
    createdAt: forgedAt,
    updatedAt: forgedAt,
    recordUid: forgedKey,
    sealed: `CANARY.${config.slug}.sealed.${forgedKey}.`,
    pendingAction: '{"action":"x","key":"x"}',
    lastAction: 'x:x',
    _status: 'published',
    roles: ['owner'],
    passwordHash: 'x',
    collection: 'staff',
    ...(isNew ? { id: randomUUID() } : {}),
  })
  return JSON.stringify(body).replace(/}$/, ',"__proto__":{"roles":["owner"],"isActive":true}}')
}

const only = (place: Place, names: readonly string[], template: StoredRow): string =>
  JSON.stringify(
    Object.fromEntries(
      place.config.flattenedFields
        .filter(({ name }) => names.includes(name))
        .map((field) => [field.name, fieldValue(field, place.config.slug, template)]),
    ),
  )

/** One PATCH for each class of fields that the caller may not write, with nothing else in it. */
const shutFields = (place: Place, row: StoredRow): string[] => {
  const { caller, config } = place
  const shut = config.flattenedFields.filter(
    ({ name }) => name !== 'id' && name !== 'rev' && !writesField(caller.facts, config.slug, name),
  )
  const classes = [...new Set(shut.map(({ name }) => classOf(config.slug, name)))]
  return classes.map((each) =>
    only(
      place,
      shut.filter(({ name }) => classOf(config.slug, name) === each).map(({ name }) => name),
      row,
    ),
  )
}

const actionAttempts = (place: Place): Attempt[] => {
  const { caller, config, oracle } = place
  const { slug } = config
  const { facts } = caller
  const rows = oracle.rowsOf(slug)
  return allActions()
    .filter((action) => action.slug === slug)
    .flatMap((action): Attempt[] => {
      const { name } = action
      const isHeld = holds(facts, slug, name)
      const at = (row: StoredRow | null): Attempt => {
        const isWithin = row ? reaches(facts, slug, name, row) : isHeld
        return {
          door: `post /${slug}/${row ? ':id/' : ''}${name}`,
          method: 'POST',
          path: `/api/${slug}/${row ? `${row.id}/` : ''}${name}`,
          body: '{"reason":"x","note":"x"}',
          verb: name,
          expected: isWithin ? 'maybe' : 'never',
          isShut: !isWithin,
          isAction: true,
          ...(row ? { row } : {}),
        }
      }
      if (action.on === 'collection') return [at(null)]
      const within = rows.filter((row) => reaches(facts, slug, name, row))
      const beyond = rows.filter((row) => !within.includes(row))
      return [...within.slice(0, 1), ...beyond.slice(0, isHeld ? 2 : 1)].map(at)
    })
}

// Where POST to the collection is an action of its own.
const madeBy: Readonly<Record<string, string>> = { remittances: 'import' }

/** Every standard way to write into a collection, for one caller, with forged bodies. */
export const writeAttempts = (place: Place): Attempt[] => {
  const { caller, config, oracle } = place
  const { slug } = config
  const { facts } = caller
  const rows = oracle.rowsOf(slug)
  const split = (verb: string) => {
    const within = rows.filter((row) => reaches(facts, slug, verb, row))
    return { within, beyond: rows.filter((row) => !within.includes(row)) }
  }
  const attempt = (
    method: Attempt['method'],
    path: string,
    more: Partial<Attempt> & Pick<Attempt, 'door' | 'verb' | 'body'>,
  ): Attempt => {
    const isHeld = more.verb !== null && holds(facts, slug, more.verb)
    return {
      method,
      path: `/api/${slug}${path}`,
      expected: isHeld ? 'maybe' : 'never',
      isShut: !isHeld,
      ...more,
    }
  }
  const create = split('create')
  const update = split('update')
  const remove = split('delete')
  const anyRow = rows[0]
  const inside = create.within[0] ?? anyRow
  const post = { door: `post /${slug}/`, verb: madeBy[slug] ?? 'create' }
  const body = forgedBody(place, inside, { isNew: true })
  const attempts: Attempt[] = [
    attempt('POST', '', { ...post, body }),
    attempt('POST', '?draft=true&autosave=true', { ...post, body }),
    attempt('POST', '', { ...post, body: '{}' }),
  ]
  const outside = create.beyond[0]
  if (holds(facts, slug, 'create') && outside && create.within.length)
    attempts.push(
      attempt('POST', '', {
        ...post,
        body: forgedBody(place, outside, { isNew: true }),
        expected: 'never',
        isShut: false,
      }),
    )
  const isHeld = holds(facts, slug, 'update')
  const patch = { door: `patch /${slug}/:id`, verb: 'update' }
  for (const row of [...update.within.slice(0, 1), ...update.beyond.slice(0, isHeld ? 3 : 1)]) {
    const isWithin = update.within.includes(row)
    const reach = isWithin
      ? ({ expected: 'maybe', isShut: false } as const)
      : ({ expected: 'never', isShut: true } as const)
    const forgery = forgedBody(place, row, { isNew: false })
    attempts.push(attempt('PATCH', `/${row.id}`, { ...patch, ...reach, row, body: forgery }))
    attempts.push(
      attempt('PATCH', `/${row.id}?draft=true&autosave=true`, {
        ...patch,
        ...reach,
        row,
        body: forgery,
      }),
    )
    if (!isWithin) continue
    const beyond = update.beyond[0]
    if (beyond)
      attempts.push(
        attempt('PATCH', `/${row.id}`, {
          ...patch,
          row,
          // Only its references: the row is to become somebody else's.
          body: only(
            place,
            config.flattenedFields.filter(isReference).map(({ name }) => name),
            beyond,
          ),
        }),
      )
    for (const fields of shutFields(place, row))
      attempts.push(attempt('PATCH', `/${row.id}`, { ...patch, row, body: fields }))
  }
  attempts.push(
    attempt('PATCH', '?where[id][exists]=true', {
      door: `patch /${slug}/`,
      verb: 'update',
      body: '{"createdAt":"2001-01-01T00:00:00.000Z","isActive":true,"status":"x"}',
    }),
    attempt('DELETE', '?where[id][exists]=true', {
      door: `delete /${slug}/`,
      verb: 'delete',
      body: '{}',
    }),
  )
  const holdsDelete = holds(facts, slug, 'delete')
  for (const row of [
    ...remove.within.slice(0, 1),
    ...remove.beyond.slice(0, holdsDelete ? 2 : 1),
  ]) {
    const isWithin = remove.within.includes(row)
    attempts.push(
      attempt('DELETE', `/${row.id}`, {
        door: `delete /${slug}/:id`,
        verb: 'delete',
        body: '{}',
        row,
        expected: isWithin ? 'maybe' : 'never',
        isShut: !isWithin,
      }),
    )
  }
  if (anyRow) {
    attempts.push(
      attempt('POST', `/${anyRow.id}/duplicate`, {
        door: `post /${slug}/:id/duplicate`,
        verb: null,
        body: '{}',
      }),
      attempt('POST', `/versions/${anyRow.id}`, {
        door: `post /${slug}/versions/:id`,
        verb: config.versions ? 'update' : null,
        body: '{}',
        expected: 'never',
      }),
      attempt('PUT', `/${anyRow.id}`, { door: `put /${slug}/:id`, verb: null, body: '{}' }),
    )
  }
  return [...attempts, ...actionAttempts(place)]
}
