'use client'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'

/** Asks for a reset link; the answer is the same whether the account exists or not. */
export const ForgotForm = () => {
  const [answerText, setAnswerText] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const email = new FormData(event.currentTarget).get('email')
    const answer = await callApi('/api/auth/staff/forgot', { body: { email } })
    setBusy(false)
    if (answer.ok) setAnswerText(String(answer.body['message'] ?? 'A link is on its way.'))
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  if (answerText)
    return <Findings findings={[{ message: answerText }]} title="Look into your mail" tone="info" />
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {message ? <Findings findings={[{ message }]} title="No link was sent" /> : null}
      <div className="ops-field">
        <label htmlFor="email">E-mail</label>
        <input
          autoComplete="username"
          className="ops-input"
          id="email"
          name="email"
          required
          type="email"
        />
      </div>
      <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
        {isBusy ? 'Sending…' : 'Send the link'}
      </button>
    </form>
  )
}
