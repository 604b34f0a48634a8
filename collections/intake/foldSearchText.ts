import type { CollectionBeforeChangeHook } from 'payload'
import { normalizeEmail, normalizePhone } from '@/src/domain/intake/duplicates'
import { foldName } from '@/src/domain/intake/searchQuery'
import { type Row, trimmedIn } from '@/src/domain/row'

/**
 * What people type when they look for somebody, folded names and the digits of the phone, and the forms of
 * e-mail and phone by which the same person is found again (R01).
 */
export const searchColumnsOf = (row: Row) => {
  const chosen = trimmedIn(row, 'chosenName')
  const first = trimmedIn(row, 'firstName')
  const last = trimmedIn(row, 'lastName')
  const displayName = `${chosen || first} ${last}`.trim()
  const digits = trimmedIn(row, 'phone').replaceAll(/\D/g, '')
  return {
    displayName,
    nameKey: foldName(displayName),
    searchText: foldName(
      [last, first, chosen, trimmedIn(row, 'dateOfBirth'), digits].filter(Boolean).join(' '),
    ),
    emailKey: normalizeEmail(trimmedIn(row, 'email')),
    phoneKey: normalizePhone({ phone: trimmedIn(row, 'phone') }),
  }
}

/** Keeps those columns with every change. */
export const foldSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  Object.assign(data, searchColumnsOf({ ...originalDoc, ...data }))
