/** Length limits by element; a name with a dash is a component (005010X222A1). */
export type ElementRule = { min?: number; max: number; isRequired?: true; pattern?: RegExp }

const NAME = { max: 60 }
const DIGITS = /^\d+$/
const AMOUNT = /^-?\d{1,10}(\.\d{1,2})?$/
const DATE = { min: 8, max: 8, isRequired: true, pattern: DIGITS } as const

/** The elements this writer fills and their limits; what is not listed is a constant of ours. */
export const segmentTable: Readonly<Record<string, Readonly<Record<number, ElementRule>>>> = {
  ISA: {
    5: { min: 2, max: 2, isRequired: true },
    6: { min: 15, max: 15, isRequired: true },
    7: { min: 2, max: 2, isRequired: true },
    8: { min: 15, max: 15, isRequired: true },
    9: { min: 6, max: 6, isRequired: true, pattern: DIGITS },
    10: { min: 4, max: 4, isRequired: true, pattern: DIGITS },
    13: { min: 9, max: 9, isRequired: true, pattern: DIGITS },
  },
  GS: {
    2: { min: 2, max: 15, isRequired: true },
    3: { min: 2, max: 15, isRequired: true },
    4: DATE,
    5: { min: 4, max: 8, isRequired: true, pattern: DIGITS },
    6: { max: 9, isRequired: true, pattern: /^[1-9]\d*$/ },
  },
  ST: { 2: { min: 4, max: 9, isRequired: true } },
  BHT: {
    3: { max: 30, isRequired: true },
    4: DATE,
    5: { min: 4, max: 8, isRequired: true, pattern: DIGITS },
  },
  NM1: {
    3: NAME,
    4: { max: 35 },
    5: { max: 25 },
    7: { max: 10 },
    9: { min: 2, max: 80 },
  },
  PER: { 2: NAME, 4: { max: 256 }, 6: { max: 256 } },
  N3: { 1: { max: 55, isRequired: true }, 2: { max: 55 } },
  N4: {
    1: { min: 2, max: 30, isRequired: true },
    2: { min: 2, max: 2, isRequired: true, pattern: /^[A-Z]{2}$/ },
    3: { min: 5, max: 9, isRequired: true, pattern: /^(\d{5}|\d{9})$/ },
  },
  PRV: { 3: { min: 10, max: 10, isRequired: true, pattern: /^[0-9A-Z]{9}X$/ } },
  REF: { 2: { max: 50, isRequired: true } },
  SBR: {
    1: { max: 1, isRequired: true, pattern: /^[PSTABCDEFGHU]$/ },
    2: { min: 2, max: 2 },
    3: { max: 50 },
    4: NAME,
    9: { max: 2, isRequired: true },
  },
  PAT: { 1: { min: 2, max: 2, isRequired: true } },
  DMG: { 2: DATE, 3: { max: 1, isRequired: true, pattern: /^[FMU]$/ } },
  CLM: { 1: { max: 20, isRequired: true }, 2: { max: 13, isRequired: true, pattern: AMOUNT } },
  AMT: { 2: { max: 13, isRequired: true, pattern: AMOUNT } },
  SV1: {
    2: { max: 13, isRequired: true, pattern: AMOUNT },
    4: { max: 8, isRequired: true, pattern: /^\d+(\.\d{1,3})?$/ },
    5: { min: 2, max: 2, pattern: DIGITS },
  },
  SVD: {
    1: { min: 2, max: 80, isRequired: true },
    2: { max: 13, isRequired: true, pattern: AMOUNT },
  },
  DTP: { 3: DATE },
}

/** Limits of values that travel inside a composite or are tighter than their element. */
export const valueRules = {
  npi: { min: 10, max: 10, isRequired: true, pattern: /^[12]\d{9}$/ },
  taxId: { min: 9, max: 9, isRequired: true, pattern: DIGITS },
  postalCodePlus4: { min: 9, max: 9, isRequired: true, pattern: DIGITS },
  placeOfService: { min: 2, max: 2, isRequired: true, pattern: DIGITS },
  diagnosis: { min: 3, max: 7, isRequired: true, pattern: /^[A-Z]\d[0-9A-Z]{1,5}$/ },
  procedure: { min: 5, max: 5, isRequired: true, pattern: /^[0-9A-Z]{5}$/ },
  modifier: { min: 2, max: 2, isRequired: true, pattern: /^[0-9A-Z]{2}$/ },
  description: { max: 80 },
  required: { max: 80, isRequired: true },
  lineControlNumber: { max: 30, isRequired: true },
  adjustmentGroup: { min: 2, max: 2, isRequired: true, pattern: /^(CO|OA|PI|PR)$/ },
  adjustmentReason: { max: 5, isRequired: true },
} as const satisfies Readonly<Record<string, ElementRule>>
