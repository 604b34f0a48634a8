import { type CalendarDate, formatDate, isWithin } from '@/src/domain/calendarDate'

export type SessionModality = 'inPerson' | 'video' | 'audio'
export type PatientPlace = 'home' | 'elsewhere'

/** One dated row of a payer's telehealth table; `payerId` null is the practice's default. */
export type TelehealthRule = {
  payerId: string | null
  payerName: string
  modality: 'video' | 'audio'
  patientPlace: PatientPlace
  effectiveFrom: CalendarDate
  effectiveTo: CalendarDate | null
  isCovered: boolean
  placeOfService: string
  modifiers: readonly string[]
}

export type PlaceFinding = {
  ruleId: 'R76'
  path: 'placeOfService' | 'modifiers' | 'modality'
  message: string
}

/** Places of service a therapy practice meets (CMS place-of-service set, own wording). */
export const placesOfService: Readonly<Record<string, string>> = {
  '02': 'Telehealth, patient away from home',
  '03': 'School',
  '04': 'Homeless shelter',
  '09': 'Prison or jail',
  '10': 'Telehealth, patient at home',
  '11': 'Office',
  '12': "Patient's home",
  '13': 'Assisted living',
  '14': 'Group home',
  '15': 'Mobile unit',
  '18': 'Work site',
  '19': 'Off-campus outpatient hospital',
  '21': 'Inpatient hospital',
  '22': 'On-campus outpatient hospital',
  '23': 'Emergency room',
  '27': 'Street outreach',
  '31': 'Skilled nursing facility',
  '32': 'Nursing facility',
  '33': 'Custodial care facility',
  '34': 'Hospice',
  '49': 'Independent clinic',
  '50': 'Federally qualified health center',
  '51': 'Inpatient psychiatric facility',
  '52': 'Psychiatric partial hospitalization',
  '53': 'Community mental health center',
  '54': 'Intermediate care facility',
  '55': 'Residential substance use facility',
  '56': 'Psychiatric residential center',
  '57': 'Outpatient substance use facility',
  '58': 'Opioid treatment program',
  '62': 'Outpatient rehabilitation facility',
  '71': 'Public health clinic',
  '72': 'Rural health clinic',
  '99': 'Other place',
}

const TELEHEALTH_PLACES = new Set(['02', '10'])
const TELEHEALTH_MODIFIERS = new Set(['95', 'GT', 'GQ', '93', 'FQ'])
const ALWAYS = { effectiveFrom: '2022-01-01', effectiveTo: null, isCovered: true } as const
const DEFAULT = { payerId: null, payerName: 'The payer', ...ALWAYS } as const

/** Used for a payer without rows of its own (CMS: POS 10 exists since 2022-01-01; 95 video, 93 audio only). */
export const defaultTelehealthRules: readonly TelehealthRule[] = [
  { ...DEFAULT, modality: 'video', patientPlace: 'home', placeOfService: '10', modifiers: ['95'] },
  {
    ...DEFAULT,
    modality: 'video',
    patientPlace: 'elsewhere',
    placeOfService: '02',
    modifiers: ['95'],
  },
  { ...DEFAULT, modality: 'audio', patientPlace: 'home', placeOfService: '10', modifiers: ['93'] },
  {
    ...DEFAULT,
    modality: 'audio',
    patientPlace: 'elsewhere',
    placeOfService: '02',
    modifiers: ['93'],
  },
]

export type TelehealthQuery = {
  modality: SessionModality
  patientPlace: PatientPlace
  serviceDate: CalendarDate
  payerId: string | null
  rules: readonly TelehealthRule[]
}

/** The payer's row for that day (latest start wins), else the default's, else undefined. */
export const telehealthRule = (query: TelehealthQuery): TelehealthRule | undefined => {
  const fitting = [...query.rules, ...defaultTelehealthRules].filter(
    (rule) =>
      rule.modality === query.modality &&
      rule.patientPlace === query.patientPlace &&
      isWithin(query.serviceDate, { from: rule.effectiveFrom, to: rule.effectiveTo }),
  )
  const latest = (payerId: string | null) =>
    fitting
      .filter((rule) => rule.payerId === payerId)
      .reduce<TelehealthRule | undefined>(
        (best, rule) => (!best || rule.effectiveFrom > best.effectiveFrom ? rule : best),
        undefined,
      )
  return (query.payerId === null ? undefined : latest(query.payerId)) ?? latest(null)
}

/** Place of service and modifiers to put on a new line; `officePlace` is that of the location. */
export const expectedPlaceOfService = (
  query: TelehealthQuery & { officePlace?: string },
): { placeOfService: string; modifiers: readonly string[] } => {
  const rule = query.modality === 'inPerson' ? undefined : telehealthRule(query)
  if (rule) return { placeOfService: rule.placeOfService, modifiers: rule.modifiers }
  if (query.modality === 'inPerson')
    return { placeOfService: query.officePlace ?? '11', modifiers: [] }
  return { placeOfService: query.patientPlace === 'home' ? '10' : '02', modifiers: [] }
}

/**
 * What disagrees between a billed line and how the session was held (rules.md R76). Modifiers
 * that say nothing about telehealth are left alone.
 */
export const placeOfServiceFindings = (
  query: TelehealthQuery & { placeOfService: string; modifiers: readonly string[] },
): PlaceFinding[] => {
  const { placeOfService, modality } = query
  if (!(placeOfService in placesOfService)) {
    return [
      finding(
        'placeOfService',
        `Place of service ${placeOfService || '(empty)'} is not in the list. Choose one on the session.`,
      ),
    ]
  }
  const telehealthModifiers = query.modifiers.filter((modifier) =>
    TELEHEALTH_MODIFIERS.has(modifier),
  )
  if (modality === 'inPerson') return inPersonFindings(placeOfService, telehealthModifiers)
  const rule = telehealthRule(query)
  if (!rule) return []
  const way = modality === 'video' ? 'video' : 'audio-only sessions'
  if (!rule.isCovered) {
    return [
      finding(
        'modality',
        `${rule.payerName} does not cover ${way} on ${formatDate(query.serviceDate)}.`,
      ),
    ]
  }
  const since = `from ${formatDate(rule.effectiveFrom)}`
  const findings: PlaceFinding[] = []
  if (placeOfService !== rule.placeOfService) {
    findings.push(
      finding(
        'placeOfService',
        `${rule.payerName} wants place of service ${rule.placeOfService} for ${way} ${since}, not ${placeOfService}.`,
      ),
    )
  }
  const wanted = rule.modifiers.filter((modifier) => TELEHEALTH_MODIFIERS.has(modifier))
  const isSame =
    wanted.length === telehealthModifiers.length &&
    wanted.every((modifier) => telehealthModifiers.includes(modifier))
  if (!isSame) {
    const want = wanted.length > 0 ? `modifier ${wanted.join(', ')}` : 'no telehealth modifier'
    const has = telehealthModifiers.length > 0 ? telehealthModifiers.join(', ') : 'none'
    findings.push(
      finding(
        'modifiers',
        `${rule.payerName} wants ${want} for ${way} ${since}; the line has ${has}.`,
      ),
    )
  }
  return findings
}

const inPersonFindings = (placeOfService: string, modifiers: readonly string[]): PlaceFinding[] => {
  const findings: PlaceFinding[] = []
  if (TELEHEALTH_PLACES.has(placeOfService)) {
    findings.push(
      finding(
        'placeOfService',
        `The session was in person, but place of service ${placeOfService} means telehealth.`,
      ),
    )
  }
  if (modifiers.length > 0) {
    findings.push(
      finding('modifiers', `The session was in person: remove modifier ${modifiers.join(', ')}.`),
    )
  }
  return findings
}

const finding = (path: PlaceFinding['path'], message: string): PlaceFinding => ({
  ruleId: 'R76',
  path,
  message,
})
