'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { SignatureFields, signatureProblems } from './SignatureFields'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

type Props = { consentId: string; agreement: string; nextHref: string }

/** Agreeing to a text and signing it with one's typed name. */
export const ConsentForm = ({ consentId, agreement, nextHref }: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, send, fail }) => {
    const missing = signatureProblems(values)
    if (missing.length) return fail(missing)
    const sent = await send({
      path: `/consents/${consentId}/sign`,
      body: { signerName: values['signerName'], agree: true },
    })
    if (!sent.isOk) return
    setIsDirty(false)
    router.push(nextHref)
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <SignatureFields problems={problems} agreement={agreement} />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Signing…' : 'Sign'}
        </button>
      </div>
    </form>
  )
}
