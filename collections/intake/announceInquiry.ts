import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { type Announcement, announce } from '@/hooks/webhooks/announce'

/** Writes the messages about inquiries; saying it again makes no second one. */
export const announceInquiries = (
  req: PayloadRequest,
  which: Pick<Announcement, 'records' | 'isLate'>,
): Promise<void> =>
  announce(req, { event: 'inquiry.created', collectionSlug: 'inquiries', key: 'created', ...which })

/** A process that dies before this is followed up by the job that sends messages. */
export const announceInquiry: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create')
    await announceInquiries(req, {
      records: async () => [{ id: doc.id, createdAt: doc.createdAt }],
    })
  return doc
}
