import type { PayloadRequest, Where } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { actorOf } from '@/access/principal'
import type { Row, StoredRow } from '@/src/domain/row'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { factReader } from '../facts'
import type { AnyAction } from './define'

/** The record with its texts in plain, for who may act on it; a Refusal that tells nothing for who may not. */
export const reach = async (
  req: PayloadRequest,
  action: AnyAction,
  id: string,
): Promise<StoredRow> => {
  const { slug, name } = action
  const actor = actorOf(req)
  if (actor.kind === 'anonymous' && !systemMarkOf(req))
    throw new Refusal('signed-out', 'Sign in first.')
  const scope = systemMarkOf(req) ? true : await decide(req, slug, name)
  if (!isId(id)) throw notFound()
  const find = (where: Where | boolean): Promise<StoredRow | null> =>
    where === false
      ? Promise.resolve(null)
      : req.payload.db.findOne<StoredRow>({
          collection: slug,
          where: where === true ? { id: { equals: id } } : { and: [{ id: { equals: id } }, where] },
          req,
        })
  const row = await find(scope)
  if (row) return { ...row, ...(await factReader(req).text(slug, row)), id: row.id }
  if (scope === false && (await find(await decide(req, slug, 'read')))) {
    throw new Refusal('not-granted', `You may not do this: "${action.label}" is for other roles.`)
  }
  if (scope === false && actor.kind === 'apiClient') {
    throw new Refusal('not-granted', `The client "${actor.name}" may not do this.`)
  }
  throw notFound()
}

export const stateRefusal = (action: AnyAction, record: Row): Refusal => {
  const column = action.from?.column ?? 'status'
  return new Refusal('conflict', [
    {
      path: column,
      message: `"${action.label}" is not possible now: this record is ${String(record[column] ?? 'not ready').replaceAll('_', ' ')}. Reload to see where it stands.`,
    },
  ])
}

export const stands = (action: AnyAction, record: Row): boolean =>
  !action.from ||
  action.from.values.some((value) => value === (record[action.from?.column ?? ''] ?? null))
