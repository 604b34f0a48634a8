import type { PayloadRequest } from 'payload'
import { moveRow } from '@/hooks/moveRow'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row, type StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { mailPatient } from './mailPatient'

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
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'appointments',
    where: { uniqueKey: { equals: seriesKey } },
    limit: 1,
    pagination: false,
    req,
  })
  const [first] = docs
  if (!first) return
  await moveRow(req, {
    collection: 'appointments',
    id: first.id,
    where: { seriesKey: { exists: false } },
    data: { seriesKey },
  })
}

/** Only what is part of a series changes together with others. */
export const requireSeries = (record: Row, isTogether: boolean): void => {
  if (!isTogether || record['seriesKey']) return
  throw new Refusal('invalid', [
    { path: 'isTogether', message: 'This appointment is not part of a series.' },
  ])
}

type Told = {
  /** Which message, and under which key it is sent once. */
  what: 'booked' | 'changed' | 'cancelled'
  key: string
  /** The patient is told of nothing, such as by an import. */
  isQuiet?: boolean
  /** One message a day for all appointments of the series that change, however many they are. */
  isInSeries: boolean
}

/** Tells a patient of an appointment, alone or with the others of its series. */
export const tellOfVisit = async (
  req: PayloadRequest,
  record: StoredRow,
  { what, key, isQuiet = false, isInSeries }: Told,
): Promise<void> => {
  if (isQuiet) return
  await mailPatient(req, {
    patientId: String(record['patient']),
    appointmentId: record.id,
    template: isInSeries ? 'series-changed' : `appointment-${what}`,
    uniqueKey: isInSeries
      ? `series-${what}|${String(record['seriesKey'])}|${practiceToday()}`
      : `appointment-${what}|${key}`,
  })
}
