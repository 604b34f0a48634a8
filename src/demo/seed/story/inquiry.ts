import { addDays } from '@/src/domain/calendarDate'
import { at, clockTime, dayOf, plusMinutes, workday } from '../clinic'
import type { Story } from '../timeline'
import { triageAnswers } from '../words/chart'
import { morningAfter, ofPatient, oneOf, staffHand, type Told } from './told'

const formats = { inPerson: 'inPerson', video: 'video' } as const

const inquiryData = ({ clinic, condition, profile }: Told): Record<string, unknown> => ({
  chosenName: profile.firstName,
  lastName: profile.lastName,
  email: profile.email,
  phone: profile.phone,
  contactPreference: 'email',
  mayEmail: true,
  mayLeaveVoicemail: true,
  bestTimes: 'After work',
  state: 'OR',
  service: clinic.services[condition.service],
  ...(profile.payer ? { payer: clinic.payers[profile.payer] } : {}),
  format: formats[profile.format],
  language: 'English',
  message: condition.message,
  notEmergency: true,
  ...('utm' in profile.source
    ? { ...profile.source.utm, landingPage: `/services/${condition.service}` }
    : { referralSource: profile.source.said }),
})

/** The day of the first session. */
export type FirstVisit = { day: string }

const bookingOf = ({ clinic, profile }: Told, { day }: FirstVisit) => ({
  clinician: clinic.staff[profile.clinician],
  startsAt: at(day, profile.slot.time).toISOString(),
  minutes: 60,
  location: clinic.places[profile.slot.place],
  ...(profile.slot.room ? { room: clinic.rooms[profile.slot.room] } : {}),
  format: profile.format,
  referralSource: 'said' in profile.source ? profile.source.said : 'search',
})

const registration = ({ profile }: Told) => ({
  firstName: profile.firstName,
  sex: profile.sex,
  dateOfBirth: profile.dateOfBirth,
  addressLine1: profile.addressLine1,
  city: 'Portland',
  region: 'OR',
  postalCode: profile.postalCode,
  isSelfPay: profile.payer === null,
})

/** From the website to a booked first session. Leaves the patient's and the account's id in `told`. */
export async function* askForHelp(told: Told, visit: FirstVisit): Story {
  const { clinic, profile, random, stage } = told
  const askedOn = addDays(visit.day, -random.int(7, 9))
  yield at(askedOn, clockTime(random.int(10, 20), random.int(0, 59)))
  const isByPhone = 'said' in profile.source && profile.source.said === 'doctor'
  const asked = isByPhone ? workday(askedOn) : askedOn
  const writer = isByPhone ? staffHand(told, 'ben') : stage.cast.visitor
  const inquiry = await writer.create('inquiries', inquiryData(told))
  const triagedAt = morningAfter(told, asked)
  yield triagedAt
  const ben = staffHand(told, 'ben')
  await ben.act('inquiries', 'triage', { id: inquiry.id, input: triageAnswers(random) })
  yield plusMinutes(triagedAt, 12)
  const { id } = inquiry
  await ben.act('inquiries', 'book-intake', { id, input: bookingOf(told, visit) })
  told.patient = (await oneOf(stage, 'patients', { inquiry: { equals: id } })).id
  await ben.update('patients', told.patient, registration(told))
  const account = await oneOf(stage, 'portal-users', ofPatient(told))
  told.portalUser = account.id
  yield at(dayOf(triagedAt), clockTime(18, 10 + profile.minute))
  // The invitation was accepted; everybody in the demo has the same password.
  await stage.payload.db.updateOne({
    collection: 'portal-users',
    id: account.id,
    data: {
      acceptedAt: plusMinutes(triagedAt, 500).toISOString(),
      passwordHash: clinic.passwordHash,
    },
  })
}
