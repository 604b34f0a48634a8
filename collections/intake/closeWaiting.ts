import type { PayloadRequest } from 'payload'

/** Ends the place on the waitlist that an inquiry may still have. */
export const closeWaiting = async (
  req: PayloadRequest,
  inquiryId: string,
  closeReason: string,
  status: 'closed' | 'booked' = 'closed',
): Promise<void> => {
  const { db } = req.payload
  const { docs } = await db.find<{ id: string; rev?: number }>({
    collection: 'waitlist-entries',
    where: { and: [{ inquiry: { equals: inquiryId } }, { status: { equals: 'waiting' } }] },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id, rev } of docs) {
    await db.updateOne({
      collection: 'waitlist-entries',
      id,
      data: { status, closeReason, rev: Number(rev ?? 0) + 1 },
      req,
    })
  }
}
