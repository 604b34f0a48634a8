import type { PayloadRequest } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import { moveRecord } from './moveRecord'

/** The inquiry that an intake was booked from. */
const inquiryOf = async (req: PayloadRequest, appointment: Row): Promise<string | null> => {
  if (appointment['kind'] !== 'intake') return null
  const inquiry = await req.payload.db.findOne<{ id: string }>({
    collection: 'inquiries',
    where: {
      and: [
        { patient: { equals: idIn(appointment, 'patient') } },
        { intakeKey: { equals: appointment['uniqueKey'] } },
      ],
    },
    req,
  })
  return inquiry?.id ?? null
}

/** When an intake does not take place the inquiry behind it goes back to the board. */
export const reopenInquiry = async (req: PayloadRequest, appointment: Row): Promise<void> => {
  const id = await inquiryOf(req, appointment)
  if (!id) return
  await moveRecord(req, {
    collection: 'inquiries',
    id,
    from: {
      and: [
        { status: { equals: 'intakeBooked' } },
        { intakeKey: { equals: appointment['uniqueKey'] } },
      ],
    },
    set: { status: 'triaged', intakeKey: null },
  })
}

/** The board shows when and with whom the intake is now. */
export const moveInquiry = async (req: PayloadRequest, appointment: Row): Promise<void> => {
  const id = await inquiryOf(req, appointment)
  if (!id) return
  await moveRecord(req, {
    collection: 'inquiries',
    id,
    from: { status: { equals: 'intakeBooked' } },
    set: {
      intakeStartsAt: appointment['startsAt'],
      intakeZone: appointment['zone'],
      matchedClinician: idIn(appointment, 'clinician'),
    },
  })
}
