'use client'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { FactorPrompt } from '../signIn/FactorPrompt'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'

type Props = { email: string; onSignedIn: () => void }

/** Covers the page once its session is over; what was typed stays beneath and is there after signing in. */
export const SignInAgain = ({ email, onSignedIn }: Props) => {
  const id = useId()
  const [methods, setMethods] = useState<string[]>([])
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setBusy(true)
    const answer = await callApi('/api/auth/staff/login', { body: { email, password } })
    setBusy(false)
    if (!answer.ok)
      return setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
    const { standing, methods: given } = answer.body
    if (standing === 'full') return onSignedIn()
    if (standing === 'enroll') return window.location.assign('/staff/factor')
    setMethods(Array.isArray(given) ? given.map(String) : [])
  }
  return (
    <Dialog
      isLock
      lead="You were away for a while, so you were signed out. What you typed is still here."
      onClose={() => undefined}
      title="Please sign in again"
    >
      {methods.length ? (
        <FactorPrompt
          label="Sign in and go on"
          methods={methods}
          onDone={onSignedIn}
          path="verify"
        />
      ) : (
        <form className="ops-form" method="post" onSubmit={submit}>
          {message ? <Findings findings={[{ message }]} title="You are not signed in" /> : null}
          <p>
            As <strong>{email}</strong>
          </p>
          <input autoComplete="username" name="email" readOnly type="hidden" value={email} />
          <div className="ops-field">
            <label htmlFor={id}>Your password</label>
            <input
              autoComplete="current-password"
              className="ops-input"
              id={id}
              name="password"
              required
              type="password"
            />
          </div>
          <div className="ops-row ops-row--end">
            <a className="ops-button" href="/admin/login">
              I am somebody else
            </a>
            <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
              {isBusy ? 'Signing in…' : 'Sign in and go on'}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
