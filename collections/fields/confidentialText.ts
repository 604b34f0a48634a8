import type { TextareaField } from 'payload'

type ConfidentialText = {
  name: string
  label?: string
  description?: string
  /** Characters of plain text. */
  maxLength?: number
  rows?: number
  readOnly?: boolean
}

/**
 * Narrative that is ciphertext at rest. The field itself is virtual; the collection keeps one sealed
 * column for all of them (hooks/sealConfidential.ts), under the key of the person it is about.
 * Cannot be searched, sorted by or filtered on.
 */
export const confidentialText = ({
  name,
  label,
  description,
  maxLength = 20_000,
  rows = 4,
  readOnly,
}: ConfidentialText): TextareaField => ({
  name,
  type: 'textarea',
  label,
  virtual: true,
  maxLength,
  admin: { description, rows, readOnly, disableListColumn: true, disableListFilter: true },
  custom: { confidential: true },
})
