import type { PayloadRequest } from 'payload'
import { moveRecord } from '@/collections/treatment/moveRecord'
import { factReader } from '@/hooks/facts'
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
  await moveRecord(req, {
    collection: 'disclosures',
    id: disclosure.id,
    from: { status: { equals: 'prepared' } },
    set: { ...set, contentHash: disclosureHash({ ...disclosure, ...plain, ...set }) },
  })
  const request = idIn(disclosure, 'request')
  if (!request) return
  await moveRecord(req, {
    collection: 'record-requests',
    id: request,
    from: { status: { equals: 'fulfilled' } },
    set: { deliveredAt: now.toISOString() },
  })
}
