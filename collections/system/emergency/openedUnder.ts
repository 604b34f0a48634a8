import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { findEvents, type LogRow } from '../accessLog/findEvents'
import { inWords, type LogLine } from '../accessLog/namedEvents'
import { noteLogUse } from '../accessLog/searchEndpoint'

type Asked = {
  id: string
  staff: string
  patient: string
  /** First and last instant, ISO. */
  from: string
  to: string
}

const mostLines = 200

const isUnder = ({ breakGlassId, collectionSlug }: LogRow, id: string): boolean =>
  collectionSlug !== 'break-glass-grants' && breakGlassId.split(' ').includes(id)

/** What somebody did with a chart while it was open in an emergency, for those who may read the log. */
export const openedUnder = async (
  req: PayloadRequest,
  { id, staff, patient, from, to }: Asked,
): Promise<LogLine[]> => {
  if (!isGranted(req, 'audit-events', 'read')) return []
  const after = new Date(new Date(to).getTime() + 1000).toISOString()
  const filter = { patient, actor: staff, from, to: after }
  const { rows } = await findEvents(req.payload, { filter, before: null, size: mostLines })
  const under = rows.filter((row) => isUnder(row, id))
  await noteLogUse(req, { action: 'read', filter, count: under.length })
  return inWords(req, under.reverse())
}
