import { randomUUID } from 'node:crypto'
import type {
  BasePayload,
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeReadHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { fieldClassOf } from '@/access/fieldClasses'
import { mayRead } from '@/access/fieldRights'
import { actorOf } from '@/access/principal'
import { idIn, type Row, type StoredRow } from '@/src/domain/row'
import { seal, unseal } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { currentKey, type KeyRing, keyById } from '@/src/lib/keys'
import { reportDamage } from './reportDamage'

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
  if (!id) {
    // Payload asks for required fields only after this.
    throw new Refusal('invalid', [{ path: plan.subject, message: 'Say whose record this is.' }])
  }
  return `${plan.subject}:${id}`
}

/** Whose key seals the texts of a row; null when its collection keeps none or the row names nobody. */
export const keySubjectOf = (slug: string, row: Row): string | null => {
  const plan = plans.get(slug)
  if (!plan || (isColumn(plan.subject) ? !idIn(row, plan.subject) : !row['recordUid'])) return null
  return subjectOf(plan, row)
}

const placeOf = (plan: SealPlan, row: Row, kid: string): string =>
  `${plan.slug}|sealed|${row['recordUid']}|${kid}`

const prefix = 'enc:v1:'

const isSealed = (row: Row): boolean =>
  typeof row['sealed'] === 'string' && row['sealed'].startsWith(prefix)

const partsOf = (row: Row): { kid: string; body: string } => {
  const [kid = '', body = ''] = String(row['sealed']).slice(prefix.length).split(':')
  return { kid, body }
}

/** What was sealed into a row; null when it cannot be opened, which is reported. */
const openRow = async (payload: BasePayload, plan: SealPlan, row: Row): Promise<Buffer | null> => {
  const { kid, body } = partsOf(row)
  try {
    const key = await keyById(payload, plan.ring, subjectOf(plan, row), kid)
    if (key) return unseal(key, body, placeOf(plan, row, kid))
  } catch {
    // Told below, as a missing key is: the list it stands in goes on.
  }
  reportDamage(payload, { slug: plan.slug, id: String(row['id'] ?? ''), what: 'text' })
  return null
}

/** The texts of a row as they were sealed; null when the ciphertext cannot be opened. */
const openTexts = async (
  req: Pick<PayloadRequest, 'payload'>,
  plan: SealPlan,
  row: Row,
): Promise<Record<string, string | null> | null> => {
  const opened = await openRow(req.payload, plan, row)
  return opened && JSON.parse(opened.toString('utf8'))
}

// The other two stand for the row itself.
const isColumn = (subject: string): boolean => subject !== 'record' && subject !== 'id'

const rowsAbout = (plan: SealPlan, subject: string): Where | null => {
  const [kind, id] = [
    subject.slice(0, subject.indexOf(':')),
    subject.slice(subject.indexOf(':') + 1),
  ]
  if (!isColumn(plan.subject)) {
    const isOurs = kind === (plan.subject === 'record' ? plan.slug : 'id')
    return isOurs ? { recordUid: { equals: id } } : null
  }
  return kind === plan.subject ? { [plan.subject]: { equals: id } } : null
}

/** Answers false when the row cannot be read; it is left as it is then. */
const resealRow = async (payload: BasePayload, plan: SealPlan, row: Row): Promise<boolean> => {
  const { kid, key } = await currentKey(payload, plan.ring, subjectOf(plan, row))
  if (!isSealed(row) || partsOf(row).kid === kid) return true
  const opened = await openRow(payload, plan, row)
  if (!opened) return false
  // Whoever saved in between has sealed it with the new key already.
  await payload.db.updateOne({
    collection: plan.slug,
    where: { and: [{ id: { equals: String(row['id']) } }, { sealed: { equals: row['sealed'] } }] },
    data: { sealed: `${prefix}${kid}:${seal(key, opened, placeOf(plan, row, kid))}` },
  })
  return true
}

/** Seals all texts about a subject with its present key. Answers how many rows could not be read. */
export const resealTextsOf = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
): Promise<number> => {
  let unreadable = 0
  for (const plan of plans.values()) {
    const where = plan.ring === ring ? rowsAbout(plan, subject) : null
    if (!where) continue
    const { docs } = await payload.db.find<StoredRow>({
      collection: plan.slug,
      where,
      limit: 0,
      pagination: false,
      select: {
        recordUid: true,
        sealed: true,
        ...(isColumn(plan.subject) ? { [plan.subject]: true } : {}),
      },
    })
    for (const row of docs) if (!(await resealRow(payload, plan, row))) unreadable += 1
  }
  return unreadable
}

/** The plain text of a row's confidential fields; every field null when the ciphertext is damaged. */
export const unsealRow = async (
  req: Pick<PayloadRequest, 'payload'>,
  slug: string,
  row: Row,
): Promise<Record<string, string | null>> => {
  const plan = plans.get(slug)
  if (!plan || !isSealed(row)) return {}
  const empty = Object.fromEntries(plan.fields.map((name) => [name, null]))
  return { ...empty, ...(await openTexts(req, plan, row)) }
}

const refuseToOverwriteDamage = async (
  req: PayloadRequest,
  plan: SealPlan,
  row: Row,
): Promise<void> => {
  if (!isSealed(row) || (await openTexts(req, plan, row))) return
  throw new Refusal(
    'conflict',
    'The text of this record cannot be read any more, so nothing was saved over it. Tell whoever runs the system.',
  )
}

/** Seals the given texts for a row that has its `recordUid` already; null when none is given. */
export const sealTexts = async (
  req: PayloadRequest,
  slug: string,
  row: Row,
  texts: Readonly<Record<string, unknown>>,
): Promise<string | null> => {
  const plan = plans.get(slug)
  if (!plan) throw new Error(`"${slug}" keeps no confidential text.`)
  await refuseToOverwriteDamage(req, plan, row)
  const kept = Object.fromEntries(
    plan.fields
      .map((name) => [name, texts[name]])
      .filter(([, text]) => typeof text === 'string' && text !== ''),
  )
  if (!Object.keys(kept).length) return null
  const { kid, key } = await currentKey(req.payload, plan.ring, subjectOf(plan, row))
  return `${prefix}${kid}:${seal(key, JSON.stringify(kept), placeOf(plan, row, kid))}`
}

/** Puts the stored texts back under the incoming ones, so that rules and validation see the whole record. */
export const overlayTexts: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data || !originalDoc) return data
  const stored = await unsealRow(req, collection.slug, originalDoc)
  Object.assign(originalDoc, stored)
  for (const [name, text] of Object.entries(stored)) {
    if (data[name] === undefined) data[name] = text
  }
  return data
}

export const sealOnChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const uid = originalDoc?.recordUid ?? randomUUID()
  const row = { ...originalDoc, ...data, recordUid: uid }
  data.recordUid = uid
  data.sealed = await sealTexts(req, collection.slug, row, row)
  return data
}

/** The answer to a write shows the texts as they are now, to those who may read them. */
export const answerTexts: CollectionAfterChangeHook = ({ collection, data, doc, req }) => {
  const { principals } = actorOf(req)
  for (const name of plans.get(collection.slug)?.fields ?? []) {
    const isSeen =
      systemMarkOf(req) !== null || mayRead(principals, fieldClassOf(collection.slug, name))
    if (isSeen && typeof data?.[name] === 'string') doc[name] = data[name]
  }
  return doc
}

/** Before field access runs, so that a reader without the class never gets the text. */
export const unsealOnRead: CollectionBeforeReadHook = async ({ collection, doc, req }) => {
  if (!doc?.sealed) return doc
  return Object.assign(doc, await unsealRow(req, collection.slug, doc))
}
