import type { Where } from 'payload'
import { type AnsweredClaim, type AnsweredLine, write835 } from '@/src/domain/billing/x12/write835'
import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { groupNpi } from '../base/people'
import { at, handOf, nextWeekday, type PayerName, type Stage } from '../clinic'
import type { Profile } from '../profile'
import { oneOf, rowsOf } from '../story/told'
import type { Story } from '../timeline'
import type { Books } from './books'

type Adjustments = AnsweredLine['adjustments']

/** What a plan pays of a fee, in cents, and what it leaves to the patient. */
const allowed: Record<PayerName, Record<string, number>> = {
  aetna: { '90791': 14_200, '90834': 11_600, '90837': 13_400 },
  medicaid: { '90791': 12_800, '90834': 9_900, '90837': 11_800 },
  va: { '90791': 15_100, '90834': 12_200, '90837': 14_300 },
}

const copayCents = 2000

type Answer = Pick<AnsweredClaim, 'statusCode'> & Pick<AnsweredLine, 'paidCents' | 'adjustments'>

const denied = (chargeCents: number, carc: string): Answer => ({
  statusCode: '4',
  paidCents: 0,
  adjustments: [{ group: 'CO', carc, amountCents: chargeCents }],
})

const paidInPart = (chargeCents: number, allowedCents: number): Answer => {
  const heldBack = 3000
  return {
    statusCode: '1',
    paidCents: allowedCents - heldBack - copayCents,
    adjustments: [
      { group: 'CO', carc: '45', amountCents: chargeCents - allowedCents },
      { group: 'CO', carc: '151', amountCents: heldBack },
      { group: 'PR', carc: '3', amountCents: copayCents },
    ],
  }
}

const paid = (
  chargeCents: number,
  { allowedCents, share }: { allowedCents: number; share: Adjustments },
): Answer => ({
  statusCode: '1',
  paidCents: allowedCents - share.reduce((sum, { amountCents }) => sum + amountCents, 0),
  adjustments: [
    { group: 'CO' as const, carc: '45', amountCents: chargeCents - allowedCents },
    ...share,
  ].filter(({ amountCents }) => amountCents > 0),
})

type Asked = {
  claim: StoredRow
  profile: Profile
  payer: PayerName
  place: number
  isRecent: boolean
}

const deniedEvery = 41

const sequenceOf = (claim: StoredRow): number => Number(String(claim['controlNumber']).slice(1))

const answerTo = ({ claim, profile, payer, place, isRecent }: Asked, code: string): Answer => {
  const chargeCents = Number(claim['totalCents'])
  const allowedCents = Math.min(chargeCents, allowed[payer][code] ?? chargeCents)
  if (profile.quirk === 'denied' && isRecent)
    return denied(chargeCents, profile.index === 5 ? '16' : '197')
  // Now and then a detail was missing; the corrected claim is paid.
  if (!isRecent && claim['frequency'] !== '7' && sequenceOf(claim) % deniedEvery === 0)
    return denied(chargeCents, '16')
  if (payer !== 'aetna') return paid(chargeCents, { allowedCents, share: [] })
  if (isRecent && place === 4) return paidInPart(chargeCents, allowedCents)
  const isDeductible = profile.quirk === 'owes' && place % 2 === 0
  const share: Adjustments = isDeductible
    ? [{ group: 'PR', carc: '1', amountCents: 6000 }]
    : [{ group: 'PR', carc: '3', amountCents: copayCents }]
  return paid(chargeCents, { allowedCents, share })
}

const filing: Record<PayerName, string> = { aetna: 'CI', medicaid: 'MC', va: 'VA' }

const answered = async (stage: Stage, asked: Asked): Promise<AnsweredClaim> => {
  const { claim, profile, payer } = asked
  const line = await oneOf(stage, 'claim-lines', { claim: { equals: claim.id } })
  const code = String(line['code'])
  const { statusCode, paidCents, adjustments } = answerTo(asked, code)
  return {
    claimNumber: String(claim['controlNumber']),
    payerClaimNumber: String(claim['payerClaimNumber']),
    filingCode: filing[payer],
    statusCode,
    lastName: profile.lastName,
    firstName: profile.firstName,
    memberId: profile.memberId,
    lines: [
      {
        code,
        modifiers: String(line['modifiers'] ?? '')
          .split(' ')
          .filter(Boolean),
        serviceDate: String(claim['serviceDate']),
        lineNumber: String(line['lineControlNumber']),
        chargeCents: Number(claim['totalCents']),
        paidCents,
        adjustments,
      },
    ],
  }
}

/** Money for a claim that is not ours: it waits with its reason. */
const strayOf = (serviceDate: string): AnsweredClaim => ({
  claimNumber: 'H0099812',
  payerClaimNumber: 'PCH0099812',
  statusCode: '1',
  filingCode: 'CI',
  lastName: 'Harborne',
  firstName: 'Quentin',
  memberId: 'W99000001',
  lines: [
    {
      code: '90834',
      modifiers: [],
      serviceDate,
      lineNumber: 'H0099812-1',
      chargeCents: 12_000,
      paidCents: 8800,
      adjustments: [{ group: 'CO', carc: '45', amountCents: 3200 }],
    },
  ],
})

type Week = { day: string; number: number; isLast: boolean }

const acceptedBefore = (day: string, payer: string): Where => ({
  and: [
    { status: { equals: 'accepted' } },
    { payer: { equals: payer } },
    { acceptedOn: { less_than: addDays(day, -5) } },
  ],
})

const importFrom = async (
  { stage, clinic, profileOf }: Books,
  payer: PayerName,
  { day, number, isLast }: Week,
): Promise<void> => {
  const claims = await rowsOf(
    stage,
    'claims',
    acceptedBefore(day, clinic.payers[payer]),
    'controlNumber',
  )
  const answers: AnsweredClaim[] = []
  for (const [place, claim] of claims.entries()) {
    const profile = await profileOf(String(claim['patient']))
    if (profile)
      answers.push(await answered(stage, { claim, profile, payer, place, isRecent: isLast }))
  }
  if (payer === 'aetna' && isLast) answers.push(strayOf(addDays(day, -30)))
  if (!answers.length) return
  const row = await oneOf(stage, 'payers', { id: { equals: clinic.payers[payer] } })
  const text = write835({
    number,
    receiver: 'HARBOUR01',
    payer: { name: String(row['name']), id: String(row['payerId']) },
    payee: { name: 'Harbour Therapy Group LLC', npi: groupNpi },
    traceNumber: `${payer.toUpperCase()}${String(number).padStart(6, '0')}`,
    paidOn: day,
    claims: answers,
  })
  const dana = handOf(stage, clinic, 'dana')
  const fileName = `era-${payer}-${day}.835`
  const { id } = await dana.act('remittances', 'import', { input: { text, fileName } })
  await dana.act('remittances', 'post', { id })
}

/** Every Thursday the payers answer what they accepted more than a few days ago. */
export async function* receiveRemittances(books: Books, firstDay: string): Story {
  const { stage } = books
  let number = books.firstRemittance
  for (let day = nextWeekday(addDays(firstDay, 14), 4); day < stage.today; day = addDays(day, 7)) {
    const isLast = addDays(day, 7) >= stage.today
    yield at(day, '11:05')
    for (const payer of ['aetna', 'medicaid', 'va'] as const) {
      if (payer !== 'aetna' && number % 2 === 0 && !isLast) continue
      await importFrom(books, payer, { day, number: number * 10 + payer.length, isLast })
    }
    number += 1
  }
}
