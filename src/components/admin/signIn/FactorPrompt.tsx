'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { type ApiAnswer, callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { Icon } from '../ui/Icon'
import { hasPasskeys, showPasskey } from './passkeys'

type Props = {
  /** `verify` while signing in, `step-up` before what is sensitive. */
  path: 'verify' | 'step-up'
  methods: readonly string[]
  /** What the button says. */
  label: string
  onDone: (body: Record<string, unknown>) => void
}

/** Asks for the second factor: the code of the app, a passkey, or one of the recovery codes. */
export const FactorPrompt = ({ path, methods, label, onDone }: Props) => {
  const id = useId()
  const hasApp = methods.includes('code')
  const mayUsePasskey = methods.includes('passkey') && hasPasskeys()
  const [isRecovery, setRecovery] = useState(!hasApp && !mayUsePasskey)
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // Each time another question stands there, it has the focus.
  useEffect(() => {
    if (isRecovery || hasApp) field.current?.focus()
  }, [isRecovery, hasApp])
  const settle = (answer: ApiAnswer): void => {
    setBusy(false)
    if (answer.ok) onDone(answer.body)
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  const start = (): void => {
    setBusy(true)
    setMessage(null)
  }
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // Dialogs stand inside other forms of the admin in React's tree.
    event.stopPropagation()
    const given = String(new FormData(event.currentTarget).get('factor') ?? '')
    start()
    settle(
      await callApi(`/api/auth/staff/${path}`, {
        body: isRecovery ? { recoveryCode: given } : { code: given },
      }),
    )
  }
  const passkey = async (): Promise<void> => {
    start()
    settle(await showPasskey(path))
  }
  const hasField = isRecovery || hasApp
  return (
    <div className="ops-form">
      {message ? <Findings findings={[{ message }]} title="Not yet" /> : null}
      {mayUsePasskey && !isRecovery ? (
        <button
          className={`ops-button${hasApp ? '' : ' ops-button--primary'}`}
          disabled={isBusy}
          onClick={passkey}
          type="button"
        >
          <Icon name="lock" /> Use your passkey
        </button>
      ) : null}
      {hasField ? (
        <form className="ops-form" method="post" onSubmit={submit}>
          <div className="ops-field">
            <label htmlFor={id}>{isRecovery ? 'Recovery code' : 'Code'}</label>
            <span className="ops-help">
              {isRecovery
                ? 'One of the ten that you kept when you set this up. Each works once.'
                : 'The six digits that your authenticator app shows now.'}
            </span>
            <input
              autoComplete={isRecovery ? 'off' : 'one-time-code'}
              className="ops-input"
              id={id}
              inputMode={isRecovery ? 'text' : 'numeric'}
              key={isRecovery ? 'recovery' : 'code'}
              maxLength={24}
              name="factor"
              ref={field}
              required
              spellCheck={false}
            />
          </div>
          <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
            {isBusy ? 'Checking…' : label}
          </button>
        </form>
      ) : null}
      {isRecovery && !hasApp && !mayUsePasskey ? null : (
        <p>
          <button
            className="ops-link-button"
            onClick={() => {
              setRecovery(!isRecovery)
              setMessage(null)
            }}
            type="button"
          >
            {isRecovery ? 'Back' : 'Lost it? Use a recovery code'}
          </button>
        </p>
      )}
    </div>
  )
}
