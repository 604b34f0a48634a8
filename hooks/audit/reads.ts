import type { CollectionAfterOperationHook, CollectionAfterReadHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { scopeKeysOf } from '@/access/decide'
import { idIn } from '@/access/scopes'
import { audit } from './writer'

type Seen = Map<string, { ids: Set<string>; patients: Set<string> }>
type Bag = { chartReads?: Seen }

const seenIn = (req: PayloadRequest): Seen => {
  const bag = req.context as Bag
  bag.chartReads ??= new Map()
  return bag.chartReads
}

/** Notes which chart records the answer will hold, populated ones included. */
export const collectRead: CollectionAfterReadHook = ({ collection, doc, req, overrideAccess }) => {
  if (overrideAccess || systemMarkOf(req) || !doc?.id) return doc
  const seen = seenIn(req)
  const entry = seen.get(collection.slug) ?? { ids: new Set(), patients: new Set() }
  seen.set(collection.slug, entry)
  entry.ids.add(String(doc.id))
  const patient = idIn(doc, scopeKeysOf(collection.slug).patient)
  if (patient) entry.patients.add(patient)
  return doc
}

const readOperations = new Set(['find', 'findByID', 'findVersions', 'findVersionByID'])

/** Stores one event per collection that was read, before the answer leaves. */
export const flushReads: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  const seen = (req.context as Bag).chartReads
  if (!readOperations.has(operation) || !seen?.size) return result
  const entries = [...seen]
  seen.clear()
  await Promise.all(
    entries.map(([collection, { ids, patients }]) =>
      audit(req, {
        action: 'read',
        outcome: 'seen',
        collection,
        recordIds: [...ids],
        patientIds: [...patients],
      }),
    ),
  )
  return result
}
