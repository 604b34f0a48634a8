import type { CollectionBeforeChangeHook } from 'payload'
import { normalizeEmail, normalizePhone } from '@/src/domain/intake/duplicates'
import { foldName } from '@/src/domain/intake/searchQuery'
import type { Row } from '@/src/domain/row'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * What people type when they look for somebody, folded names and the digits of the phone, and the forms of
 * e-mail and phone by which the same person is found again (R01).
 */
export const searchColumnsOf = (row: Row) => {
  const chosen = text(row['chosenName'])
  const first = text(row['firstName'])
  const last = text(row['lastName'])
  const displayName = `${chosen || first} ${last}`.trim()
  const digits = text(row['phone']).replaceAll(/\D/g, '')
  return {
    displayName,
    nameKey: foldName(displayName),
    searchText: foldName(
      [last, first, chosen, text(row['dateOfBirth']), digits].filter(Boolean).join(' '),
    ),
    emailKey: normalizeEmail(text(row['email'])),
    phoneKey: normalizePhone({ phone: text(row['phone']) }),
  }
}

/** Keeps those columns with every change. */
export const foldSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  Object.assign(data, searchColumnsOf({ ...originalDoc, ...data }))
