'use client'
import { useState } from 'react'
import { callApi } from './actions/callApi'
import { insideAdmin } from './signIn/insideAdmin'
import { Findings } from './ui/Findings'

const goOn = (body: Record<string, unknown>): void => {
  const path = insideAdmin(new URLSearchParams(window.location.search).get('redirect'))
  const isWhole = body['standing'] === 'full'
  window.location.assign(isWhole ? path : `/staff/factor?next=${encodeURIComponent(path)}`)
}

/** Sign-in of staff. Patients sign in to the portal. */
export const LoginForm = () => {
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setMessage(null)
    const form = new FormData(event.currentTarget)
    const answer = await callApi('/api/auth/staff/login', {
      body: { email: form.get('email'), password: form.get('password') },
    })
    if (answer.ok) return goOn(answer.body)
    setBusy(false)
    setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  return (
    <form className="ops-root ops-form ops-login" method="post" onSubmit={submit}>
      <h1>Sign in</h1>
      {message ? <Findings findings={[{ message }]} title="You are not signed in" /> : null}
      <div className="ops-field">
        <label htmlFor="login-email">E-mail</label>
        <input
          autoComplete="username"
          className="ops-input"
          id="login-email"
          name="email"
          required
          type="email"
        />
      </div>
      <div className="ops-field">
        <label htmlFor="login-password">Password</label>
        <input
          autoComplete="current-password"
          className="ops-input"
          id="login-password"
          name="password"
          required
          type="password"
        />
      </div>
      <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
        {isBusy ? 'Signing in…' : 'Sign in'}
      </button>
      <p>
        <a href="/staff/forgot">Forgot your password?</a>
      </p>
    </form>
  )
}
