import type { CollectionBeforeChangeHook, CollectionBeforeReadHook, CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { idIn } from '@/access/scopes'
import { seal, unseal } from '@/src/lib/crypto'
import { currentKey, keyById, type KeyRing } from '@/src/lib/keys'
import { randomUUID } from 'node:crypto'
import type { Row } from './change'

/** How a collection keeps its confidential text. */
export type SealPlan = {
  slug: string
  fields: readonly string[]
  ring: KeyRing
  /** Column with the person the text is about; `record` when the row stands for itself. */
  subject: string
}

const plans = new Map<string, SealPlan>()

export const registerSealPlan = (plan: SealPlan): void => {
  plans.set(plan.slug, plan)
}

export const sealPlanOf = (slug: string): SealPlan | null => plans.get(slug) ?? null

const subjectOf = (plan: SealPlan, row: Row): string => {
  if (plan.subject === 'record') return `${plan.slug}:${row['recordUid']}`
  const id = plan.subject === 'id' ? String(row['recordUid']) : idIn(row, plan.subject)
  if (!id) throw new Error(`A ${plan.slug} record without ${plan.subject} cannot keep confidential text.`)
  return `${plan.subject}:${id}`
}

const placeOf = (plan: SealPlan, row: Row, kid: string): string => `${plan.slug}|sealed|${row['recordUid']}|${kid}`

const prefix = 'enc:v1:'

/** The plain text of a row's confidential fields; every field null when the ciphertext is damaged. */
export const unsealRow = async (req: PayloadRequest, slug: string, row: Row): Promise<Record<string, string | null>> => {
  const plan = plans.get(slug)
  const sealed = row['sealed']
  if (!plan || typeof sealed !== 'string' || !sealed.startsWith(prefix)) return {}
  const [kid = '', body = ''] = sealed.slice(prefix.length).split(':')
  const empty = Object.fromEntries(plan.fields.map((name) => [name, null]))
  try {
    const key = await keyById(req.payload, plan.ring, subjectOf(plan, row), kid)
    if (!key) return empty
    const text = unseal(key, body, placeOf(plan, row, kid)).toString('utf8')
    return { ...empty, ...(JSON.parse(text) as Record<string, string | null>) }
  } catch {
    req.payload.logger.error({
      msg: 'ALERT: confidential text is damaged or was moved',
      collection: slug,
      record: row['id'],
    })
    return empty
  }
}

/** Seals the given texts for a row that has its `recordUid` already. */
export const sealTexts = async (
  req: PayloadRequest,
  slug: string,
  row: Row,
  texts: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const plan = plans.get(slug)
  if (!plan) throw new Error(`"${slug}" keeps no confidential text.`)
  const { kid, key } = await currentKey(req.payload, plan.ring, subjectOf(plan, row))
  const kept = Object.fromEntries(
    plan.fields.map((name) => [name, texts[name]]).filter(([, text]) => typeof text === 'string' && text !== ''),
  )
  return `${prefix}${kid}:${seal(key, JSON.stringify(kept), placeOf(plan, row, kid))}`
}

/** Puts the stored texts back under the incoming ones, so that rules and validation see the whole record. */
export const overlayTexts: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data || !originalDoc) return data
  const stored = await unsealRow(req, collection.slug, originalDoc)
  Object.assign(originalDoc, stored)
  for (const [name, text] of Object.entries(stored)) {
    if (data[name] === undefined) data[name] = text
  }
  return data
}

export const sealOnChange: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const uid = originalDoc?.recordUid ?? randomUUID()
  const row = { ...originalDoc, ...data, recordUid: uid }
  data.recordUid = uid
  data.sealed = await sealTexts(req, collection.slug, row, row)
  return data
}

/** Before field access runs, so that a reader without the class never gets the text. */
export const unsealOnRead: CollectionBeforeReadHook = async ({ collection, doc, req }) => {
  if (!doc?.sealed) return doc
  return Object.assign(doc, await unsealRow(req, collection.slug, doc))
}
