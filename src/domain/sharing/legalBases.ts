type LegalBasis = {
  value: string
  label: string
  /** Listed when a patient asks who got something (45 CFR 164.528): not treatment, payment or operations, not what the patient allowed or got. */
  isCountable: boolean
  /** Rests on a release the patient signed. */
  needsRelease: boolean
}

/** On what ground something may leave a chart. */
export const legalBases = [
  {
    value: 'release',
    label: 'The patient signed a release',
    isCountable: false,
    needsRelease: true,
  },
  {
    value: 'treatment',
    label: 'Treatment by another provider',
    isCountable: false,
    needsRelease: false,
  },
  { value: 'payment', label: 'Payment', isCountable: false, needsRelease: false },
  { value: 'operations', label: 'Running the practice', isCountable: false, needsRelease: false },
  {
    value: 'individual',
    label: "The patient's own right to the record",
    isCountable: false,
    needsRelease: false,
  },
  { value: 'courtOrder', label: 'Court order', isCountable: true, needsRelease: false },
  {
    value: 'requiredByLaw',
    label: 'Another law requires it',
    isCountable: true,
    needsRelease: false,
  },
  {
    value: 'abuseReport',
    label: 'Report of abuse or neglect',
    isCountable: true,
    needsRelease: false,
  },
  {
    value: 'threat',
    label: 'Serious and near danger to somebody',
    isCountable: true,
    needsRelease: false,
  },
  {
    value: 'oversight',
    label: 'Health oversight or licensing board',
    isCountable: true,
    needsRelease: false,
  },
  { value: 'lawEnforcement', label: 'Law enforcement', isCountable: true, needsRelease: false },
  { value: 'publicHealth', label: 'Public health', isCountable: true, needsRelease: false },
  { value: 'mistake', label: 'It went out by mistake', isCountable: true, needsRelease: false },
] as const satisfies readonly LegalBasis[]

export type LegalBasisCode = (typeof legalBases)[number]['value']

const basisOf = (code: unknown): LegalBasis | null =>
  legalBases.find(({ value }) => value === code) ?? null

export const isCountable = (code: unknown): boolean => basisOf(code)?.isCountable ?? false

export const needsRelease = (code: unknown): boolean => basisOf(code)?.needsRelease ?? false

/** Readers outside health care get nothing on the ground of treatment, payment or operations. */
export const isForProviders = (code: unknown): boolean => code === 'treatment'
