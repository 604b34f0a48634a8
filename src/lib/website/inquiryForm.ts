import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { stateNames } from '@/src/domain/outreach/vocabulary'
import {
  type InquiryErrors,
  type InquiryField,
  type InquiryValues,
  inquiryFields,
  longest,
} from './inquiryFields'

/** What somebody typed, as they typed it; a file or a missing field counts as empty. */
export const typedIn = (form: FormData): InquiryValues =>
  Object.fromEntries(
    inquiryFields.map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '']
    }),
  ) as InquiryValues // one entry per field

const phoneIn = (text: string) => {
  const parsed = parsePhoneNumberFromString(text, 'US')
  return parsed?.isPossible() ? parsed : null
}

const labels: Partial<Record<InquiryField, string>> = {
  chosenName: 'The name',
  lastName: 'The last name',
  bestTimes: 'The best times',
  message: 'The message',
  guardianName: 'The name of the parent or guardian',
  accessNeeds: 'What would make it easier',
}

const tooLong = (values: InquiryValues): InquiryErrors =>
  Object.fromEntries(
    inquiryFields
      .filter((name) => values[name].trim().length > longest[name])
      .map((name) => [
        name,
        `${labels[name] ?? 'This'} is longer than ${longest[name]} characters. Shorten it.`,
      ]),
  )

const reachable = (values: InquiryValues): InquiryErrors => {
  const email = values.email.trim()
  const phone = values.phone.trim()
  const { contactPreference } = values
  if (!email && !phone)
    return { email: 'Enter an e-mail address or a phone number, so that we can answer.' }
  if (contactPreference === 'email' && !email) {
    return { email: 'Enter your e-mail address, or choose another way for us to reach you.' }
  }
  if ((contactPreference === 'phone' || contactPreference === 'text') && !phone) {
    return { phone: 'Enter your phone number, or choose another way for us to reach you.' }
  }
  if (contactPreference === 'text' && !values.mayText) {
    return { mayText: 'Tick that we may text you, or choose another way for us to reach you.' }
  }
  return {}
}

const wellFormed = (values: InquiryValues): InquiryErrors => {
  const errors: InquiryErrors = {}
  const email = values.email.trim()
  if (email && !z.email().safeParse(email).success) {
    errors.email = 'Enter an e-mail address like name@example.com.'
  }
  if (values.phone.trim() && !phoneIn(values.phone)) {
    errors.phone = 'Enter a phone number with area code, like 503-555-0123.'
  }
  return errors
}

/**
 * What is missing or wrong, as a sentence per field; empty when the form can be sent. `services` and
 * `payers` are the ids on offer.
 */
export const checkInquiry = (
  values: InquiryValues,
  offered: { services: readonly string[]; payers: readonly string[] },
): InquiryErrors => {
  const missing: InquiryErrors = {}
  if (!values.chosenName.trim()) missing.chosenName = 'Enter the name we should use.'
  if (!(values.state in stateNames)) {
    missing.state = 'Choose the state you would be in during sessions: it decides who may see you.'
  }
  if (values.service && !offered.services.includes(values.service)) {
    missing.service = 'Choose what you are looking for from the list, or leave it open.'
  }
  if (values.payer && !offered.payers.includes(values.payer)) {
    missing.payer = 'Choose your insurance from the list, or leave it open.'
  }
  if (values.isMinor && !values.guardianName.trim()) {
    missing.guardianName = 'Enter the name of a parent or guardian.'
  }
  if (!values.notEmergency) {
    missing.notEmergency =
      'Tick that this is not an emergency. If it is, call 911, or call or text 988 now.'
  }
  return { ...missing, ...reachable(values), ...wellFormed(values), ...tooLong(values) }
}

const optional = (value: string): string | undefined => value.trim() || undefined

const oneOf = (value: string, allowed: readonly string[], standard: string): string =>
  allowed.includes(value) ? value : standard

/** The columns of an inquiry, from values that were checked. */
export const inquiryColumns = (values: InquiryValues): Record<string, unknown> => ({
  chosenName: values.chosenName.trim(),
  lastName: optional(values.lastName),
  email: optional(values.email)?.toLowerCase(),
  phone: phoneIn(values.phone)?.formatNational(),
  contactPreference: oneOf(
    values.contactPreference,
    ['email', 'phone', 'text'],
    values.email.trim() ? 'email' : 'phone',
  ),
  mayLeaveVoicemail: Boolean(values.mayLeaveVoicemail),
  mayText: Boolean(values.mayText),
  mayEmail: Boolean(values.mayEmail),
  bestTimes: optional(values.bestTimes),
  state: values.state,
  service: optional(values.service),
  payer: optional(values.payer),
  format: oneOf(values.format, ['inPerson', 'video', 'either'], 'either'),
  referralSource: optional(values.referralSource),
  message: optional(values.message),
  isMinor: Boolean(values.isMinor),
  guardianName: values.isMinor ? optional(values.guardianName) : undefined,
  language: optional(values.language),
  accessNeeds: optional(values.accessNeeds),
  notEmergency: true,
})
