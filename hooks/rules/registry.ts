import { coverageIsChecked } from './billing/R14-coverage-is-checked'
import { oneChargePerSessionAndCode } from './billing/R70-one-charge-per-session-and-code'
import { claimIsComplete } from './billing/R71-claim-is-complete'
import { nothingIsSentUnsigned } from './billing/R71-note-is-signed'
import { plansAreNotToldWhatIsKeptFromThem } from './billing/R71-plans-are-not-told-what-is-kept-from-them'
import { unitsMoveByBookings } from './billing/R72-units-move-by-bookings'
import { minutesFitTheCode } from './billing/R74-minutes-fit-the-code'
import { placeAndModifiersAgree } from './billing/R76-place-and-modifiers-agree'
import { claimIsInTime } from './billing/R78-claim-is-in-time'
import { nothingIsPaidTwice } from './billing/R81-nothing-is-paid-twice'
import { statementAfterThePayer } from './billing/R82-statement-after-the-payer'
import { largeAmountsNeedTheOwner } from './billing/R83-large-amounts-need-the-owner'
import { inquiryMakesAProspect } from './intake/R01-inquiry-makes-a-prospect'
import { whoCannotWaitIsNotMadeTo } from './intake/R02-who-cannot-wait-is-not-made-to'
import { papersBeforeTheFirstSession } from './intake/R07-papers-before-the-first-session'
import { refusedNoticeHasAReason } from './intake/R08-refused-notice-has-a-reason'
import { minorsHaveSomebodyWhoConsents } from './intake/R10-minors-have-somebody-who-consents'
import { custodyIsClearBeforeTheFirstSession } from './intake/R11-custody-is-clear-before-the-first-session'
import { proxiesBookWithinLimits } from './intake/R11-proxies-book-within-limits'
import { minorsConsentAloneWhereTheLawLetsThem } from './intake/R12-minors-consent-alone-where-the-law-lets-them'
import { childhoodEndsOnTheBirthday } from './intake/R13-childhood-ends-on-the-birthday'
import { assessmentBeforeTheSecondMeeting } from './intake/R17-assessment-before-the-second-meeting'
import { traineeDiagnosesWait } from './intake/R18-trainee-diagnoses-wait'
import { urgentAnswersAreClosedByClinicians } from './intake/R19-urgent-answers-are-closed-by-clinicians'
import { noGapsInMeasures } from './intake/R20-no-gaps-in-measures'
import { bookedIntakeHasASource } from './intake/R21-booked-intake-has-a-source'
import { decliningNamesAReasonAndAPlace } from './intake/R22-declining-names-a-reason-and-a-place'
import { nothingPersonalInAddresses } from './outreach/R100-nothing-personal-in-addresses'
import { directoryShowsWhoCanTakePeople } from './outreach/R105-directory-shows-who-can-take-people'
import { fullTherapistsTakeNobodyOn } from './people/R96-full-therapists-take-nobody-on'
import { nobodyLeavesWorkBehind } from './people/R97-nobody-leaves-work-behind'
import { twoDecideAboutRoles } from './people/R98-two-decide-about-roles'
import { techniqueAndResponse } from './records/R49-technique-and-response'
import { signedNotesAreWhole } from './records/R51-signed-notes-are-whole'
import { signedRecordsStandStill } from './records/R52-signed-records-stand-still'
import { addendaInOrder } from './records/R53-addenda-in-order'
import { traineesWaitForCoSignature } from './records/R55-trainees-wait-for-co-signature'
import { whoMayCoSign } from './records/R56-who-may-co-sign'
import { psychotherapyNotesHoldNoTimes } from './records/R57-psychotherapy-notes-hold-no-times'
import { recordsCannotBeDeleted } from './records/R60-records-cannot-be-deleted'
import { lateEntriesSaySo } from './records/R66-late-entries-say-so'
import { destructionNeedsTwo } from './records/R67-destruction-needs-two'
import type { AnyRule } from './rule'
import { outsidersNeedARelease } from './sharing/R33-outsiders-need-a-release'
import { exportsNameWhoAndWhy } from './sharing/R61-exports-name-who-and-why'
import { amendmentsRunOnAClock } from './sharing/R62-amendments-run-on-a-clock'
import { recordRequestsRunOnAClock } from './sharing/R62-record-requests-run-on-a-clock'
import { disclosuresAreAccountedFor } from './sharing/R63-disclosures-are-accounted-for'
import { part2LeavesWithConsent } from './sharing/R64-part2-leaves-with-consent'
import { sharingEndsWithTheRelease } from './sharing/R65-sharing-ends-with-the-release'
import { heldChartsStandStill } from './sharing/R67-held-charts-stand-still'
import { emergencyAccessIsReviewed } from './system/R106-emergency-access-is-reviewed'
import { apiClientsDoWhatTheyWereGranted } from './system/R107-api-clients-do-what-they-were-granted'
import { viewsWithoutDutyAreReviewed } from './system/R108-views-without-duty-are-reviewed'
import { firstPlanIsDue } from './treatment/R23-first-plan-is-due'
import { planIsWholeBeforeReady } from './treatment/R26-plan-is-whole-before-ready'
import { planNeedsTheClientsAnswer } from './treatment/R27-plan-needs-the-clients-answer'
import { activePlansGetVersions } from './treatment/R30-active-plans-get-versions'
import { sessionsAreCompletedInTime } from './treatment/R36-sessions-are-completed-in-time'

/** Every workflow rule, in the order of the rule list. */
export const rules: readonly AnyRule[] = [
  inquiryMakesAProspect,
  whoCannotWaitIsNotMadeTo,
  papersBeforeTheFirstSession,
  refusedNoticeHasAReason,
  minorsHaveSomebodyWhoConsents,
  custodyIsClearBeforeTheFirstSession,
  proxiesBookWithinLimits,
  minorsConsentAloneWhereTheLawLetsThem,
  childhoodEndsOnTheBirthday,
  coverageIsChecked,
  assessmentBeforeTheSecondMeeting,
  traineeDiagnosesWait,
  urgentAnswersAreClosedByClinicians,
  noGapsInMeasures,
  bookedIntakeHasASource,
  decliningNamesAReasonAndAPlace,
  firstPlanIsDue,
  planIsWholeBeforeReady,
  planNeedsTheClientsAnswer,
  activePlansGetVersions,
  sessionsAreCompletedInTime,
  techniqueAndResponse,
  signedNotesAreWhole,
  signedRecordsStandStill,
  addendaInOrder,
  traineesWaitForCoSignature,
  whoMayCoSign,
  psychotherapyNotesHoldNoTimes,
  recordsCannotBeDeleted,
  outsidersNeedARelease,
  exportsNameWhoAndWhy,
  recordRequestsRunOnAClock,
  amendmentsRunOnAClock,
  disclosuresAreAccountedFor,
  part2LeavesWithConsent,
  sharingEndsWithTheRelease,
  lateEntriesSaySo,
  destructionNeedsTwo,
  heldChartsStandStill,
  oneChargePerSessionAndCode,
  nothingIsSentUnsigned,
  claimIsComplete,
  plansAreNotToldWhatIsKeptFromThem,
  unitsMoveByBookings,
  minutesFitTheCode,
  placeAndModifiersAgree,
  claimIsInTime,
  nothingIsPaidTwice,
  statementAfterThePayer,
  largeAmountsNeedTheOwner,
  fullTherapistsTakeNobodyOn,
  nobodyLeavesWorkBehind,
  twoDecideAboutRoles,
  nothingPersonalInAddresses,
  directoryShowsWhoCanTakePeople,
  emergencyAccessIsReviewed,
  apiClientsDoWhatTheyWereGranted,
  viewsWithoutDutyAreReviewed,
]
