import { randomUUID } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decideRow } from '@/access/decide'
import type { Row, StoredRow } from '@/src/domain/row'
import { isDuplicateKey } from '@/src/lib/database'
import { notFound, Refusal } from '@/src/lib/errors'
import type { Passed } from '../enforce'
import { sealPlanOf, sealTexts } from '../sealConfidential'
import type { ActionContext, AnyAction, Commit } from './define'

/** What the record keeps until the effects of its last action are done: ids and reasons, never content. */
export type Pending = {
  action: string
  key: string
  refs: Commit['refs']
  actorId: string | null
  at: string
  /** Rules that were gone past; written down with the effects. */
  passed?: readonly Passed[]
}

type Step = { action: AnyAction; commit: Commit; pending: Pending }

/** Confidential texts have no column of their own: those of the commit are sealed with the record's others. */
const columnsOf = async (
  req: PayloadRequest,
  { slug, record, set }: { slug: string; record: Row; set: Row },
): Promise<Row> => {
  const texts = new Set(sealPlanOf(slug)?.fields ?? [])
  const changed = Object.entries(set).filter(([name]) => texts.has(name))
  if (!changed.length) return set
  const columns = Object.entries(set).filter(([name]) => !texts.has(name))
  const plain = changed.map(([name, text]) => [name, String(text ?? '')])
  const recordUid = record['recordUid'] ?? randomUUID()
  const sealed = await sealTexts(
    req,
    slug,
    { ...record, recordUid },
    { ...record, ...Object.fromEntries(plain) },
  )
  return { ...Object.fromEntries(columns), recordUid, sealed }
}

/** Writes the commit on the revision that was read; a Refusal when somebody else was first. */
export const commitRecord = async (
  context: ActionContext<never>,
  { action, commit, pending }: Step,
): Promise<StoredRow> => {
  const { req, record, key } = context
  const { slug } = action
  const rev = Number(record['rev'] ?? 0)
  const columns = await columnsOf(req, { slug, record, set: commit.set })
  const conditions: Where[] = [{ id: { equals: String(record['id']) } }, { rev: { equals: rev } }]
  const won = await req.payload.db
    .updateOne({
      collection: slug,
      where: { and: conditions },
      data: {
        ...columns,
        rev: rev + 1,
        pendingAction: JSON.stringify(pending),
        lastAction: `${action.name}:${key}`,
      },
      options: { atomic: true },
      req,
    } as Parameters<typeof req.payload.db.updateOne>[0]) // `options.atomic` is not in the published type
    .catch((error: unknown) => {
      // A place that only one record holds was taken while this was prepared.
      if (!isDuplicateKey(error)) throw error
      return null
    })
  if (!won) {
    throw new Refusal(
      'conflict',
      'Somebody else changed this at the same moment. Reload to see what they did.',
    )
  }
  return won as unknown as StoredRow // every row has an id
}

/** Makes the record; a Refusal when its place was taken meanwhile. */
export const commitNew = async (
  context: ActionContext<never>,
  { action, commit, pending }: Step,
): Promise<StoredRow> => {
  const { req, key, system } = context
  if (!systemMarkOf(req) && !(await decideRow(req, action.slug, action.name, commit.set)))
    throw notFound()
  const data = {
    ...commit.set,
    pendingAction: JSON.stringify(pending),
    lastAction: `${action.name}:${key}`,
  }
  const made = await system
    .create({ collection: action.slug as never, data }) // slug of the definition
    .catch((error: unknown) => {
      // The unique key of what this action makes was taken while it was prepared.
      if (!isDuplicateKey(error)) throw error
      throw new Refusal('conflict', 'Somebody else made this at the same moment. Reload to see it.')
    })
  const { id } = made as unknown as StoredRow // every row has an id
  // The Local API's answer leaves out hidden columns, the sealed texts among them.
  const row = await req.payload.db.findOne<StoredRow>({
    collection: action.slug,
    where: { id: { equals: id } },
    req,
  })
  if (!row) throw notFound()
  return row
}

/** The record that this call of an action wrote, if it came so far. */
export const findDone = (
  req: PayloadRequest,
  action: AnyAction,
  key: string,
): Promise<StoredRow | null> =>
  req.payload.db.findOne<StoredRow>({
    collection: action.slug,
    where: { lastAction: { equals: `${action.name}:${key}` } },
    req,
  })
