'use client'

import { useState } from 'react'
import { idIn } from '@/src/domain/row'
import { CodeFields } from './CodeFields'
import { ErrorSummary } from './ErrorSummary'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

type Props = {
  onSignedIn: (userId: string) => void
  isInDialog?: boolean
}

/** E-mail and password, then the code of who has one; used by the sign-in page and where a session ended in the middle. */
export const SignInFields = ({ onSignedIn, isInDialog }: Props) => {
  const { problems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [needsCode, setNeedsCode] = useState(false)
  const label = isInDialog ? 'Sign in and go on' : 'Sign in'

  const onSubmit = submit(async ({ values, send, fail }) => {
    if (!values['signInEmail'] || !values['signInPassword']) {
      return fail([
        ...(values['signInEmail']
          ? []
          : [{ path: 'signInEmail', message: 'Enter your e-mail address.' }]),
        ...(values['signInPassword']
          ? []
          : [{ path: 'signInPassword', message: 'Enter your password.' }]),
      ])
    }
    const sent = await send({
      path: '/auth/portal/login',
      body: { email: values['signInEmail'], password: values['signInPassword'] },
    })
    if (!sent.isOk) return
    if (sent.body['standing'] === 'verify') setNeedsCode(true)
    else onSignedIn(idIn(sent.body, 'user') ?? '')
  })

  if (needsCode)
    return <CodeFields label={label} onShown={(body) => onSignedIn(idIn(body, 'user') ?? '')} />

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="signInEmail"
        label="E-mail address"
        type="email"
        autoComplete="username"
        problem={problemAt(problems, 'signInEmail')}
      />
      <TextField
        name="signInPassword"
        label="Password"
        type="password"
        autoComplete="current-password"
        problem={problemAt(problems, 'signInPassword')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Signing in…' : label}
        </button>
      </div>
    </form>
  )
}
