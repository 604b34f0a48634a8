import { textIn } from '@/src/domain/row'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import type { PortalVisit } from './portalRequest'
import { findRows } from './rows'

/** One address of the patient's own calendar program. */
export type Feed = { id: string; label: string; made: string; lastRead: string }

/** The addresses that work; null for somebody who acts for the patient. */
export const readFeeds = async ({ isProxy, req }: PortalVisit): Promise<Feed[] | null> => {
  if (isProxy) return null
  const rows = await findRows(req, 'calendar-feeds', {
    where: { isActive: { equals: true } },
    sort: '-madeAt',
  })
  const when = (instant: string): string =>
    instant ? formatDateTime({ instant, zone: practiceZone() }) : ''
  return rows.map((row) => ({
    id: row.id,
    label: textIn(row, 'label'),
    made: when(textIn(row, 'madeAt')),
    lastRead: when(textIn(row, 'lastReadAt')),
  }))
}
