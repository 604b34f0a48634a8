'use client'

import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

export type Proof = 'password' | 'code'

type Props = { proof: Proof; onShown: () => void }

/** Before what is sensitive: the code of who has one, else the password, once more. */
export const ConfirmFields = ({ proof, onShown }: Props) => {
  const { problems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [isRecovery, setIsRecovery] = useState(false)
  const name = proof === 'password' ? 'confirmPassword' : isRecovery ? 'recoveryCode' : 'code'
  const labels = { confirmPassword: 'Your password', code: 'Code', recoveryCode: 'Recovery code' }
  const label = labels[name as keyof typeof labels]

  const onSubmit = submit(async ({ values, send, fail }) => {
    const given = values[name] ?? ''
    if (!given) return fail([{ path: name, message: `Enter this first: ${label.toLowerCase()}.` }])
    const key = proof === 'password' ? 'password' : name
    const sent = await send({ path: '/auth/portal/step-up', body: { [key]: given } })
    if (sent.isOk) onShown()
    else fail(sent.problems.map((problem) => ({ ...problem, path: name })))
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        key={name}
        name={name}
        label={label}
        type={proof === 'password' ? 'password' : 'text'}
        autoComplete={proof === 'password' ? 'current-password' : 'one-time-code'}
        inputMode={name === 'code' ? 'numeric' : 'text'}
        problem={problemAt(problems, name)}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Checking…' : 'Go on'}
        </button>
        {proof === 'code' ? (
          <button
            type="button"
            className="button button-plain"
            onClick={() => setIsRecovery(!isRecovery)}
          >
            {isRecovery ? 'Use the code of the app' : 'Use a recovery code'}
          </button>
        ) : null}
      </div>
    </form>
  )
}
