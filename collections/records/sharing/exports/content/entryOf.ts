import type { BasePayload, CollectionSlug } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { formatMoney } from '@/src/domain/money'
import type { Fact } from '@/src/domain/pdf/writePdf'
import {
  NOTE_FIELD_LABELS,
  type NoteFormat,
  type NoteText,
  readableNote,
} from '@/src/domain/records/noteFormats'
import type { StoredRow } from '@/src/domain/row'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import type { ChartEntry } from '@/src/domain/sharing/chartModel'
import { practiceZone } from '@/src/lib/practiceZone'
import type { ContentSpec } from './contentSpecs'
import { dayOf } from './readContent'

type AnyField = {
  name: string
  type: string
  label?: unknown
  options?: readonly ({ value: string; label: unknown } | string)[]
  custom?: Record<string, unknown>
}

const fieldsOf = (payload: BasePayload, slug: string): AnyField[] =>
  (payload.collections[slug as CollectionSlug]?.config.flattenedFields ?? []) as AnyField[] // named fields

const spelled = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const labelOf = (field: AnyField | undefined, name: string): string =>
  typeof field?.label === 'string' ? field.label : spelled(name)

const textOf = (field: AnyField | undefined, value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  const option = field?.options?.find((each) => typeof each !== 'string' && each.value === value)
  if (option && typeof option !== 'string' && typeof option.label === 'string') return option.label
  if (field?.name.endsWith('Cents') && typeof value === 'number') return formatMoney(value)
  if (field?.type === 'date') {
    return formatFullDateTime({ instant: String(value), zone: practiceZone() })
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value)
}

const person = (row: StoredRow, prefix: 'signer' | 'cosigner'): string =>
  [row[`${prefix}Name`], row[`${prefix}Credential`], row[`${prefix}License`]]
    .filter(Boolean)
    .join(', ')

const zoneOf = (row: StoredRow): string =>
  typeof row['signedZone'] === 'string' && row['signedZone'] ? row['signedZone'] : practiceZone()

/** Who signed, then who co-signed, each with the time of it. */
const signaturesOf = (row: StoredRow): string[] => {
  const at = (name: string): string =>
    formatFullDateTime({ instant: String(row[name]), zone: zoneOf(row) })
  return [
    ...(row['signedAt'] && person(row, 'signer')
      ? [`Signed by ${person(row, 'signer')}, ${at('signedAt')}`]
      : []),
    ...(row['cosignedAt'] ? [`Co-signed by ${person(row, 'cosigner')}, ${at('cosignedAt')}`] : []),
  ]
}

const noteTexts = (row: StoredRow): Fact[] =>
  readableNote({ format: (row['format'] as NoteFormat) ?? 'DAP', note: row as NoteText }).flatMap(
    ({ parts }) => parts.map(({ label, text }) => ({ label, text })),
  )

const textsOf = (fields: readonly AnyField[], spec: ContentSpec, row: StoredRow): Fact[] => {
  const isNote = spec.slug === 'progress-notes'
  const rest = fields
    .filter(({ custom, name }) => custom?.['confidential'] && !spec.without?.includes(name))
    .filter(({ name }) => !isNote || !(name in NOTE_FIELD_LABELS))
    .map((field) => ({ label: labelOf(field, field.name), text: String(row[field.name] ?? '') }))
    .filter(({ text }) => text.trim())
  return isNote ? [...noteTexts(row), ...rest] : rest
}

// Texts that are not confidential and say what the record is, such as the words of a goal.
const openTexts = ['statement', 'text', 'problem', 'goal', 'objective']

/** A record as it is printed: its facts, its texts, and who signed it in order. */
export const entryOf = (payload: BasePayload, spec: ContentSpec, row: StoredRow): ChartEntry => {
  const fields = fieldsOf(payload, spec.slug)
  const fieldOf = (name: string) => fields.find((field) => field.name === name)
  const day = spec.day ? dayOf(spec, row) : ''
  const shown = [
    ...spec.facts,
    ...openTexts.filter((name) => fieldOf(name) && !fieldOf(name)?.custom?.['confidential']),
  ]
  return {
    title: day ? `${spec.title}, ${formatDate(day)}` : spec.title,
    facts: shown
      .map((name) => ({
        label: labelOf(fieldOf(name), name),
        text: textOf(fieldOf(name), row[name]),
      }))
      .filter(({ text }) => text),
    texts: textsOf(fields, spec, row),
    signatures: signaturesOf(row),
    isPart2: row['isPart2'] === true,
  }
}
