'use client'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'

/** What the server made for an authenticator app. */
export type NewApp = {
  id: string
  secret: string
  uri: string
  qr: { size: number; path: string }
}

type Props = { app: NewApp; onDone: (body: Record<string, unknown>) => void }

const inGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The code to scan, the same to type, and the first code from the app. */
export const CodeSetUp = ({ app, onDone }: Props) => {
  const id = useId()
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    setBusy(true)
    const answer = await callApi('/api/auth/staff/factors/code/confirm', {
      body: { id: app.id, code },
    })
    setBusy(false)
    if (answer.ok) onDone(answer.body)
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  return (
    <div className="ops-form">
      <p>
        Scan this with an authenticator app on your phone. Any of them works. It stays between your
        phone and the practice.
      </p>
      <svg
        aria-label="Code to scan with an authenticator app"
        className="ops-qr"
        role="img"
        viewBox={`0 0 ${app.qr.size} ${app.qr.size}`}
      >
        <rect fill="#fff" height="100%" width="100%" />
        <path d={app.qr.path} fill="#000" />
      </svg>
      <details>
        <summary>Type it in instead</summary>
        <p>
          Account key: <code className="ops-secret">{inGroups(app.secret)}</code>
        </p>
      </details>
      <form className="ops-form" method="post" onSubmit={submit}>
        {message ? <Findings findings={[{ message }]} title="Not yet" /> : null}
        <div className="ops-field">
          <label htmlFor={id}>Code</label>
          <span className="ops-help">The six digits that the app shows now.</span>
          <input
            autoComplete="one-time-code"
            className="ops-input"
            id={id}
            inputMode="numeric"
            maxLength={7}
            name="code"
            required
          />
        </div>
        <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
          {isBusy ? 'Checking…' : 'Turn it on'}
        </button>
      </form>
    </div>
  )
}
