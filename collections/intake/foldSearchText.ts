import type { CollectionBeforeChangeHook } from 'payload'
import { normalizeEmail, normalizePhone } from '@/src/domain/intake/duplicates'
import { foldName } from '@/src/domain/intake/searchQuery'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * Keeps what people type when they look for somebody, folded names and the digits of the phone, and the
 * forms of e-mail and phone by which the same person is found again (R01).
 */
export const foldSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row: Record<string, unknown> = { ...originalDoc, ...data }
  const chosen = text(row['chosenName'])
  const first = text(row['firstName'])
  const last = text(row['lastName'])
  data['displayName'] = `${chosen || first} ${last}`.trim()
  const digits = text(row['phone']).replaceAll(/\D/g, '')
  data['nameKey'] = foldName(String(data['displayName']))
  data['searchText'] = foldName(
    [last, first, chosen, text(row['dateOfBirth']), digits].filter(Boolean).join(' '),
  )
  data['emailKey'] = normalizeEmail(text(row['email']))
  data['phoneKey'] = normalizePhone({ phone: text(row['phone']) })
  return data
}
