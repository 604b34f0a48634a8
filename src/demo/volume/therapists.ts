import { addDays } from '@/src/domain/calendarDate'
import { withCheckDigit } from '../seed/base/people'
import type { Clinic, Stage } from '../seed/clinic'
import { insertInBulk } from '../seed/memory/insertable'
import { newId } from '../seed/memory/newId'
import { nameOf } from '../seed/person'

/** How many people somebody has in care at the same time. */
export const caseload = 60

/** As many more therapists as it takes, with licenses, hours and enrollments. Answers all of them. */
export const makeTherapists = async (
  { payload, today }: Stage,
  clinic: Clinic,
  count: number,
): Promise<string[]> => {
  const own = (['kim', 'theo', 'mira', 'jon', 'yara', 'owen', 'june'] as const).map(
    (name) => clinic.staff[name],
  )
  const now = new Date().toISOString()
  const stamps = { rev: 1, createdAt: now, updatedAt: now }
  const made: string[] = []
  // Roles are a list, which no bulk insert takes.
  for (let place = own.length; place < count; place += 1) {
    const { firstName, lastName } = nameOf(place * 3, null)
    const { id } = await payload.db.create({
      collection: 'staff',
      data: {
        name: `${firstName} ${lastName}`,
        email: `therapist${place}@harbour.example`,
        credentials: 'LPC',
        npi: withCheckDigit(String(120_000_000 + place)),
        taxonomy: '101YP2500X',
        roles: ['clinician'],
        isActive: true,
        caseloadCap: caseload + 5,
        isAcceptingPatients: true,
        isOnLeave: false,
        passwordHash: clinic.passwordHash,
        rev: 1,
      },
    })
    made.push(String(id))
  }
  await insertInBulk(
    payload,
    'credentials',
    made.map((staff, place) => ({
      id: newId(),
      staff,
      kind: 'license',
      state: 'OR',
      number: `C-${70_000 + place}`,
      issuedOn: addDays(today, -900),
      expiresOn: addDays(today, 60 + (place % 600)),
      verifiedAt: now,
      verifiedBy: clinic.staff.imani,
      ...stamps,
    })),
  )
  await insertInBulk(
    payload,
    'availability',
    made.flatMap((staff) =>
      [1, 2, 3, 4, 5].map((weekday) => ({
        id: newId(),
        staff,
        weekday: String(weekday),
        fromTime: '09:00',
        toTime: '17:00',
        location: clinic.places.downtown,
        ...stamps,
      })),
    ),
  )
  await insertInBulk(
    payload,
    'payer-enrollments',
    made.flatMap((staff, place) =>
      Object.values(clinic.payers).map((payer) => ({
        id: newId(),
        staff,
        payer,
        status: 'active',
        effectiveFrom: addDays(today, -730),
        providerNumber: `EN${9_000 + place}`,
        ...stamps,
      })),
    ),
  )
  return [...own, ...made].slice(0, count)
}
