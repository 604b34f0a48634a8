'use client'

import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

type Props = { label: string; onShown: (body: Record<string, unknown>) => void }

/** The second step of signing in, for who set up a code: the app's six digits, or a recovery code. */
export const CodeFields = ({ label, onShown }: Props) => {
  const { problems, setProblems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [isRecovery, setIsRecovery] = useState(false)
  const name = isRecovery ? 'recoveryCode' : 'code'

  const onSubmit = submit(async ({ values, send, fail }) => {
    const given = values[name] ?? ''
    if (!given) {
      const message = isRecovery
        ? 'Enter one of your recovery codes.'
        : 'Enter the six digits that your app shows now.'
      return fail([{ path: name, message }])
    }
    const sent = await send({ path: '/auth/portal/verify', body: { [name]: given } })
    if (sent.isOk) onShown(sent.body)
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        key={name}
        name={name}
        label={isRecovery ? 'Recovery code' : 'Code'}
        help={
          isRecovery
            ? 'One of the ten that you kept when you set this up. Each works once.'
            : 'The six digits that your authenticator app shows now.'
        }
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        maxLength={24}
        problem={problemAt(problems, name)}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Checking…' : label}
        </button>
        <button
          type="button"
          className="button button-plain"
          onClick={() => {
            setIsRecovery(!isRecovery)
            setProblems([])
          }}
        >
          {isRecovery ? 'Use the code of the app' : 'Lost it? Use a recovery code'}
        </button>
      </div>
    </form>
  )
}
