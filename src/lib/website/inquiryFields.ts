/** Everything a visitor can type or tick, in the order of the form, with the most characters of each. */
export const longest = {
  chosenName: 80,
  lastName: 80,
  state: 2,
  isMinor: 2,
  guardianName: 120,
  email: 120,
  phone: 40,
  contactPreference: 10,
  mayLeaveVoicemail: 2,
  mayText: 2,
  mayEmail: 2,
  bestTimes: 200,
  service: 60,
  format: 10,
  payer: 60,
  message: 1000,
  language: 60,
  referralSource: 60,
  accessNeeds: 300,
  notEmergency: 2,
} as const

export type InquiryField = keyof typeof longest

export const inquiryFields = Object.keys(longest) as InquiryField[] // keys of the table

export type InquiryValues = Record<InquiryField, string>

export type InquiryErrors = Partial<Record<InquiryField, string>>

export const emptyInquiry: InquiryValues = Object.fromEntries(
  inquiryFields.map((name) => [name, '']),
) as InquiryValues // one entry per field
