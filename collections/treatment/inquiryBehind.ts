import type { PayloadRequest } from 'payload'
import { idIn } from '@/access/scopes'
import type { Row } from '@/hooks/change'
import { moveRecord } from './moveRecord'

/** When an intake does not take place the inquiry behind it goes back to the board. */
export const reopenInquiry = async (req: PayloadRequest, appointment: Row): Promise<void> => {
  if (appointment['kind'] !== 'intake') return
  const inquiry = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'inquiries',
    where: {
      and: [
        { patient: { equals: idIn(appointment, 'patient') } },
        { intakeKey: { equals: appointment['uniqueKey'] } },
      ],
    },
    req,
  })
  if (!inquiry) return
  await moveRecord(req, {
    collection: 'inquiries',
    id: inquiry.id,
    from: {
      and: [
        { status: { equals: 'intakeBooked' } },
        { intakeKey: { equals: appointment['uniqueKey'] } },
      ],
    },
    set: { status: 'triaged', intakeKey: null },
  })
}
