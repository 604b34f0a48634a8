import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { formatMoney } from '@/src/domain/money'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'
import { notFound, Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { amountInput } from '../../amountInput'
import { patientDueOf, unappliedOf } from '../../ledger/patientBooks'
import { postingsOf } from '../../ledger/postOnce'
import { moveRow } from '../../moveRow'
import { remainingOn } from '../../statements/settleStatement'
import { postPayment } from '../postPayment'
import { cardProvider, providerNamed } from '../provider'

type Wish = { statement: Row; amountCents: number; dueCents: number }

const attemptsOn = (read: FactReader, statementId: string): Promise<Row[]> =>
  read.many('payments', { statement: { equals: statementId } })

const checkAmount = (
  attempts: readonly Row[],
  { statement, amountCents, dueCents }: Wish,
): void => {
  if (attempts.some((payment) => payment['status'] === 'pending')) {
    throw new Refusal(
      'conflict',
      'A payment for this statement is being made. Wait a moment and reload.',
    )
  }
  const payable = Math.min(remainingOn(statement, attempts), dueCents)
  if (payable <= 0)
    throw new Refusal('conflict', 'This statement is paid already. You owe nothing on it.')
  if (amountCents > payable) {
    throw new Refusal('invalid', [
      { path: 'amountCents', message: `You owe ${formatMoney(payable)}. Enter that or less.` },
    ])
  }
}

/** Asks the provider; the payment's id is the key, so that asking again never charges twice. */
const charge = async ({ req, read, record }: EffectContext): Promise<void> => {
  const payment = await read.one('payments', record.id)
  if (payment?.['status'] !== 'pending') return
  const provider = providerNamed(textIn(payment, 'provider'))
  const answer = provider
    ? await provider.charge({
        key: record.id,
        amountCents: numberIn(payment, 'amountCents'),
        token: textIn(payment, 'providerToken'),
      })
    : { outcome: 'declined' as const, message: 'Cards are not taken here any more.' }
  await moveRow(req, 'payments', {
    id: record.id,
    where: { status: { equals: 'pending' } },
    data: {
      status: answer.outcome,
      providerToken: '',
      ...(answer.outcome === 'received'
        ? { providerReference: answer.reference }
        : { declineMessage: answer.message }),
    },
  })
}

export const payStatement = defineAction({
  slug: 'payments',
  name: 'pay',
  label: 'Pay statement',
  tone: 'primary',
  on: 'collection',
  input: z.object({
    statement: requiredText('Choose the statement to pay.', 80),
    amountCents: amountInput('Enter the amount to pay.'),
    token: z.string({ error: 'Enter the card first.' }).max(200).default(''),
  }),
  fields: [
    {
      name: 'statement',
      label: 'Statement',
      type: 'relationship',
      relationTo: 'statements',
      isRequired: true,
    },
    { name: 'amountCents', label: 'Amount', type: 'money', isRequired: true },
    { name: 'token', label: 'Card', type: 'text' },
  ],
  prepare: async ({ input, req, read, actor, now }) => {
    const statement = await read.one('statements', input.statement)
    const patientId = idIn(statement ?? {}, 'patient')
    if (
      !statement ||
      !patientId ||
      (actor.kind !== 'staff' && actor.kind !== 'system' && actor.patientId !== patientId)
    ) {
      throw notFound()
    }
    if (statement['status'] === 'voided') {
      throw new Refusal('conflict', 'This statement was withdrawn. Look for a newer one.')
    }
    const provider = cardProvider()
    if (!provider) {
      throw new Refusal(
        'refused-by-rule',
        'Cards are not taken here yet. Pay at the office, by cash, check or terminal.',
      )
    }
    const attempts = await attemptsOn(read, input.statement)
    const posted = await postingsOf(req, patientId)
    const dueCents = patientDueOf(posted, patientId) - unappliedOf(posted, patientId)
    checkAmount(attempts, { statement, amountCents: input.amountCents, dueCents })
    return {
      set: {
        // The next attempt on this statement: of several clicks one gets the number.
        uniqueKey: `pay|${input.statement}|${attempts.length + 1}`,
        patient: patientId,
        statement: input.statement,
        status: 'pending',
        amountCents: input.amountCents,
        method: 'card',
        receivedOn: practiceToday(),
        receivedAt: now.toISOString(),
        provider: provider.name,
        providerToken: input.token,
      },
    }
  },
  effects: [
    { name: 'charge', isOutside: true, run: charge },
    { name: 'post', run: postPayment },
  ],
  answer: async ({ read, record }) => {
    const payment = await read.one('payments', record.id)
    if (payment?.['status'] === 'declined') {
      throw new Refusal('refused-by-rule', [
        { path: 'token', message: textIn(payment, 'declineMessage') || 'The card was declined.' },
      ])
    }
    return { status: payment?.['status'], amountCents: payment?.['amountCents'] }
  },
})
