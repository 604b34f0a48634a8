import type { ClinicianName, PayerName, PlaceName, RoomName } from './clinic'
import type { ConditionName } from './words/conditions'

export type Slot = { weekday: number; time: string; place: PlaceName; room: RoomName | null }

/** Everything about one patient of the demo that the story does not decide by itself. */
export type Profile = {
  index: number
  firstName: string
  lastName: string
  sex: 'F' | 'M'
  dateOfBirth: string
  email: string
  phone: string
  addressLine1: string
  postalCode: string
  clinician: ClinicianName
  slot: Slot
  format: 'inPerson' | 'video'
  /** Weeks before the demo's week in which the first session took place; -1 is still to come. */
  weeksAgo: number
  /** Weekly sessions after the first one, until the therapy ended; null still goes on. */
  weeks: number | null
  /** A minute of its own, so that not everybody does the same thing at the same time. */
  minute: number
  /** Null pays alone. */
  payer: PayerName | null
  memberId: string
  condition: ConditionName
  /** Where the person came from: a campaign's source, or what they said. */
  source: { utm: Record<string, string> } | { said: string }
  /** What makes this one different from the others. */
  quirk: Quirk | null
}

export type Quirk =
  | 'steady'
  | 'owes'
  | 'shares'
  | 'worsens'
  | 'risk'
  | 'lateNote'
  | 'planUnsigned'
  | 'denied'
  | 'authorizationLacks'
