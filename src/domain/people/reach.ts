import { type Row, trimmedIn } from '@/src/domain/row'

type Person = Row | null | undefined

// How and where a patient asked to be reached (45 CFR 164.522(b), R109): `private...`, `noEmail`,
// `isNeutralOutside`. What they asked for goes before the usual number and address, is kept without a reason,
// and everything the product sends asks here.

/** The address mail goes to; empty when none is known or the patient wants none. */
export const emailFor = (patient: Person): string =>
  patient?.['noEmail'] === true
    ? ''
    : trimmedIn(patient, 'privateEmail') || trimmedIn(patient, 'email')

/** The number to call. */
export const phoneFor = (patient: Person): string =>
  trimmedIn(patient, 'privatePhone') || trimmedIn(patient, 'phone')

const homeLines = (row: Person): string[] => {
  const place = [trimmedIn(row, 'city'), trimmedIn(row, 'region')].filter(Boolean).join(', ')
  const last = [place, trimmedIn(row, 'postalCode')].filter(Boolean).join(' ')
  return [trimmedIn(row, 'addressLine1'), trimmedIn(row, 'addressLine2'), last].filter(Boolean)
}

/** An address as it was typed, line by line. */
export const linesIn = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The lines of the address letters and statements go to. */
export const addressLinesFor = (patient: Person): string[] => {
  const asked = linesIn(trimmedIn(patient, 'privateAddress'))
  return asked.length ? asked : homeLines(patient)
}

/** Whether the practice may write e-mails about visits: an address, and no wish against it. */
export const mayMail = (patient: Person): boolean =>
  emailFor(patient) !== '' &&
  (trimmedIn(patient, 'privateEmail') !== '' ||
    patient?.['mayEmail'] === true ||
    !['phone', 'text'].includes(trimmedIn(patient, 'contactPreference')))

/** What whoever is about to call, write or send has to know first, in words. */
export const reachWords = (patient: Person): string[] =>
  [
    trimmedIn(patient, 'privatePhone') ? `Call only ${trimmedIn(patient, 'privatePhone')}` : '',
    patient?.['mayLeaveVoicemail'] === true ? '' : 'No voicemail',
    patient?.['noEmail'] === true
      ? 'No e-mail'
      : trimmedIn(patient, 'privateEmail')
        ? `E-mail only to ${trimmedIn(patient, 'privateEmail')}`
        : '',
    trimmedIn(patient, 'privateAddress') ? 'Letters only to the other address' : '',
    patient?.['isNeutralOutside'] === true ? 'Plain envelope, no sender' : '',
  ].filter(Boolean)
