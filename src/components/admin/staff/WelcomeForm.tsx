'use client'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'

// The token stands behind the # so that it reaches no server log and no referrer.
const tokenInAddress = (): string => window.location.hash.slice(1)

/** Sets the password of an invitation or a reset link and signs in. */
export const WelcomeForm = ({ shortest }: { shortest: number }) => {
  const [messages, setMessages] = useState<string[]>([])
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const password = String(form.get('password') ?? '')
    if (password !== form.get('again'))
      return setMessages(['The two passwords differ. Type the same one twice.'])
    setBusy(true)
    const answer = await callApi('/api/auth/staff/accept', {
      body: { token: tokenInAddress(), password },
    })
    if (answer.ok)
      return window.location.assign(answer.body['standing'] === 'full' ? '/admin' : '/staff/factor')
    setBusy(false)
    setMessages(answer.findings.map(({ message }) => message))
  }
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {messages.length ? (
        <Findings
          findings={messages.map((message) => ({ message }))}
          title="The password is not set yet"
        />
      ) : null}
      <div className="ops-field">
        <label htmlFor="password">New password</label>
        <span className="ops-help" id="password-help">
          At least {shortest} characters. A short sentence works well.
        </span>
        <input
          aria-describedby="password-help"
          autoComplete="new-password"
          className="ops-input"
          id="password"
          minLength={shortest}
          name="password"
          required
          type="password"
        />
      </div>
      <div className="ops-field">
        <label htmlFor="again">The same again</label>
        <input
          autoComplete="new-password"
          className="ops-input"
          id="again"
          name="again"
          required
          type="password"
        />
      </div>
      <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
        {isBusy ? 'Setting…' : 'Set password and sign in'}
      </button>
      <p>
        Link too old? <a href="/staff/forgot">Ask for a new one</a>
      </p>
    </form>
  )
}
