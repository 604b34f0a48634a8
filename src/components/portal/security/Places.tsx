'use client'

import { useRouter } from 'next/navigation'
import type { Place } from '@/src/lib/portal/readSecurity'
import { ErrorSummary } from '../ErrorSummary'
import { usePortalForm } from '../usePortalForm'

/** Where somebody is signed in, with a way to end each and all others. */
export const Places = ({ places }: { places: readonly Place[] }) => {
  const router = useRouter()
  const { problems, isSending, run, send } = usePortalForm()
  const end = (path: string) => () =>
    void run(async () => {
      const sent = await send({ path: `/auth/portal/sessions/${path}`, body: {} })
      if (sent.isOk) router.refresh()
    })
  return (
    <>
      <ErrorSummary problems={problems} />
      <ul className="list">
        {places.map(({ id, device, since, lastSeen, isHere }) => (
          <li key={id}>
            <span className="row">
              <span className="row-text">
                <span className="row-title">{device}</span>
                <span>
                  Since {since}
                  {isHere || lastSeen === since ? '' : `, last seen ${lastSeen}`}
                </span>
              </span>
              {isHere ? (
                <span className="muted">This one</span>
              ) : (
                <button
                  type="button"
                  className="button button-plain"
                  aria-disabled={isSending}
                  onClick={end(`${id}/end`)}
                >
                  Sign out <span className="hidden-text">{device}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {places.length > 1 ? (
        <div className="buttons">
          <button
            type="button"
            className="button button-plain"
            aria-disabled={isSending}
            onClick={end('end-others')}
          >
            Sign out everywhere else
          </button>
        </div>
      ) : null}
    </>
  )
}
