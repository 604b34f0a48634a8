'use client'
import { useEffect, useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { FactorPrompt } from '../signIn/FactorPrompt'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'
import { lookAtSession } from './sessionState'

type Props = { onSettled: (isShown: boolean) => void }

const PasswordForm = ({ onDone }: { onDone: () => void }) => {
  const id = useId()
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setBusy(true)
    const answer = await callApi('/api/auth/staff/step-up', { body: { password } })
    setBusy(false)
    if (answer.ok) onDone()
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {message ? <Findings findings={[{ message }]} title="Not yet" /> : null}
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
      <FormFoot busyLabel="Checking…" isBusy={isBusy} label="Go on" />
    </form>
  )
}

/** Asks for the factor, or for who has none the password, and what was begun goes on by itself. */
export const StepUpDialog = ({ onSettled }: Props) => {
  const [methods, setMethods] = useState<string[] | null>(null)
  useEffect(() => {
    void lookAtSession().then((found) => setMethods(found && found !== 'over' ? found.methods : []))
  }, [])
  return (
    <Dialog
      lead="This needs to be you. What you began goes on right after; for five minutes you are not asked again."
      onClose={() => onSettled(false)}
      title="Confirm that it is you"
    >
      {methods === null ? <p className="ops-muted">One moment…</p> : null}
      {methods?.length ? (
        <FactorPrompt
          label="Go on"
          methods={methods}
          onDone={() => onSettled(true)}
          path="step-up"
        />
      ) : null}
      {methods?.length === 0 ? <PasswordForm onDone={() => onSettled(true)} /> : null}
    </Dialog>
  )
}
