import type { PayloadRequest } from 'payload'
import { idIn } from '@/access/scopes'
import type { Row } from '@/hooks/change'
import type { FactReader } from '@/hooks/rules/rule'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { mailPatient } from './mailPatient'
import { moveRecord } from './moveRecord'

/** What all appointments of a series have in common. */
export const seriesOf = (appointment: Row): string =>
  String(appointment['seriesKey'] ?? appointment['uniqueKey'])

/** The series that a new appointment joins; null when it stands by itself. Throws when it is about somebody else. */
export const seriesJoined = async (
  read: FactReader,
  { repeats, patient }: { repeats?: string | undefined; patient: string },
): Promise<string | null> => {
  if (!repeats) return null
  const first = await read.one('appointments', repeats)
  if (first && idIn(first, 'patient') === patient) return seriesOf(first)
  throw new Refusal('invalid', [
    { path: 'repeats', message: 'The appointment to repeat is not one of this patient.' },
  ])
}

/** Marks the appointment that a series began with, once there is a second one. */
export const markFirst = async (req: PayloadRequest, seriesKey: unknown): Promise<void> => {
  if (!seriesKey) return
  const { docs } = await req.payload.db.find<Row & { id: string }>({
    collection: 'appointments',
    where: { uniqueKey: { equals: seriesKey } },
    limit: 1,
    pagination: false,
    req,
  })
  const [first] = docs
  if (!first) return
  await moveRecord(req, {
    collection: 'appointments',
    id: first.id,
    from: { seriesKey: { exists: false } },
    set: { seriesKey },
  })
}

/** Only what is part of a series changes together with others. */
export const requireSeries = (record: Row, isTogether: boolean): void => {
  if (!isTogether || record['seriesKey']) return
  throw new Refusal('invalid', [
    { path: 'isTogether', message: 'This appointment is not part of a series.' },
  ])
}

/** One message for all appointments of a series that change on a day, however many they are. */
export const mailSeries = (
  req: PayloadRequest,
  record: Row & { id: string },
  what: 'booked' | 'changed' | 'cancelled',
): Promise<void> =>
  mailPatient(req, {
    patientId: String(record['patient']),
    template: 'series-changed',
    appointmentId: record.id,
    uniqueKey: `series-${what}|${String(record['seriesKey'])}|${practiceToday()}`,
  })
