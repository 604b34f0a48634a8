import { cardProvider } from '@/collections/billing/payments/provider'
import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { isRefusal } from '@/src/lib/errors'
import { at, handOf, nextWeekday } from '../clinic'
import { oneOf, rowsOf } from '../story/told'
import type { Story } from '../timeline'
import type { Books } from './books'

/** What every patient owes now, in cents, from the ledger. */
const owed = async ({ stage }: Books): Promise<Map<string, number>> => {
  const due = new Map<string, number>()
  for (const account of ['patientReceivable', 'unappliedCredit']) {
    const entries = await rowsOf(stage, 'ledger-entries', { account: { equals: account } })
    for (const entry of entries) {
      const patient = String(entry['patient'])
      due.set(patient, (due.get(patient) ?? 0) + Number(entry['amountCents']))
    }
  }
  return due
}

const openOf = ({ stage }: Books, patient: string): Promise<StoredRow[]> =>
  rowsOf(stage, 'statements', {
    and: [{ patient: { equals: patient } }, { status: { equals: 'issued' } }],
  })

/** A statement for everybody whose payer has answered; it takes the place of an older one. */
const issueAll = async (books: Books): Promise<void> => {
  const dana = handOf(books.stage, books.clinic, 'dana')
  const due = [...(await owed(books))].filter(([, cents]) => cents > 0)
  for (const [patient] of due) {
    const older = await openOf(books, patient)
    try {
      await dana.act('statements', 'issue', { input: { patient } })
    } catch (error) {
      // A payer has not answered yet: the next time.
      if (!isRefusal(error)) throw error
      continue
    }
    const input = { reason: 'A newer statement holds the same charges.' }
    for (const { id } of older) await dana.act('statements', 'void', { id, input })
  }
}

type Payment = { statement: StoredRow; amountCents: number }

const payByCheck = async ({ stage, clinic }: Books, { statement, amountCents }: Payment) => {
  await handOf(stage, clinic, 'ben').act('payments', 'record', {
    input: {
      patient: statement['patient'],
      statement: statement.id,
      amountCents,
      method: 'check',
      reference: `Check ${String(statement['statementNumber']).slice(-4)}`,
    },
  })
}

const payOnline = async ({ stage }: Books, { statement, amountCents }: Payment) => {
  const account = await oneOf(stage, 'portal-users', { patient: { equals: statement['patient'] } })
  await stage.cast.patient(account.id).act('payments', 'pay', {
    input: { statement: statement.id, amountCents, token: 'test-card' },
  })
}

/** Most people pay within a week or two, on their private page or by check; one leaves the last open. */
const payAll = async (books: Books, day: string): Promise<void> => {
  const { profileOf, stage } = books
  const due = await owed(books)
  for (const statement of await rowsOf(
    stage,
    'statements',
    { status: { equals: 'issued' } },
    'statementNumber',
  )) {
    const patient = String(statement['patient'])
    const quirk = (await profileOf(patient))?.quirk
    const own = stage.random.fork(`pays ${statement['statementNumber']} ${day}`)
    const isLeftOpen = quirk === 'owes' && addDays(day, 40) > stage.today
    if (isLeftOpen || (quirk !== 'steady' && own.chance(30))) continue
    const amountCents = Math.min(
      Number(statement['totalCents']) - Number(statement['paidCents'] ?? 0),
      due.get(patient) ?? 0,
    )
    if (amountCents <= 0) continue
    if (own.chance(35) || !cardProvider()) await payByCheck(books, { statement, amountCents })
    else await payOnline(books, { statement, amountCents })
  }
}

/** Statements every other Friday; payments on the Wednesdays after. */
export async function* askForPayment(books: Books, firstDay: string): Story {
  const { stage } = books
  for (let day = nextWeekday(addDays(firstDay, 28), 5); day < stage.today; day = addDays(day, 14)) {
    yield at(day, '16:05')
    await issueAll(books)
    for (const days of [5, 12]) {
      yield at(addDays(day, days), '18:35')
      await payAll(books, addDays(day, days))
    }
  }
}
