'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from './ErrorSummary'
import { usePortalForm } from './usePortalForm'

/** Takes a signed consent back, after saying what that means. */
export const WithdrawForm = ({ consentId }: { consentId: string }) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ send }) => {
    const sent = await send({ path: `/consents/${consentId}/withdraw`, body: {} })
    if (sent.isOk) router.refresh()
  })

  return (
    <details>
      <summary>Withdraw my signature</summary>
      <form method="post" onSubmit={onSubmit} noValidate>
        <ErrorSummary problems={problems} />
        <p>
          From now on this text no longer counts. What was done before stays as it was. Some texts
          are needed for treatment: we call you to talk about it.
        </p>
        <div className="buttons">
          <button type="submit" className="button button-danger" aria-disabled={isSending}>
            {isSending ? 'Withdrawing…' : 'Withdraw'}
          </button>
        </div>
      </form>
    </details>
  )
}
