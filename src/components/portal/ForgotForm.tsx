'use client'

import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

export const ForgotForm = () => {
  const { problems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [isSent, setIsSent] = useState(false)

  const onSubmit = submit(async ({ values, send, fail }) => {
    if (!values['email']?.includes('@')) {
      return fail([
        { path: 'email', message: 'Enter your e-mail address, such as name@example.com.' },
      ])
    }
    const sent = await send({ path: '/auth/portal/forgot', body: { email: values['email'] } })
    if (sent.isOk) setIsSent(true)
  })

  if (isSent) {
    return (
      <Notice tone="ok" isAnnounced>
        <p>
          If there is an account for this address, a link is on its way. It works for 30 minutes.
          Look in the spam folder too.
        </p>
      </Notice>
    )
  }
  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="email"
        label="E-mail address"
        help="The one we write to you at."
        type="email"
        autoComplete="username"
        problem={problemAt(problems, 'email')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Sending…' : 'Send me a link'}
        </button>
      </div>
    </form>
  )
}
