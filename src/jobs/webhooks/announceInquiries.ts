import type { PayloadRequest } from 'payload'
import { announceInquiries as announceThese } from '@/collections/intake/announceInquiry'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'

const dayMs = 86_400_000

/** Inquiries of the last day that a process died over before it wrote their messages. */
export const announceMissedInquiries = (req: PayloadRequest): Promise<void> =>
  announceThese(req, {
    isLate: true,
    records: async () => {
      const since = new Date(clock.wall().getTime() - dayMs).toISOString()
      const { docs } = await req.payload.db.find<StoredRow>({
        collection: 'inquiries',
        where: { createdAt: { greater_than: since } },
        select: { createdAt: true },
        limit: 0,
        pagination: false,
        req,
      })
      return docs
    },
  })
