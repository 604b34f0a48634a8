import type { CollectionBeforeChangeHook, FlattenedField, PayloadRequest, Where } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decide, decideRow } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { idOf, type Row } from '@/src/domain/row'
import { type Finding, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { changedFields } from './change'

type Reference = { path: string; slug: string; ids: string[] }

const referencesIn = (
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
  changed: readonly string[],
): Reference[] =>
  fields.flatMap((field): Reference[] => {
    if (
      (field.type !== 'relationship' && field.type !== 'upload') ||
      typeof field.relationTo !== 'string'
    )
      return []
    if (!changed.includes(field.name)) return []
    const values = [data[field.name] ?? []].flat()
    const ids = values.map(idOf).filter((id): id is string => id !== null)
    return ids.length ? [{ path: field.name, slug: field.relationTo, ids: [...new Set(ids)] }] : []
  })

// Software that may write to a record names others by id without the right to read them.
const isFree = (req: PayloadRequest): boolean =>
  systemMarkOf(req) !== null || actorOf(req).kind === 'apiClient'

/** Whether a record may be named in another one, and something taken over from it. */
export const mayPointAt = async (req: PayloadRequest, slug: string, row: Row): Promise<boolean> =>
  isFree(req) || decideRow(req, slug, 'read', row)

const isReachable = async (req: PayloadRequest, { slug, ids }: Reference): Promise<boolean> => {
  if (!ids.every(isId)) return false
  const scope: Where | boolean = isFree(req) ? true : await decide(req, slug, 'read')
  if (scope === false) return false
  const named: Where = { id: { in: ids } }
  const where = scope === true ? named : { and: [named, scope] }
  const { totalDocs } = await req.payload.db.count({ collection: slug, where, req })
  return totalDocs === ids.length
}

/** A written reference must exist and be readable by the writer; the answer never says which of the two. */
export const checkReferences: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const changed = changedFields(originalDoc ?? null, data)
  const references = referencesIn(collection.flattenedFields, data, changed)
  const findings: Finding[] = []
  for (const reference of references) {
    if (!(await isReachable(req, reference))) {
      findings.push({
        path: reference.path,
        message: 'Choose a record from the list: this one was not found.',
      })
    }
  }
  if (findings.length) throw new Refusal('invalid', findings)
  return data
}
