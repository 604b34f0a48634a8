'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from './ErrorSummary'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

/** Cancels one visit after the page has said what that means. */
export const CancelForm = ({ appointmentId }: { appointmentId: string }) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, send }) => {
    const body = values['reason'] ? { reason: values['reason'] } : {}
    const sent = await send({ path: `/appointments/${appointmentId}/cancel`, body })
    if (!sent.isOk) return
    router.push('/portal/appointments?cancelled=1')
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="reason"
        label="Reason"
        help="The office reads this. Leave health matters for your therapist."
        isOptional
        maxLength={300}
        problem={problemAt(problems, 'reason')}
      />
      <div className="buttons">
        <button type="submit" className="button button-danger" aria-disabled={isSending}>
          {isSending ? 'Cancelling…' : 'Cancel this visit'}
        </button>
      </div>
    </form>
  )
}
