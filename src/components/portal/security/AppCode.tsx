'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorSummary } from '../ErrorSummary'
import { usePortalForm } from '../usePortalForm'
import { KeptCodes } from './KeptCodes'
import { type MadeApp, NewApp } from './NewApp'

type Props = { app: { id: string; since: string } | null; recoveryCodesLeft: number }

/** The one-time code of an app: to set up, to take away, and the recovery codes that stand in for it. */
export const AppCode = ({ app, recoveryCodesLeft }: Props) => {
  const router = useRouter()
  const { problems, isSending, run, send } = usePortalForm()
  const [made, setMade] = useState<MadeApp | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const post = (path: string, then: (body: Record<string, unknown>) => void) => () =>
    void run(async () => {
      const sent = await send({ path: `/auth/portal/${path}`, body: {} })
      if (sent.isOk) then(sent.body)
    })
  const done = (): void => {
    setMade(null)
    setCodes([])
    router.refresh()
  }
  if (codes.length) return <KeptCodes codes={codes} onDone={done} />
  if (made) {
    const kept = (given: readonly string[]): void => {
      setMade(null)
      if (given.length) setCodes(given)
      else done()
    }
    return <NewApp app={made} onCancel={() => setMade(null)} onDone={kept} />
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      {app ? (
        <>
          <p>
            On since {app.since}. After your password we ask for the code that your app shows.
            Recovery codes left: {recoveryCodesLeft}.
          </p>
          <div className="buttons">
            <button
              type="button"
              className="button button-plain"
              aria-disabled={isSending}
              onClick={post('recovery-codes', (body) =>
                setCodes(body['recoveryCodes'] as string[]),
              )} // shape of the endpoint
            >
              Make new recovery codes
            </button>
            <button
              type="button"
              className="button button-plain"
              aria-disabled={isSending}
              onClick={post(`factors/${app.id}/remove`, done)}
            >
              Turn it off
            </button>
          </div>
        </>
      ) : (
        <>
          <p>
            Off. With it, whoever learns your password still cannot open your page: we also ask for
            a code from an app on your phone.
          </p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              aria-disabled={isSending}
              onClick={post('factors/code/start', (body) => setMade(body as unknown as MadeApp))} // shape of the endpoint
            >
              Set it up
            </button>
          </div>
        </>
      )}
    </>
  )
}
