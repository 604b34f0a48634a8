'use client'

import { useRouter } from 'next/navigation'
import { saveAnswer } from '@/src/lib/browser/saveAnswer'
import { ErrorSummary } from '../ErrorSummary'
import { usePortalForm } from '../usePortalForm'

type Props = { requestId: string; verb: 'withdraw' | 'ask-review'; button: string }

/** One press about a request: not wanted any more, or a second look at a denial. */
export const RequestForm = ({ requestId, verb, button }: Props) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ send }) => {
    const sent = await send({ path: `/record-requests/${requestId}/${verb}`, body: {} })
    if (sent.isOk) router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <div className="buttons">
        <button type="submit" className="button button-plain" aria-disabled={isSending}>
          {isSending ? 'Sending…' : button}
        </button>
      </div>
    </form>
  )
}

const stillWorking = 'The records are still being put together. Try again in a minute.'

/** Hands the file out that was made for whoever is signed in, once; where the background has not made it yet, it is made now. */
export const TakeRecords = ({ exportId }: { exportId: string }) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ send, fail }) => {
    const built = await send({ path: `/chart-exports/${exportId}/build`, body: {} })
    if (!built.isOk) return
    if (built.body['status'] === 'building') return fail([{ path: '', message: stillWorking }])
    const refused = await saveAnswer(`/portal/api/chart-exports/${exportId}/file`)
    if (refused.length) return fail(refused.map((message) => ({ path: '', message })))
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'One moment…' : 'Download the records'}
        </button>
      </div>
    </form>
  )
}
