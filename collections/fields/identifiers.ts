import type { TextField } from 'payload'
import { isValidNpi } from '@/src/domain/billing/npi'

/** Text that may be missing; where it is there it has a form. */
const formed =
  (isRight: (text: string) => boolean, message: string) =>
  (value: unknown): true | string =>
    value === null || value === undefined || value === '' || isRight(String(value)) || message

export const npiField = (label: string): TextField => ({
  name: 'npi',
  type: 'text',
  label,
  validate: formed(
    isValidNpi,
    'This is no NPI. It has ten digits, and the last one comes from the others: look for a digit that is wrong.',
  ),
})

export const taxIdField: TextField = {
  name: 'taxId',
  type: 'text',
  label: 'Tax id (EIN)',
  validate: formed(
    (text) => /^\d{2}-?\d{7}$/.test(text),
    'Enter the nine digits of the tax id, for example 12-3456789.',
  ),
}

export const zipField: TextField = {
  name: 'postalCode',
  type: 'text',
  label: 'ZIP+4',
  validate: formed(
    (text) => /^\d{5}(-?\d{4})?$/.test(text),
    'Enter a ZIP code of five digits, for claims with its four more: 97201-5103.',
  ),
}
