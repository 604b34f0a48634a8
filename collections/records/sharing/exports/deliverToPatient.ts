import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import { moveRow } from '@/hooks/moveRow'
import { idIn, type StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { disclosureHash } from '../disclosures/disclosureHash'

/** The patient, or who acts for them, has the records: the disclosure is final and the request answered. Safe to repeat. */
export const deliverToPatient = async (
  req: PayloadRequest,
  disclosure: StoredRow,
): Promise<void> => {
  const now = clock.now()
  const set = {
    status: 'sent',
    method: 'portal',
    verifiedBy: 'portal',
    sentAt: now.toISOString(),
    sentOn: dayIn(now, practiceZone()),
  }
  const plain = await factReader(req).text('disclosures', disclosure)
  await moveRow(req, {
    collection: 'disclosures',
    id: disclosure.id,
    where: { status: { equals: 'prepared' } },
    data: { ...set, contentHash: disclosureHash({ ...disclosure, ...plain, ...set }) },
  })
  const request = idIn(disclosure, 'request')
  if (!request) return
  await moveRow(req, {
    collection: 'record-requests',
    id: request,
    where: { status: { equals: 'fulfilled' } },
    data: { deliveredAt: now.toISOString() },
  })
}
