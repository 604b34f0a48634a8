import { formatDate, formatTime } from './formatTime'
import { type InstantLike, serviceDateOf } from './zonedTime'

type Visit = { instant: InstantLike; zone: string; kind: string }

/** "Nov 27, 2026, 9:00 AM, individual": when somebody meets, as the clocks there show it, and in which way. */
export const visitTitle = ({ instant, zone, kind }: Visit): string =>
  [formatDate(serviceDateOf({ instant, zone })), formatTime({ instant, zone }), kind]
    .filter(Boolean)
    .join(', ')
