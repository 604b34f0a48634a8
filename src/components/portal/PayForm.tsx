'use client'

import { useRouter } from 'next/navigation'
import { formatMoney, parseMoney } from '@/src/domain/money'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

type Props = { statementId: string; payableCents: number; isTest: boolean }

const testCards = [
  { value: 'test-accepted', label: 'Test card that is accepted' },
  { value: 'test-declined', label: 'Test card that is declined' },
] as const

const isReceived = ({ result }: Record<string, unknown>): boolean =>
  Boolean(result) &&
  typeof result === 'object' &&
  (result as { status?: unknown }).status === 'received' // answer of the pay action

/** Pays a statement, all of it or a part, through the practice's payment provider. */
export const PayForm = ({ statementId, payableCents, isTest }: Props) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, send, fail }) => {
    const amount = parseMoney(values['amountCents'] ?? '')
    if (!amount.ok) return fail([{ path: 'amountCents', message: amount.message }])
    if (amount.cents < 1 || amount.cents > payableCents) {
      const message = `Enter an amount between $0.01 and ${formatMoney(payableCents)}.`
      return fail([{ path: 'amountCents', message }])
    }
    const sent = await send({
      path: '/payments/pay',
      body: { statement: statementId, amountCents: amount.cents, token: values['token'] ?? '' },
    })
    if (!sent.isOk) return
    router.replace(`/portal/statements/${statementId}${isReceived(sent.body) ? '?paid=1' : ''}`)
    router.refresh()
    window.scrollTo({ top: 0 })
  })

  return (
    <section className="card" aria-labelledby="pay">
      <h2 id="pay">Pay by card</h2>
      {isTest ? (
        <Notice tone="warn">
          <p>
            <strong>Test mode.</strong> This is a demonstration: no card is asked for and no money
            moves.
          </p>
        </Notice>
      ) : null}
      <form method="post" onSubmit={onSubmit} noValidate>
        <ErrorSummary problems={problems} />
        <TextField
          name="amountCents"
          label="Amount"
          help="You may pay a part of it."
          inputMode="decimal"
          defaultValue={formatMoney(payableCents)}
          problem={problemAt(problems, 'amountCents')}
        />
        {isTest ? (
          <fieldset>
            <legend>Card</legend>
            {testCards.map(({ value, label }, index) => (
              <label className="choice" key={value}>
                <input type="radio" name="token" value={value} defaultChecked={index === 0} />
                {label}
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isSending}>
            {isSending ? 'Paying…' : 'Pay now'}
          </button>
        </div>
      </form>
    </section>
  )
}
