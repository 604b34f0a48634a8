import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { scopeKeysOf } from '@/access/decide'
import { idIn } from '@/src/domain/row'
import { randomToken } from '@/src/lib/crypto'
import { type Change, changedFields } from '../change'
import { audit } from './writer'

type OpenWrite = {
  writeId: string
  collection: string
  recordIds: string[]
  patientIds: string[]
  fields: string[]
  action: string
}
type Bag = { openWrites?: OpenWrite[] }

const openWrites = (req: PayloadRequest): OpenWrite[] => {
  const bag = req.context as Bag
  bag.openWrites ??= []
  return bag.openWrites
}

const patientsOf = (slug: string, row: Change['after']): string[] => {
  const patient = idIn(row, scopeKeysOf(slug).patient)
  return patient ? [patient] : []
}

/** Says what is about to be written, before it is. */
export const intendWrite: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const write: OpenWrite = {
    writeId: randomToken(9),
    collection: collection.slug,
    recordIds: originalDoc?.id ? [String(originalDoc.id)] : [],
    patientIds: patientsOf(collection.slug, { ...originalDoc, ...data }),
    fields: changedFields(originalDoc ?? null, data),
    action: operation,
  }
  openWrites(req).push(write)
  await audit(req, { ...write, outcome: 'intended', rev: Number(originalDoc?.rev ?? 0) })
  return data
}

/** Says that it was written. */
export const confirmWrite: CollectionAfterChangeHook = async ({
  collection,
  doc,
  data,
  operation,
  req,
}) => {
  const writes = openWrites(req)
  const index = writes.findIndex(
    (write) => write.collection === collection.slug && write.action === operation,
  )
  const [write] = index >= 0 ? writes.splice(index, 1) : []
  if (!write) return doc
  await audit(req, {
    ...write,
    outcome: 'done',
    recordIds: [String(doc.id)],
    patientIds: patientsOf(collection.slug, { ...data, id: doc.id }),
    rev: Number(data?.rev ?? 0),
  })
  return doc
}

/** Says that intended writes of this request did not happen; called once an error is certain. */
export const failWrites = async (
  req: PayloadRequest,
  outcome: 'refused' | 'failed',
  rules: string[],
): Promise<void> => {
  const writes = openWrites(req).splice(0)
  await Promise.all(writes.map((write) => audit(req, { ...write, outcome, rules })))
}
