import type { TextField } from 'payload'
import { codesIn } from '@/src/domain/outreach/vocabulary'

type Codes = {
  name: string
  label: string
  known: Readonly<Record<string, string>>
  description?: string
}

/** A list of known codes in one text, separated by spaces, so that a row stays one statement. */
export const codesField = ({ name, label, known, description }: Codes): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 400,
  validate: (value: unknown) => {
    if (value === null || value === undefined) return true
    if (typeof value !== 'string') return 'Enter words separated by spaces.'
    const strange = codesIn(value).filter((code) => !(code in known))
    return strange.length
      ? `"${strange[0]}" is not on the list. Choose from: ${Object.keys(known).join(', ')}.`
      : true
  },
  admin: { description: description ?? `Separated by spaces: ${Object.keys(known).join(', ')}.` },
  hooks: {
    beforeValidate: [({ value }) => (typeof value === 'string' ? codesIn(value).join(' ') : value)],
  },
})
