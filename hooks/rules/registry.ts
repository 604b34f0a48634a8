import { inquiryMakesAProspect } from './intake/R01-inquiry-makes-a-prospect'
import { whoCannotWaitIsNotMadeTo } from './intake/R02-who-cannot-wait-is-not-made-to'
import { papersBeforeTheFirstSession } from './intake/R07-papers-before-the-first-session'
import { refusedNoticeHasAReason } from './intake/R08-refused-notice-has-a-reason'
import { assessmentBeforeTheSecondMeeting } from './intake/R17-assessment-before-the-second-meeting'
import { bookedIntakeHasASource } from './intake/R21-booked-intake-has-a-source'
import { decliningNamesAReasonAndAPlace } from './intake/R22-declining-names-a-reason-and-a-place'
import { nothingPersonalInAddresses } from './outreach/R100-nothing-personal-in-addresses'
import { directoryShowsWhoCanTakePeople } from './outreach/R105-directory-shows-who-can-take-people'
import { fullTherapistsTakeNobodyOn } from './people/R96-full-therapists-take-nobody-on'
import { recordsCannotBeDeleted } from './records/R60-records-cannot-be-deleted'
import { apiClientsDoWhatTheyWereGranted } from './system/R107-api-clients-do-what-they-were-granted'
import { sessionsAreCompletedInTime } from './treatment/R36-sessions-are-completed-in-time'
import type { AnyRule } from './rule'

/** Every workflow rule, in the order of the rule list. */
export const rules: readonly AnyRule[] = [
  inquiryMakesAProspect,
  whoCannotWaitIsNotMadeTo,
  papersBeforeTheFirstSession,
  refusedNoticeHasAReason,
  assessmentBeforeTheSecondMeeting,
  bookedIntakeHasASource,
  decliningNamesAReasonAndAPlace,
  sessionsAreCompletedInTime,
  recordsCannotBeDeleted,
  fullTherapistsTakeNobodyOn,
  nothingPersonalInAddresses,
  directoryShowsWhoCanTakePeople,
  apiClientsDoWhatTheyWereGranted,
]
