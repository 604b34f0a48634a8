import { formatDate } from '../scheduling/formatTime'

export const DOCUMENT_KINDS = [
  { value: 'insuranceCard', label: 'Insurance card' },
  { value: 'custody', label: 'Custody paper' },
  { value: 'other', label: 'Other' },
]

type Given = { kind?: unknown; side?: unknown; day: string }

/**
 * "Insurance card, front, Apr 14, 2026": what a file is and when it came. Never the name that a person gave it,
 * which may say anything.
 */
export const documentTitle = ({ kind, side, day }: Given): string => {
  const known = DOCUMENT_KINDS.find(({ value }) => value === kind && value !== 'other')
  return [known?.label ?? 'Document', side, formatDate(day)].filter(Boolean).join(', ')
}
