import type { PayloadRequest } from 'payload'
import { loadSettings } from '@/hooks/loadSettings'
import { lateEntry } from '@/src/domain/records/lateEntry'
import type { Row } from '@/src/domain/row'
import { practiceZone } from '@/src/lib/practiceZone'

/** Whether it is signed late, and the label with both dates (R66). `service` ends where the session does. */
export const lateColumns = async (
  req: PayloadRequest,
  { session, endedAt, now }: { session?: Row | null; endedAt?: string | null; now: Date },
): Promise<{ isLateEntry: boolean; lateLabel: string | null }> => {
  const serviceEnd = session?.['endedAt'] ?? endedAt
  if (!serviceEnd) return { isLateEntry: false, lateLabel: null }
  const { lateEntryHours } = await loadSettings(req, {})
  const { isLate, label } = lateEntry({
    serviceEnd: String(serviceEnd),
    writtenAt: now,
    hours: lateEntryHours,
    zone: String(session?.['zone'] ?? practiceZone()),
  })
  return { isLateEntry: isLate, lateLabel: label }
}
