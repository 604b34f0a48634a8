'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from './ErrorSummary'
import { SignatureFields, signatureProblems } from './SignatureFields'
import { usePortalForm } from './usePortalForm'

export const PlanSignForm = ({ planId }: { planId: string }) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, send, fail }) => {
    const missing = signatureProblems(values)
    if (missing.length) return fail(missing)
    const sent = await send({
      path: `/treatment-plans/${planId}/sign`,
      body: { signerName: values['signerName'], agree: true },
    })
    if (!sent.isOk) return
    router.push('/portal/plan')
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <SignatureFields problems={problems} agreement="I have read this plan and I agree to it." />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Signing…' : 'Sign my plan'}
        </button>
      </div>
    </form>
  )
}
