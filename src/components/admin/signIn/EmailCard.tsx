'use client'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Card } from '../ui/Card'
import { Findings } from '../ui/Findings'

/** A new e-mail address to sign in with; the link that goes there makes it count. */
export const EmailCard = ({ email }: { email: string }) => {
  const id = useId()
  const [answered, setAnswered] = useState<{ isOk: boolean; message: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form).get('email')
    setBusy(true)
    const answer = await callApi('/api/auth/staff/email', { body: { email: given } })
    setBusy(false)
    const message = answer.ok ? String(answer.body['message'] ?? '') : answer.findings[0]?.message
    setAnswered({ isOk: answer.ok, message: message ?? 'That did not work. Try again.' })
    if (answer.ok) form.reset()
  }
  return (
    <Card title="E-mail address">
      <form className="ops-form ops-form--narrow" method="post" onSubmit={submit}>
        {answered ? (
          <Findings
            findings={[{ message: answered.message }]}
            title={answered.isOk ? 'Look into the new mailbox' : 'Not changed'}
            tone={answered.isOk ? 'info' : 'bad'}
          />
        ) : null}
        <p>
          You sign in as <strong>{email}</strong>.
        </p>
        <div className="ops-field">
          <label htmlFor={id}>New address</label>
          <input
            autoComplete="email"
            className="ops-input"
            id={id}
            name="email"
            required
            type="email"
          />
        </div>
        <div className="ops-row">
          <button className="ops-button" disabled={isBusy} type="submit">
            {isBusy ? 'Sending…' : 'Send the link'}
          </button>
        </div>
      </form>
    </Card>
  )
}
