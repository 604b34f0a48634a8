import { emergencyOutcomes, emergencyReasons } from '@/collections/system/emergency/reasons'

/** The kind of emergency in words. */
export const reasonWords = (code: string): string =>
  emergencyReasons.find(({ value }) => value === code)?.label ?? 'Emergency'

/** What a review came to in words; empty before it. */
export const outcomeWords = (code: string): string =>
  emergencyOutcomes.find(({ value }) => value === code)?.label ?? ''
