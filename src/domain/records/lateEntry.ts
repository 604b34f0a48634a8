import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { addMinutes, type InstantLike, toMs } from '@/src/domain/scheduling/zonedTime'

/**
 * Whether a record was written more than `hours` after the service ended (R66, 72 by default in the
 * rule settings), with the label that every screen and print then shows. Exactly `hours` is in time.
 */
export const lateEntry = ({
  serviceEnd,
  writtenAt,
  hours,
  zone,
}: {
  serviceEnd: InstantLike
  writtenAt: InstantLike
  hours: number
  zone: string
}): { isLate: boolean; lateFrom: string; label: string | null } => {
  const lateFrom = addMinutes({ instant: serviceEnd, minutes: hours * 60 })
  const isLate = toMs(writtenAt) > toMs(lateFrom)
  const served = formatFullDateTime({ instant: serviceEnd, zone })
  const written = formatFullDateTime({ instant: writtenAt, zone })
  return {
    isLate,
    lateFrom,
    label: isLate ? `Late entry for service of ${served}, written ${written}.` : null,
  }
}
