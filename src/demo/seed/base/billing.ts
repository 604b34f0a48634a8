import { addDays } from '@/src/domain/calendarDate'
import type { PayerName, StaffName, Stage } from '../clinic'

const payers: Record<PayerName, Record<string, unknown>> = {
  aetna: {
    name: 'Aetna',
    payerId: '60054',
    filingCode: 'CI',
    filingLimitDays: 90,
    requiresAuthorization: true,
    supervisionMode: 'underSupervisor',
    phone: '(800) 555-0101',
  },
  medicaid: {
    name: 'Medicaid',
    payerId: 'ORMCD',
    filingCode: 'MC',
    filingLimitDays: 365,
    neverChargesMissed: true,
    supervisionMode: 'ownNpi',
    phone: '(800) 555-0102',
  },
  va: {
    name: 'VA',
    payerId: 'VACCN',
    filingCode: 'VA',
    filingLimitDays: 180,
    supervisionMode: 'notBillable',
    phone: '(800) 555-0103',
  },
}

/** Fees in cents: the usual one, and what differs by payer. */
const fees: Record<'usual' | 'medicaid', Record<string, number>> = {
  usual: {
    '90791': 18_000,
    '90832': 10_500,
    '90834': 15_000,
    '90837': 17_500,
    '90839': 22_000,
    '90846': 16_000,
    '90847': 16_500,
    '90853': 6_000,
  },
  medicaid: { '90791': 16_500, '90834': 13_500, '90837': 16_000 },
}

const telehealth = [
  { modality: 'video', patientPlace: 'home', placeOfService: '10', modifiers: '95' },
  { modality: 'video', patientPlace: 'elsewhere', placeOfService: '02', modifiers: '95' },
  { modality: 'audio', patientPlace: 'home', placeOfService: '10', modifiers: '93' },
]

const enrolled: [StaffName, PayerName][] = [
  ['kim', 'aetna'],
  ['kim', 'medicaid'],
  ['kim', 'va'],
  ['theo', 'aetna'],
  ['theo', 'medicaid'],
  ['theo', 'va'],
  ['leo', 'medicaid'],
  ...(['mira', 'jon', 'yara', 'owen', 'june'] as const).flatMap((name) =>
    (['aetna', 'medicaid', 'va'] as const).map((payer): [StaffName, PayerName] => [name, payer]),
  ),
]

/** Payers, what they ask for and pay, and whom they know. */
export const makePayers = async (
  { cast, today }: Stage,
  staff: Record<StaffName, string>,
): Promise<Record<PayerName, string>> => {
  const dana = cast.staff(staff.dana)
  const from = addDays(today, -730)
  const ids: Partial<Record<PayerName, string>> = {}
  for (const [key, data] of Object.entries(payers)) {
    ids[key as PayerName] = (await dana.create('payers', data)).id // a key of the table
  }
  const made = ids as Record<PayerName, string> // one per key
  await dana.create('payers', { name: 'Self-pay', isSelfPay: true, filingCode: 'ZZ' })
  for (const row of telehealth) {
    const source = "The practice's default; payers differ only where a row names them."
    await dana.create('payer-rules', { ...row, effectiveFrom: from, source })
  }
  for (const [code, amountCents] of Object.entries(fees.usual)) {
    await dana.create('fee-schedules', { code, amountCents, effectiveFrom: from })
  }
  for (const [code, amountCents] of Object.entries(fees.medicaid)) {
    await dana.create('fee-schedules', {
      code,
      amountCents,
      payer: made.medicaid,
      effectiveFrom: from,
    })
  }
  for (const [index, [who, payer]] of enrolled.entries()) {
    await dana.create('payer-enrollments', {
      staff: staff[who],
      payer: made[payer],
      status: 'active',
      effectiveFrom: from,
      providerNumber: `EN${String(4100 + index * 17)}`,
    })
  }
  return made
}
