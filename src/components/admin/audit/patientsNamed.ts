import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'

export type Found = { id: string; name: string; born: string }

const shown = 20

/** Patients whose name holds these words, to choose one from; for those who may read the log. */
export const patientsNamed = async (req: PayloadRequest, name: string): Promise<Found[]> => {
  const words = name.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 4)
  if (!words.length) return []
  const rows = await factReader(req).many(
    'patients',
    { and: words.map((word) => ({ searchText: { contains: word } })) },
    { sort: 'lastName', limit: shown },
  )
  return rows.map((row) => {
    const born = row['dateOfBirth']
    return {
      id: String(row['id']),
      name: String(row['displayName'] ?? ''),
      born: isCalendarDate(born) ? formatDate(born) : '',
    }
  })
}
