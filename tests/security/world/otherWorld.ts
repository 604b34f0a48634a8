import { createHash, randomUUID } from 'node:crypto'
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { scopeKeysOf } from '@/access/decide'
import { sealPlanOf } from '@/hooks/sealConfidential'
import type { StoredRow } from '@/src/domain/row'
import { runSql } from '@/src/lib/database'
import type { Caller } from './makeCallers'
import { peopleSlugs, type SecurityWorld, selfWritten } from './makeGround'
import { isHiddenField, type Oracle } from './oracle'
import { isReference, isVirtual, type Planted, plantVersion, sealedText, system } from './plant'
import { recipes } from './recipes'
import { holds, reaches, readsField } from './table'
import { plainValue, type Variant } from './values'
import { isPutBack } from './watch'

type Place = { world: SecurityWorld; oracle: Oracle; caller: Caller }

// Columns by which a row belongs to somebody or stands open: they say who may see it.
const reachColumns = new Set(
  'id isShared isFinal isActive isOpenToProxies assignedRole clinician matchedClinician supervisee assignee portalUser user episode'.split(
    ' ',
  ),
)

/** What says who somebody is, or what everybody is told whose it is not: the same in both worlds. */
const sameInBoth: Readonly<Record<string, readonly string[]>> = {
  ...peopleSlugs,
  // A refusal calls a client by the name its owner gave it; how often it may ask is counted.
  'api-clients': [...(peopleSlugs['api-clients'] ?? []), 'name', 'callsPerMinute'],
  // R105: the directory shows those with a license in force who can take somebody, and so tells who can.
  credentials: ['kind', 'expiresOn', 'verifiedAt'],
  staff: [...(peopleSlugs['staff'] ?? []), 'isOnLeave', 'isAcceptingPatients', 'caseloadCap'],
}

const otherKey = (key: string): string => `${key}z`

const variantOf = ({ key, number }: Planted): Variant => ({
  key: otherKey(key),
  number,
  patient: 0,
  owner: '',
  other: '',
  isOpen: true,
  isOther: true,
})

/** Columns of a row that the caller is not shown, and that do not say whether they are. */
const hiddenFields = (
  { caller: { facts }, oracle }: Place,
  { slug, flattenedFields }: SanitizedCollectionConfig,
  row: StoredRow,
): FlattenedField[] => {
  const keys = scopeKeysOf(slug)
  const isStill = (name: string): boolean =>
    system.has(name) ||
    reachColumns.has(name) ||
    name === keys.patient ||
    name === keys.owner ||
    Boolean(sameInBoth[slug]?.includes(name))
  const isVisible = reaches(facts, slug, 'read', row)
  return flattenedFields.filter(
    (field) =>
      !isStill(field.name) &&
      !isVirtual(field) &&
      !(isVisible && readsField(facts, slug, field.name, row) && !isHiddenField(field)) &&
      oracle.fieldAt(slug, field.name) !== null,
  )
}

/** Another record of the same kind for a reference to point at. */
const otherReference = (oracle: Oracle, field: FlattenedField, now: unknown): unknown => {
  const target = 'relationTo' in field ? field.relationTo : null
  const isOne = !('hasMany' in field && field.hasMany)
  if (typeof target !== 'string' || target === 'patients' || !isOne || !now) return undefined
  return oracle.rowsOf(target).find(({ id }) => id !== now)?.id
}

const otherData = async (
  place: Place,
  config: SanitizedCollectionConfig,
  planted: Planted,
  row: StoredRow,
): Promise<Record<string, unknown>> => {
  const { caller, oracle, world } = place
  const { slug } = config
  const variant = variantOf(planted)
  const isVisible = reaches(caller.facts, slug, 'read', row)
  const data: Record<string, unknown> = {}
  for (const field of hiddenFields(place, config, row)) {
    const { name } = field
    const value = isReference(field)
      ? sameInBoth[slug] || isVisible
        ? undefined
        : otherReference(oracle, field, row[name])
      : plainValue(field, slug, name, variant)
    if (value !== undefined) data[name] = value
  }
  for (const [name, value] of Object.entries(recipes[slug]?.(variant) ?? {}))
    if (name in data) data[name] = value
  const plan = sealPlanOf(slug)
  if (plan && row['sealed']) {
    const isRead = (name: string) => isVisible && readsField(caller.facts, slug, name, row)
    data['sealed'] = await sealedText(world.app, slug, row, (name) =>
      isRead(name) ? planted.key : variant.key,
    )
  }
  return data
}

/** The id of a row that is there in the other world only. */
export const twinId = (slug: string, number: number): string => {
  const hex = createHash('sha256').update(`${slug} ${number}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A row more that nobody who is kept from `row` may know of. */
const twinOf = async (
  { world: { app } }: Place,
  { slug, flattenedFields }: SanitizedCollectionConfig,
  { row, number }: { row: StoredRow; number: number },
): Promise<void> => {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...kept } = row
  const data: Record<string, unknown> = kept
  const recordUid = randomUUID()
  for (const field of flattenedFields)
    if ('unique' in field && field.unique && field.name !== 'id')
      data[field.name] = field.type === 'number' ? 7_000_000 : `${field.name}-${recordUid}`
  if (row['recordUid']) data['recordUid'] = recordUid
  const { sealed, ...open } = data
  if (sealed) data['sealed'] = await sealedText(app, slug, open, () => 'zz')
  await app.payload.db.create({ collection: slug, data, customID: twinId(slug, number) })
}

const changeOne = async (
  place: Place,
  config: SanitizedCollectionConfig,
  planted: Planted,
): Promise<boolean> => {
  const { app } = place.world
  const { slug } = config
  const row = place.oracle.rowsOf(slug).find(({ id }) => id === planted.id)
  if (!row) return false
  const data = await otherData(place, config, planted, row)
  if (Object.keys(data).length)
    await app.payload.db.updateOne({
      collection: slug,
      id: row.id,
      // That something was saved is no secret (see ofTheSystem in crawl/inference.ts); what was saved is.
      data: { ...data, updatedAt: row['updatedAt'] },
    })
  const { facts } = place.caller
  const isDraftHidden =
    !holds(facts, slug, 'readVersions') &&
    !reaches(facts, slug, 'read', { ...row, _status: 'draft' })
  if (config.versions && isDraftHidden)
    await plantVersion(app, config, variantOf(planted), { id: row.id, row })
  return Object.keys(data).length > 0
}

export type OtherWorld = { changed: number; added: number }

/**
 * Makes everything in these collections that the caller may not see into something else: rows out of reach,
 * fields and drafts that are kept from them, and rows out of reach that were not there before. What the
 * caller sees, and what says who they are, stays as it is.
 */
export const makeOtherWorld = async (
  place: Place,
  slugs: readonly string[],
): Promise<OtherWorld> => {
  const { caller, oracle, world } = place
  const { payload } = world.app
  const made: OtherWorld = { changed: 0, added: 0 }
  await runSql(payload, 'BEGIN')
  try {
    for (const slug of slugs.filter((each) => !selfWritten.has(each) && isPutBack(each))) {
      const config = world.config(slug)
      for (const planted of world.rows.get(slug) ?? [])
        if (await changeOne(place, config, planted)) made.changed += 1
      const beyond = oracle.rowsOf(slug).filter((row) => !reaches(caller.facts, slug, 'read', row))
      for (const [number, row] of beyond.slice(0, 2).entries()) {
        await twinOf(place, config, { row, number })
        made.added += 1
      }
    }
  } finally {
    await runSql(payload, 'COMMIT')
  }
  return made
}
