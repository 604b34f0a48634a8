'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from '../ErrorSummary'
import { SignatureFields, signatureProblems } from '../SignatureFields'
import { usePortalForm } from '../usePortalForm'

/** Signing what the practice prepared. */
export const SignReleaseForm = ({ releaseId }: { releaseId: string }) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, send, fail }) => {
    const missing = signatureProblems(values)
    if (missing.length) return fail(missing)
    const body = { signerName: values['signerName'], agree: true }
    const sent = await send({ path: `/releases/${releaseId}/sign`, body })
    if (!sent.isOk) return
    router.push('/portal/sharing')
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <SignatureFields problems={problems} agreement="I have read this and I agree." />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Signing…' : 'Sign'}
        </button>
      </div>
    </form>
  )
}

type EndProps = {
  releaseId: string
  verb: 'revoke' | 'decline'
  title: string
  meaning: string
  button: string
  busy: string
}

/** Saying no to it, or taking it back, after saying what that means. */
const EndForm = ({ releaseId, verb, title, meaning, button, busy }: EndProps) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ send }) => {
    const sent = await send({ path: `/releases/${releaseId}/${verb}`, body: {} })
    if (sent.isOk) router.refresh()
  })

  return (
    <details>
      <summary>{title}</summary>
      <form method="post" onSubmit={onSubmit} noValidate>
        <ErrorSummary problems={problems} />
        <p>{meaning}</p>
        <div className="buttons">
          <button type="submit" className="button button-danger" aria-disabled={isSending}>
            {isSending ? busy : button}
          </button>
        </div>
      </form>
    </details>
  )
}

export const RevokeForm = ({ releaseId }: { releaseId: string }) => (
  <EndForm
    releaseId={releaseId}
    verb="revoke"
    title="Take this back"
    meaning="From now on we share nothing under it, and whatever waits to be sent is stopped. What was sent before stays sent. You need not say why."
    button="Take it back"
    busy="Taking it back…"
  />
)

export const DeclineReleaseForm = ({ releaseId }: { releaseId: string }) => (
  <EndForm
    releaseId={releaseId}
    verb="decline"
    title="I do not want this"
    meaning="We share nothing under it. Your treatment here does not depend on it."
    button="I say no"
    busy="Sending…"
  />
)
