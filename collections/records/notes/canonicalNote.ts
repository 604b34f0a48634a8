import { canonicalJson, contentHash } from '@/src/domain/records/canonical'
import { NOTE_FIELDS } from '@/src/domain/records/noteFormats'
import type { Row } from '@/src/domain/row'

const texts = [...NOTE_FIELDS, 'riskLine', 'contactWith']

const columns = [
  'kind',
  'patient',
  'session',
  'author',
  'techniqueTags',
  'objectiveKeys',
  'diagnosisIds',
  'riskStatus',
  'treatmentPlan',
  'serviceDate',
  'zone',
  'serviceCode',
  'placeOfService',
  'attendance',
  'contactKind',
]

const instants = ['startedAt', 'endedAt', 'contactAt']

const numbers = ['minutes', 'contactMinutes']

const pick = (names: readonly string[], read: (name: string) => string | number | null) =>
  Object.fromEntries(names.map((name) => [name, read(name)]))

/**
 * SHA-256 of everything in a note that a signature stands for, in plain. The format is a view and no
 * part of it; nor are comments of the supervisor.
 */
export const noteHash = (note: Row): string =>
  contentHash(
    canonicalJson({
      ...pick([...texts, ...columns], (name) => (note[name] ? String(note[name]) : null)),
      ...pick(instants, (name) => (note[name] ? new Date(String(note[name])).toISOString() : null)),
      ...pick(numbers, (name) => (typeof note[name] === 'number' ? note[name] : null)),
    }),
  )
