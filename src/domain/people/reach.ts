import type { Row } from '@/src/domain/row'

type Person = Row | null | undefined

const text = (row: Person, name: string): string => {
  const value = row?.[name]
  return typeof value === 'string' ? value.trim() : ''
}

// How and where a patient asked to be reached (45 CFR 164.522(b), R109): `private...`, `noEmail`,
// `isNeutralOutside`. What they asked for goes before the usual number and address, is kept without a reason,
// and everything the product sends asks here.

/** The address mail goes to; empty when none is known or the patient wants none. */
export const emailFor = (patient: Person): string =>
  patient?.['noEmail'] === true ? '' : text(patient, 'privateEmail') || text(patient, 'email')

/** The number to call. */
export const phoneFor = (patient: Person): string =>
  text(patient, 'privatePhone') || text(patient, 'phone')

const homeLines = (row: Person): string[] => {
  const place = [text(row, 'city'), text(row, 'region')].filter(Boolean).join(', ')
  const last = [place, text(row, 'postalCode')].filter(Boolean).join(' ')
  return [text(row, 'addressLine1'), text(row, 'addressLine2'), last].filter(Boolean)
}

/** An address as it was typed, line by line. */
export const linesIn = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The lines of the address letters and statements go to. */
export const addressLinesFor = (patient: Person): string[] => {
  const asked = linesIn(text(patient, 'privateAddress'))
  return asked.length ? asked : homeLines(patient)
}

/** Whether the practice may write e-mails about visits: an address, and no wish against it. */
export const mayMail = (patient: Person): boolean =>
  emailFor(patient) !== '' &&
  (text(patient, 'privateEmail') !== '' ||
    patient?.['mayEmail'] === true ||
    !['phone', 'text'].includes(text(patient, 'contactPreference')))

/** What whoever is about to call, write or send has to know first, in words. */
export const reachWords = (patient: Person): string[] =>
  [
    text(patient, 'privatePhone') ? `Call only ${text(patient, 'privatePhone')}` : '',
    patient?.['mayLeaveVoicemail'] === true ? '' : 'No voicemail',
    patient?.['noEmail'] === true
      ? 'No e-mail'
      : text(patient, 'privateEmail')
        ? `E-mail only to ${text(patient, 'privateEmail')}`
        : '',
    text(patient, 'privateAddress') ? 'Letters only to the other address' : '',
    patient?.['isNeutralOutside'] === true ? 'Plain envelope, no sender' : '',
  ].filter(Boolean)
