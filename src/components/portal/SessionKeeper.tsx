'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { ConfirmFields, type Proof } from './ConfirmFields'
import { EndsSoon } from './EndsSoon'
import { SignInFields } from './SignInFields'
import { type Outgoing, type Sent, sendRequest } from './sendRequest'

type Send = (outgoing: Outgoing) => Promise<Sent>

const SendContext = createContext<Send>(sendRequest)

/** Sends to the portal's API; when the session is over or a proof is asked for, asks on the spot and goes on. */
export const useSend = (): Send => useContext(SendContext)

/** What somebody has to do before a request goes on. */
type Demand = 'sign-in' | Proof

const demandOf = (sent: Sent): Demand | null => {
  if (sent.isOk) return null
  if (sent.status === 401) return 'sign-in'
  if (sent.code !== 'step-up') return null
  return sent.problems[0]?.path === 'code' ? 'code' : 'password'
}

const titles: Readonly<Record<Demand, readonly [title: string, lead: string]>> = {
  'sign-in': [
    'Please sign in again',
    'You were away for a while. What you entered is still on this page and is sent as soon as you are back.',
  ],
  password: ['Confirm that it is you', 'Enter your password once more. What you began goes on.'],
  code: [
    'Confirm that it is you',
    'Enter the code that your app shows now. What you began goes on.',
  ],
}

type Props = {
  /** Who opened this page: what they typed is never sent as somebody else. */
  userId: string
  children: ReactNode
}

export const SessionKeeper = ({ userId, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const waiting = useRef<((isSettled: boolean) => void)[]>([])
  const [asking, setAsking] = useState<Demand | null>(null)

  // Opened once the fields are there, so that the first of them takes the focus.
  useEffect(() => {
    if (asking && !dialog.current?.open) dialog.current?.showModal()
  }, [asking])

  const settle = useCallback((isSettled: boolean) => {
    dialog.current?.close()
    setAsking(null)
    for (const go of waiting.current.splice(0)) go(isSettled)
  }, [])

  const send = useCallback<Send>(async (outgoing) => {
    const first = await sendRequest(outgoing)
    const demand = demandOf(first)
    if (!demand) return first
    const isSettled = await new Promise<boolean>((resolve) => {
      waiting.current.push(resolve)
      setAsking(demand)
    })
    if (isSettled) return sendRequest(outgoing)
    if (demand !== 'sign-in') return first
    const message = 'You are signed out, so this was not sent. Sign in and send it again.'
    return { isOk: false, status: 401, problems: [{ path: '', message }] }
  }, [])

  const onSignedIn = (signedInAs: string) => {
    if (signedInAs !== userId) {
      window.location.assign('/portal')
      return
    }
    settle(true)
  }

  return (
    <SendContext value={send}>
      {children}
      {userId ? <EndsSoon /> : null}
      <dialog ref={dialog} aria-labelledby="again-title" onClose={() => settle(false)}>
        <div className="stack">
          <h2 id="again-title">{titles[asking ?? 'sign-in'][0]}</h2>
          <p>{titles[asking ?? 'sign-in'][1]}</p>
          {asking === 'sign-in' && <SignInFields onSignedIn={onSignedIn} isInDialog />}
          {asking && asking !== 'sign-in' && (
            <ConfirmFields key={asking} proof={asking} onShown={() => settle(true)} />
          )}
          <button type="button" className="link-button" onClick={() => settle(false)}>
            Not now
          </button>
        </div>
      </dialog>
    </SendContext>
  )
}
