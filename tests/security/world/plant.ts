import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, FlattenedField, SanitizedCollectionConfig } from 'payload'
import { asSystem } from '@/access/asSystem'
import { scopeKeysOf } from '@/access/decide'
import { sealPlanOf, sealTexts } from '@/hooks/sealConfidential'
import { filePlanOf } from '@/hooks/sealedFiles'
import { sealBytes } from '@/src/lib/crypto'
import { currentKey } from '@/src/lib/keys'
import type { TestApp } from '@/tests/support/boot'
import { canary } from './canaries'
import { recipes } from './recipes'
import { plainValue, type Variant } from './values'

export type Planted = { key: string; id: string; number: number; filename?: string }

export type Ground = {
  app: TestApp
  patients: readonly string[]
  /** Every row with canaries, by collection. */
  rows: Map<string, Planted[]>
}

type Data = Record<string, unknown>

export const system = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'sealed',
  'recordUid',
  'pendingAction',
  'lastAction',
  'rev',
  '_status',
  'filename',
  'mimeType',
  'filesize',
  'url',
  'thumbnailURL',
  'sizes',
  'width',
  'height',
  'focalX',
  'focalY',
])

export const isVirtual = (field: FlattenedField): boolean =>
  'virtual' in field && Boolean(field.virtual)

export const isReference = (field: FlattenedField): boolean =>
  field.type === 'relationship' || field.type === 'upload'

const targetOf = (field: FlattenedField): string | null => {
  if (field.type !== 'relationship' && field.type !== 'upload') return null
  return typeof field.relationTo === 'string' ? field.relationTo : null
}

/** The first row of `target` about the same patient; planted now when there is none yet. */
const rowFor = async (ground: Ground, target: string, variant: Variant): Promise<string> => {
  const known = ground.rows.get(target) ?? []
  const wanted = target === 'care-episodes' && variant.isAlone ? 'r4' : `r${variant.patient}`
  const found = known.find(({ key }) => key === wanted) ?? known[0]
  if (found) return found.id
  const config = ground.app.payload.collections[target as CollectionSlug]?.config
  if (!config) throw new Error(`There is no collection "${target}".`)
  return (await plantRow(ground, config, { ...variant, key: `r${variant.patient}` })).id
}

const referenceTo = async (
  ground: Ground,
  field: FlattenedField,
  slug: string,
  variant: Variant,
): Promise<unknown> => {
  const target = targetOf(field)
  if (!target) return undefined
  const { owner } = scopeKeysOf(slug)
  const one = async (): Promise<string> => {
    if (target === 'patients') return ground.patients[variant.patient] ?? ''
    if (target === 'api-clients' && field.name === owner) {
      // Whose it is: of somebody who holds it by being named, or in turn of each client there is.
      const clients = (ground.rows.get(target) ?? []).map(({ id }) => id)
      const named = variant.key.startsWith('h') && clients.includes(variant.owner)
      return named ? variant.owner : (clients[variant.number % clients.length] ?? '')
    }
    if (target === 'portal-users' && variant.account) return variant.account
    if (target !== 'staff') return rowFor(ground, target, variant)
    return field.name === owner || scopeColumns.has(field.name) ? variant.owner : variant.other
  }
  const id = await one()
  return 'hasMany' in field && field.hasMany ? [id] : id
}

const scopeColumns = new Set(['clinician', 'matchedClinician', 'supervisee', 'assignee'])

const plainData = (fields: readonly FlattenedField[], slug: string, variant: Variant): Data =>
  Object.fromEntries(
    fields
      .filter((field) => !system.has(field.name) && !isVirtual(field) && !isReference(field))
      .map((field) => [field.name, plainValue(field, slug, field.name, variant)])
      .filter(([, value]) => value !== undefined),
  )

/** A canary in each confidential text of a row, sealed as the product seals them. */
export const sealedText = async (
  app: TestApp,
  slug: string,
  row: Data,
  keyOf: (name: string) => string,
): Promise<string | null> => {
  const plan = sealPlanOf(slug)
  if (!plan) return null
  const { req } = await asSystem(app.payload, 'plant a test row')
  const texts = Object.fromEntries(
    plan.fields.map((name) => [name, canary(slug, name, keyOf(name))]),
  )
  return sealTexts(req, slug, row, texts)
}

const plantFile = async (
  { app }: Ground,
  config: SanitizedCollectionConfig,
  row: Data,
  key: string,
): Promise<Data> => {
  const { slug } = config
  const filename = `${randomUUID()}.png`
  const bytes = Buffer.from(canary(slug, 'file', key))
  const plan = filePlanOf(slug)
  const folder = plan?.folder ?? config.upload.staticDir ?? ''
  mkdirSync(folder, { recursive: true })
  let stored = bytes
  if (plan) {
    const subject = `patient:${String(row[plan.patient])}`
    const data = await currentKey(app.payload, 'general', subject)
    const place = `${slug}|file|${filename}|${data.kid}`
    stored = Buffer.concat([Buffer.from(`enc:v1:${data.kid}\n`), sealBytes(data.key, bytes, place)])
  }
  writeFileSync(join(folder, filename), stored)
  return { filename, mimeType: 'image/png', filesize: bytes.length }
}

/** A version that was never published, with canaries of its own. */
export const plantVersion = async (
  app: TestApp,
  config: SanitizedCollectionConfig,
  variant: Variant,
  { id, row }: { id: string; row: Data },
): Promise<void> => {
  if (!config.versions) return
  const data = plainData(config.flattenedFields, config.slug, {
    ...variant,
    key: `${variant.key}v`,
  })
  const unique = config.flattenedFields.filter((field) => 'unique' in field && field.unique)
  const kept = Object.fromEntries(unique.map(({ name }) => [name, row[name]]))
  const at = new Date('2026-02-01T10:00:00Z').toISOString()
  await app.payload.db.createVersion({
    collectionSlug: config.slug,
    parent: id,
    autosave: false,
    createdAt: at,
    updatedAt: at,
    versionData: { ...row, ...data, ...kept, _status: 'draft' } as never, // this collection's shape
  })
}

/** One raw row with a canary in everything that holds text: columns, sealed text, file and version. */
export const plantRow = async (
  ground: Ground,
  config: SanitizedCollectionConfig,
  variant: Variant,
): Promise<Planted> => {
  const { app } = ground
  const { slug } = config
  const known = ground.rows.get(slug) ?? []
  ground.rows.set(slug, known)
  const row: Data = {
    recordUid: randomUUID(),
    rev: 1,
    ...plainData(config.flattenedFields, slug, variant),
  }
  for (const field of config.flattenedFields) {
    const isNeeded =
      ('required' in field && field.required) ||
      ['patients', 'staff'].includes(targetOf(field) ?? '')
    if (isReference(field) && isNeeded && targetOf(field) !== slug)
      row[field.name] = await referenceTo(ground, field, slug, variant)
  }
  if (config.versions?.drafts) row['_status'] = variant.isOpen ? 'published' : 'draft'
  if (config.upload) Object.assign(row, await plantFile(ground, config, row, variant.key))
  Object.assign(row, recipes[slug]?.(variant) ?? {})
  const sealed = await sealedText(app, slug, row, () => variant.key)
  if (sealed) row['sealed'] = sealed
  const made = await app.payload.db.create({ collection: slug, data: row }).catch((error) => {
    throw new Error(
      `tests/security cannot plant a row of "${slug}": ${error.message}. Give it a recipe in tests/security/world/recipes.ts.`,
    )
  })
  const planted: Planted = {
    key: variant.key,
    id: String(made.id),
    number: variant.number,
    ...(row['filename'] ? { filename: String(row['filename']) } : {}),
  }
  known.push(planted)
  await plantVersion(app, config, variant, { id: planted.id, row })
  return planted
}

/** The references that a row does not need to exist, once everything they can point at does. */
export const connectRow = async (
  ground: Ground,
  config: SanitizedCollectionConfig,
  variant: Variant,
  id: string,
): Promise<void> => {
  const { slug } = config
  const data: Data = {}
  for (const field of config.flattenedFields) {
    const target = targetOf(field)
    const isDone =
      ('required' in field && field.required && target !== slug) ||
      ['patients', 'staff'].includes(target ?? '')
    if (!target || isDone || isVirtual(field) || target.startsWith('payload-')) continue
    // What is not shared also points across: at what belongs to somebody else.
    const towards = variant.isOpen ? variant : { ...variant, patient: (variant.patient + 1) % 3 }
    data[field.name] = await referenceTo(ground, field, slug, towards)
  }
  if (Object.keys(data).length)
    await ground.app.payload.db.updateOne({ collection: slug, id, data })
}

/** Canaries in the texts of a row that is there already, such as a person who is signed in. */
export const overlayRow = async (
  ground: Ground,
  config: SanitizedCollectionConfig,
  variant: Variant,
  { id, keep }: { id: string; keep: readonly string[] },
): Promise<void> => {
  const { app } = ground
  const { slug } = config
  const row = await app.payload.db.findOne<Data & { id: string }>({
    collection: slug,
    where: { id: { equals: id } },
  })
  if (!row) throw new Error(`${slug} ${id} is not there.`)
  const fields = config.flattenedFields.filter(
    (field) => ['text', 'textarea', 'email'].includes(field.type) && !keep.includes(field.name),
  )
  const data: Data = { ...plainData(fields, slug, variant) }
  const recordUid = String(row['recordUid'] ?? randomUUID())
  const sealed = await sealedText(app, slug, { ...row, recordUid }, () => variant.key)
  await app.payload.db.updateOne({
    collection: slug,
    id,
    data: sealed ? { ...data, recordUid, sealed } : data,
  })
  const known = ground.rows.get(slug) ?? []
  ground.rows.set(slug, [...known, { key: variant.key, id, number: variant.number }])
}
