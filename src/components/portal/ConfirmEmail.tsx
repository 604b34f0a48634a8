'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { usePortalForm } from './usePortalForm'

/** Takes the link in the mail to a new address as its proof, when the person says so. */
export const ConfirmEmail = () => {
  const { problems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [isDone, setIsDone] = useState(false)

  const onSubmit = submit(async ({ send }) => {
    // The token stands after the # and so reaches no log.
    const token = window.location.hash.slice(1)
    const sent = await send({ path: '/auth/portal/email/confirm', body: { token } })
    if (sent.isOk) setIsDone(true)
  })

  if (isDone) {
    return (
      <Notice tone="ok">
        <p>
          Your new address is in use. <Link href="/portal/sign-in">Sign in with it</Link>.
        </p>
      </Notice>
    )
  }
  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Confirming…' : 'Use this address'}
        </button>
      </div>
    </form>
  )
}
