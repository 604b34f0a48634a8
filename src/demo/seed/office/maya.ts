import sharp from 'sharp'
import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, handOf, type Stage, workday } from '../clinic'
import { guardianLogins } from '../logins'
import { oneOf } from '../story/told'
import type { Story } from '../timeline'

/** A made-up order, so that the custody paper of the demo opens. */
const orderPicture = async () => {
  const lines = [
    'In the matter of Maya Lindqvist, a minor',
    'Mother: decides on care, books, reads records.',
    'Father: reads records.',
    'Made for the demo. No court wrote this.',
  ]
  const texts = lines.map(
    (line, index) =>
      `<text x="40" y="${90 + index * 50}" font-family="serif" font-size="22">${line}</text>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><rect width="640" height="320" fill="#fff"/>${texts.join('')}</svg>`
  const data = await sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer()
  return { data, mimetype: 'image/png', name: 'order.png', size: data.length }
}

const guardians = [
  {
    ...guardianLogins.mother,
    relationship: 'Mother',
    rights: { mayReadRecords: true, mayBook: true, mayBilling: true, mayConsent: true },
  },
  { ...guardianLogins.father, relationship: 'Father', rights: { mayReadRecords: true } },
]

/** Maya is fifteen and lives in two homes: an order says what each parent may do (R10, R11). */
export async function* mayaStory(stage: Stage, clinic: Clinic): Story {
  const { payload, today } = stage
  // Three months short of sixteen.
  const birthday = addDays(today, 90)
  const day = workday(addDays(today, -9))
  yield at(day, '13:20')
  const [ben, kim] = [handOf(stage, clinic, 'ben'), handOf(stage, clinic, 'kim')]
  const maya = await ben.create('patients', {
    firstName: 'Maya',
    lastName: 'Lindqvist',
    dateOfBirth: `${Number(birthday.slice(0, 4)) - 16}${birthday.slice(4)}`,
    sex: 'F',
    email: guardianLogins.mother.email,
    phone: '(971) 555-0191',
    addressLine1: '418 Larch Street',
    city: 'Portland',
    region: 'OR',
    postalCode: '97211',
    isSelfPay: true,
    primaryClinician: clinic.staff.kim,
  })
  const team = { patient: maya.id, startsOn: day }
  await ben.create('care-team-assignments', { ...team, staff: clinic.staff.kim, role: 'primary' })
  await ben.create('care-team-assignments', {
    ...team,
    staff: clinic.staff.leo,
    role: 'cotreating',
  })
  await ben.act('patients', 'answer-custody', { id: maya.id, input: { parents: 'apart' } })
  const order = await ben.create(
    'documents',
    { patient: maya.id, kind: 'custody' },
    await orderPicture(),
  )
  yield at(day, '13:45')
  await kim.act('patients', 'review-custody', { id: maya.id, input: { document: order.id } })
  for (const { name, email, relationship, rights } of guardians) {
    const person = await ben.create('related-persons', {
      patient: maya.id,
      name,
      relationship,
      email,
      isGuardian: true,
      isEmergencyContact: relationship === 'Mother',
    })
    const proxy = await ben.create('proxies', {
      patient: maya.id,
      relatedPerson: person.id,
      basis: 'custody',
      document: order.id,
      ...rights,
    })
    await ben.act('proxies', 'approve', { id: proxy.id, input: { openPortal: true } })
    const account = await oneOf(stage, 'portal-users', { email: { equals: email } })
    await payload.db.updateOne({
      collection: 'portal-users',
      id: account.id,
      data: { acceptedAt: at(day, '18:00').toISOString(), passwordHash: clinic.passwordHash },
    })
  }
  yield at(workday(addDays(day, 2)), '12:45')
  const note = await kim.create('progress-notes', {
    kind: 'contact',
    patient: maya.id,
    contactAt: at(workday(addDays(day, 2)), '12:20').toISOString(),
    contactMinutes: 20,
    contactKind: 'phone',
    contactWith: 'Patient',
    reported: 'School is loud and the two homes keep different hours; sleep is short.',
    intervention: 'Explained how we work, what stays between us and what her parents see.',
    riskStatus: 'denied',
  })
  await kim.act('progress-notes', 'sign', { id: note.id })
  await kim.act('progress-notes', 'share', { id: note.id })
  yield at(workday(addDays(day, 2)), '13:10')
  await ben.act('appointments', 'book', {
    input: {
      patient: maya.id,
      clinician: clinic.staff.kim,
      startsAt: at(workday(addDays(today, 27)), '14:00').toISOString(),
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: clinic.places.downtown,
    },
  })
}
