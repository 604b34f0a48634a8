/** Every number a rule uses, with its bounds. Sources: the product's rule list. */
export const settingDefinitions = {
  firstResponseBusinessDays: {
    label: 'First answer to an inquiry',
    unit: 'business days',
    min: 1,
    max: 10,
    standard: 1,
    rule: 'R01',
  },
  waitlistCheckInDays: {
    label: 'Ask people on the waitlist again every',
    unit: 'days',
    min: 1,
    max: 90,
    standard: 14,
    rule: 'R03',
  },
  emergencyPapersHours: {
    label: 'Papers missing at an emergency check-in are due after',
    unit: 'hours',
    min: 1,
    max: 168,
    standard: 24,
    rule: 'R07',
  },
  eligibilityMaxAgeDays: {
    label: 'Eligibility counts as fresh for',
    unit: 'days',
    min: 1,
    max: 365,
    standard: 30,
    rule: 'R14',
  },
  planDueSessions: {
    label: 'First plan due by session',
    unit: 'sessions',
    min: 1,
    max: 12,
    standard: 3,
    rule: 'R23',
  },
  planDueDays: {
    label: 'First plan due within',
    unit: 'days',
    min: 1,
    max: 120,
    standard: 30,
    rule: 'R23',
  },
  planExtensionDays: {
    label: 'Director may extend the first plan by',
    unit: 'days',
    min: 0,
    max: 60,
    standard: 7,
    rule: 'R23',
  },
  planReviewDays: {
    label: 'Plan review every',
    unit: 'days',
    min: 7,
    max: 366,
    standard: 90,
    rule: 'R24',
  },
  commentAnswerDays: {
    label: 'Answer a comment on the plan within',
    unit: 'days',
    min: 1,
    max: 30,
    standard: 7,
    rule: 'R28',
  },
  maxBackdateDays: {
    label: 'A session may be completed up to',
    unit: 'days late',
    min: 0,
    max: 90,
    standard: 14,
    rule: 'R36',
  },
  earlyStartMinutes: {
    label: 'A session may begin this long before its time',
    unit: 'minutes',
    min: 0,
    max: 120,
    standard: 15,
    rule: 'R36',
  },
  noteDueHours: {
    label: 'A note is due after',
    unit: 'hours',
    min: 1,
    max: 168,
    standard: 24,
    rule: 'R50',
  },
  lateEntryHours: {
    label: 'A note counts as a late entry after',
    unit: 'hours',
    min: 1,
    max: 720,
    standard: 72,
    rule: 'R66',
  },
  unitsWarning: {
    label: 'Warn when units left are at most',
    unit: 'units',
    min: 0,
    max: 20,
    standard: 3,
    rule: 'R73',
  },
  lateCancelHours: {
    label: 'Canceling counts as late within',
    unit: 'hours',
    min: 0,
    max: 168,
    standard: 24,
    rule: 'R77',
  },
  filingLimitDays: {
    label: 'A claim must be filed within',
    unit: 'days',
    min: 30,
    max: 730,
    standard: 365,
    rule: 'R78',
  },
  filingAlarmPercent: {
    label: 'Alarm when this much of the filing time is gone',
    unit: 'percent',
    min: 10,
    max: 100,
    standard: 80,
    rule: 'R78',
  },
  statementMinimumCents: {
    label: 'Smallest balance that gets a statement',
    unit: 'cents',
    min: 0,
    max: 100_000,
    standard: 100,
    rule: 'R82',
  },
  approvalLimitCents: {
    label: 'Write-offs and refunds above this need the owner',
    unit: 'cents',
    min: 0,
    max: 1_000_000,
    standard: 10_000,
    rule: 'R83',
  },
  caseloadExtra: {
    label: 'Director may exceed a full caseload by',
    unit: 'patients',
    min: 0,
    max: 10,
    standard: 2,
    rule: 'R96',
  },
  crisisContactHours: {
    label: 'Contact after a positive screen within',
    unit: 'hours',
    min: 1,
    max: 24,
    standard: 4,
    rule: 'R19',
  },
  signingWindowMinutes: {
    label: 'Password asked again when signing after',
    unit: 'minutes',
    min: 1,
    max: 30,
    standard: 5,
    rule: 'R52',
  },
  inquiriesPerHour: {
    label: 'Inquiries from one place per hour',
    unit: 'inquiries',
    min: 1,
    max: 100,
    standard: 5,
    rule: 'R100',
  },
  inquiriesPerHourTotal: {
    label: 'Inquiries through the website per hour',
    unit: 'inquiries',
    min: 1,
    max: 1000,
    standard: 60,
    rule: 'R100',
  },
  auditRetentionYears: {
    label: 'Keep the access log for',
    unit: 'years',
    // 45 CFR 164.316(b)(2): six years.
    min: 6,
    max: 30,
    standard: 7,
    rule: 'R63',
  },
  accessRequestDays: {
    label: 'A request for records is answered within',
    unit: 'days',
    // 45 CFR 164.524(b)(2): thirty days; states may ask for fewer.
    min: 5,
    max: 30,
    standard: 30,
    rule: 'R62',
  },
  accessExtensionDays: {
    label: 'A request for records is extended once by',
    unit: 'days',
    min: 0,
    max: 30,
    standard: 30,
    rule: 'R62',
  },
  amendmentDays: {
    label: 'A request to change the record is answered within',
    unit: 'days',
    // 45 CFR 164.526(b)(2): sixty days.
    min: 5,
    max: 60,
    standard: 60,
    rule: 'R62',
  },
  amendmentExtensionDays: {
    label: 'A request to change the record is extended once by',
    unit: 'days',
    min: 0,
    max: 30,
    standard: 30,
    rule: 'R62',
  },
  accountingDays: {
    label: 'A list of disclosures is given within',
    unit: 'days',
    min: 5,
    max: 60,
    standard: 60,
    rule: 'R63',
  },
  accountingYears: {
    label: 'A list of disclosures goes back',
    unit: 'years',
    min: 6,
    max: 10,
    standard: 6,
    rule: 'R63',
  },
  emergencyMinutes: {
    label: 'Emergency access to a chart lasts',
    unit: 'minutes',
    min: 5,
    max: 60,
    standard: 60,
    rule: 'R106',
  },
  emergencyReviewDays: {
    label: 'Compliance reviews emergency access within',
    unit: 'business days',
    min: 1,
    max: 5,
    standard: 5,
    rule: 'R106',
  },
  smallCell: {
    label: 'Hide counts under',
    unit: 'people',
    min: 2,
    max: 20,
    standard: 5,
    rule: 'R100',
  },
} as const satisfies Record<string, SettingDefinition>

type SettingDefinition = {
  label: string
  unit: string
  min: number
  max: number
  standard: number
  rule: string
}

export type SettingName = keyof typeof settingDefinitions

export type RuleSettings = Record<SettingName, number>

export const settingNames = Object.keys(settingDefinitions) as SettingName[]

export const standardSettings: RuleSettings = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].standard]),
) as RuleSettings // one entry per name

export type SettingException = { level: string; target: string; setting: string; value: number }

const levels = ['payer', 'state', 'service'] as const

export type SettingTarget = Partial<Record<(typeof levels)[number], string | null>>

const isInBounds = (name: SettingName, value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= settingDefinitions[name].min &&
  value <= settingDefinitions[name].max

/** Practice, then payer, then state, then service: the later level wins. */
export const resolveSettings = ({
  practice,
  exceptions,
  target,
}: {
  practice: Readonly<Record<string, unknown>>
  exceptions: readonly SettingException[]
  target: SettingTarget
}): RuleSettings => {
  const settings = { ...standardSettings }
  for (const name of settingNames) {
    const value = practice[name]
    if (isInBounds(name, value)) settings[name] = value
    for (const level of levels) {
      const special = exceptions.find(
        (each) => each.level === level && each.setting === name && each.target === target[level],
      )
      if (special && isInBounds(name, special.value)) settings[name] = special.value
    }
  }
  return settings
}
