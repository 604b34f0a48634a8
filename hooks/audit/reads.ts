import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { scopeKeysOf } from '@/access/decide'
import { idIn, type Row } from '@/src/domain/row'
import { rowsOfAnswer } from '../answers'
import { audit } from './writer'

const readOperations = new Set(['find', 'findByID', 'findVersions', 'findVersionByID'])

const note = (req: PayloadRequest, collection: string, rows: readonly Row[]): Promise<unknown> => {
  const { patient } = scopeKeysOf(collection)
  const patients = new Set<string>()
  for (const row of rows) {
    const about = idIn(row, patient)
    if (about) patients.add(about)
  }
  return audit(req, {
    action: 'read',
    outcome: 'seen',
    collection,
    recordIds: rows.map(({ id }) => String(id)),
    patientIds: [...patients],
  })
}

/**
 * Stores which chart records an answer holds, one event for each read, before it leaves. What is populated
 * into an answer is read by an operation of its own.
 */
export const logReads: CollectionAfterOperationHook = async (operated) => {
  const { collection, operation, overrideAccess, req, result } = operated
  if (overrideAccess || !readOperations.has(operation) || systemMarkOf(req)) return result
  const rows = rowsOfAnswer(result).filter(({ id }) => id)
  if (rows.length) await note(req, collection.slug, rows)
  return result
}
