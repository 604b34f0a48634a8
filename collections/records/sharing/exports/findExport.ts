import type { PayloadRequest } from 'payload'
import { decide } from '@/access/decide'
import { actorOf } from '@/access/principal'
import type { StoredRow } from '@/src/domain/row'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'

/** The export that the address names, if the caller may take it; answers 404 otherwise. */
export const findExport = async (req: PayloadRequest): Promise<StoredRow> => {
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  const id = String(req.routeParams?.['id'] ?? '')
  const scope = await decide(req, 'chart-exports', 'export')
  if (scope === false || !isId(id)) throw notFound()
  const named = { id: { equals: id } }
  const row = await req.payload.db.findOne<StoredRow>({
    collection: 'chart-exports',
    where: scope === true ? named : { and: [named, scope] },
    req,
  })
  if (!row) throw notFound()
  return row
}
