/** A field, or some side by side. */
type Line = string | readonly string[]

/** How the page of a record is laid out. Names of fields only: what is kept does not change with it. */
export type RecordPage = {
  /** Beside the page: where the record stands. */
  side?: readonly string[]
  /** Above the tabs, or alone where there is not much. */
  head?: readonly Line[]
  /** By the title of the tab; the first is what is looked up most. */
  tabs?: Readonly<Record<string, readonly Line[]>>
  /** For programs: ids and codes that say nothing to people. */
  unseen?: readonly string[]
}

/** By collection. Every field that a page shows has its place here; the start fails on one without. */
export const RECORD_PAGES: Readonly<Record<string, RecordPage>> = {
  patients: {
    side: ['status', 'isPart2', 'safetyBanner', 'riskLevel', 'primaryClinician', 'location'],
    tabs: {
      'Who they are': [
        ['firstName', 'middleName', 'lastName'],
        ['chosenName', 'pronouns', 'displayName'],
        ['dateOfBirth', 'sex'],
        ['preferredLanguage', 'needsInterpreter'],
        ['emergencyName', 'emergencyRelationship', 'emergencyPhone'],
        ['parents', 'custodyDocument'],
        ['custodyReviewedAt', 'custodyReviewedBy'],
      ],
      'How to reach them': [
        ['email', 'phone', 'contactPreference'],
        ['mayLeaveVoicemail', 'mayText', 'mayEmail'],
        ['addressLine1', 'addressLine2'],
        ['city', 'region', 'postalCode'],
        ['privatePhone', 'privateEmail'],
        'privateAddress',
        ['noEmail', 'isNeutralOutside'],
      ],
      'Referral and billing': [
        ['referralSource', 'registeredOn'],
        ['recordNumber', 'assessedOn'],
        ['isSelfPay', 'statementHold'],
      ],
    },
  },
  inquiries: {
    side: [
      'status',
      'tier',
      'mustActToday',
      'isSuspectedSpam',
      'receivedAt',
      'firstResponseDueAt',
      'respondedAt',
      'matchedClinician',
      'patient',
      'possibleDuplicateOf',
      'isNewPerson',
    ],
    tabs: {
      'Who writes': [
        ['chosenName', 'lastName', 'dateOfBirth'],
        ['email', 'phone'],
        ['contactPreference', 'bestTimes'],
        ['mayLeaveVoicemail', 'mayText', 'mayEmail'],
        ['isMinor', 'guardianName'],
        ['language', 'accessNeeds'],
      ],
      'What they look for': [
        'message',
        ['service', 'format'],
        ['payer', 'state'],
        ['referralSource', 'notEmergency'],
      ],
      'What we did': [
        ['safetyAction', 'safetyNote'],
        'triageAnswers',
        ['waitTold', 'waitlistedOn', 'nextCheckInOn'],
        ['bookedAt', 'intakeStartsAt'],
        ['declineReason', 'referredTo', 'closeReason'],
      ],
      'Where the visit came from': [
        ['source', 'landingPage'],
        ['utmSource', 'utmMedium'],
        ['utmCampaign', 'utmContent'],
      ],
    },
  },
  appointments: {
    side: ['status', 'kind', 'format', 'isEmergencyCheckIn'],
    head: [
      'startsAt',
      ['endsAt', 'minutes'],
      ['patient', 'clinician'],
      ['location', 'room'],
      ['serviceDate', 'zone'],
      'note',
      ['cancelKind', 'cancelledAt'],
      'cancelReason',
      ['checkedInAt', 'sessionStartedAt'],
      'missingAtCheckIn',
      ['sequence', 'episode'],
    ],
    unseen: ['seriesKey'],
  },
  sessions: {
    side: ['status', 'isPart2', 'kind', 'format', 'attendance', 'isIntake'],
    head: [
      ['patient', 'clinician'],
      ['startedAt', 'endedAt', 'minutes'],
      ['serviceDate', 'zone', 'sequence'],
      ['location', 'appointment'],
      ['serviceCode', 'placeOfService'],
      'techniqueTags',
      'response',
      ['completedAt', 'episode'],
    ],
  },
  'insurance-policies': {
    side: ['status', 'coverageResult', 'lastCheckedOn'],
    tabs: {
      'The card': [
        ['patient', 'priority'],
        ['payer', 'planName'],
        ['memberId', 'groupNumber'],
        ['effectiveOn', 'terminatedOn', 'copayCents'],
        ['cardFront', 'cardBack'],
      ],
      'Policy holder': [
        'relationship',
        ['subscriberFirstName', 'subscriberLastName'],
        ['subscriberBirthDate', 'subscriberSex'],
        'subscriberAddressLine1',
        ['subscriberCity', 'subscriberRegion', 'subscriberPostalCode'],
      ],
    },
  },
  authorizations: {
    side: ['status', 'unitsReserved', 'unitsUsed'],
    head: [
      ['policy', 'patient'],
      ['number', 'serviceCodes'],
      ['unitsApproved', 'effectiveFrom', 'effectiveTo'],
    ],
  },
  charges: {
    side: ['status', 'isPart2', 'isFeeMissing', 'isKeptFromPlan', 'keptFromPlanAt'],
    head: [
      ['patient', 'clinician'],
      ['session', 'appointment'],
      ['code', 'modifiers', 'placeOfService', 'units'],
      ['amountCents', 'writtenOffCents'],
      ['serviceDate', 'readyOn'],
      ['payer', 'policy'],
      'reason',
    ],
  },
  claims: {
    side: ['status', 'isGreen', 'openFindings', 'filingDeadline', 'filingAlarmFrom', 'checkedAt'],
    tabs: {
      Claim: [
        ['controlNumber', 'frequency'],
        ['patient', 'clinician'],
        ['payer', 'policy'],
        ['session', 'charge'],
        ['serviceDate', 'totalCents', 'diagnosisCodes'],
        ['referralNumber', 'hasProofOfTimelyFiling'],
        ['originalClaim', 'isReplaced'],
      ],
      'Sent and answered': [
        ['submittedAt', 'submittedBy', 'batch'],
        ['payerClaimNumber', 'acceptedOn', 'answeredOn'],
        ['paidCents', 'patientShareCents'],
        ['contractualCents', 'deniedCents'],
        ['denialCodes', 'isForwarded'],
        'reason',
      ],
    },
  },
  statements: {
    side: ['status', 'dueDate'],
    head: [
      ['statementNumber', 'patient'],
      ['totalCents', 'paidCents'],
      ['statementDate', 'issuedAt', 'issuedBy'],
      'addressedTo',
      ['reason', 'episode'],
    ],
    unseen: ['model'],
  },
  payments: {
    side: ['status'],
    head: [
      ['patient', 'statement'],
      ['amountCents', 'method', 'reference'],
      ['receivedOn', 'receivedAt', 'takenBy'],
      ['provider', 'providerReference', 'declineMessage'],
      ['refundedCents', 'refundReason'],
      'appliedAt',
    ],
  },
  payers: {
    side: ['isActive', 'isSelfPay', 'neverChargesMissed'],
    head: [
      ['name', 'filingCode', 'phone'],
      ['payerId', 'eraPayerIds'],
      ['filingLimitDays', 'supervisionMode'],
      ['requiresPlan', 'requiresAuthorization'],
    ],
  },
  staff: {
    side: ['isActive', 'roles', 'roleEnds', 'hasFactor', 'deactivatedAt'],
    head: [
      ['name', 'credentials'],
      ['email', 'phone'],
      ['npi', 'taxonomy'],
      ['caseloadCap', 'isAcceptingPatients', 'isOnLeave'],
      'employmentNote',
    ],
  },
  credentials: {
    side: ['verifiedAt', 'verifiedBy'],
    head: [
      ['staff', 'kind'],
      ['state', 'number'],
      ['issuedOn', 'expiresOn'],
    ],
  },
  tasks: {
    side: ['status', 'dueAt', 'isUrgent', 'doneAt', 'doneBy'],
    head: ['title', ['assignee', 'assignedRole']],
    unseen: ['kind', 'closesOnlyBy', 'collectionSlug', 'recordId'],
  },
  locations: {
    side: ['isActive', 'timeZone', 'placeOfService'],
    head: [
      ['name', 'phone'],
      ['addressLine1', 'addressLine2'],
      ['city', 'region', 'postalCode'],
      'hours',
      ['directions', 'accessibility'],
      ['illustration', 'image'],
    ],
  },
  services: {
    side: ['slug', 'specialty', 'sortOrder'],
    tabs: {
      'The page': ['title', 'summary', 'layout'],
      'Pictures and search engines': [['illustration', 'image'], 'metaDescription'],
    },
  },
  campaigns: {
    side: ['channel', 'startsOn', 'endsOn', 'budgetCents'],
    head: [['name', 'code'], 'goal', ['utmSource', 'utmMedium', 'utmCampaign'], 'landingPage'],
  },
}
