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
import { SignInFields } from './SignInFields'
import { type Outgoing, type Sent, sendRequest } from './sendRequest'

type Send = (outgoing: Outgoing) => Promise<Sent>

const SendContext = createContext<Send>(sendRequest)

/** Sends to the portal's API; when the session is over, asks to sign in on the spot and goes on. */
export const useSend = (): Send => useContext(SendContext)

type Props = {
  /** Who opened this page: what they typed is never sent as somebody else. */
  userId: string
  children: ReactNode
}

export const SessionKeeper = ({ userId, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const waiting = useRef<((isSignedIn: boolean) => void)[]>([])
  const [isAsking, setIsAsking] = useState(false)

  // Opened once the fields are there, so that the first of them takes the focus.
  useEffect(() => {
    if (isAsking && !dialog.current?.open) dialog.current?.showModal()
  }, [isAsking])

  const settle = useCallback((isSignedIn: boolean) => {
    dialog.current?.close()
    setIsAsking(false)
    for (const go of waiting.current.splice(0)) go(isSignedIn)
  }, [])

  const send = useCallback<Send>(async (outgoing) => {
    const first = await sendRequest(outgoing)
    if (first.isOk || first.status !== 401) return first
    const isSignedIn = await new Promise<boolean>((resolve) => {
      waiting.current.push(resolve)
      setIsAsking(true)
    })
    if (isSignedIn) return sendRequest(outgoing)
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
      <dialog ref={dialog} aria-labelledby="again-title" onClose={() => settle(false)}>
        <div className="stack">
          <h2 id="again-title">Please sign in again</h2>
          <p>
            You were away for a while. What you entered is still on this page and is sent as soon as
            you are back.
          </p>
          {isAsking && <SignInFields onSignedIn={onSignedIn} isInDialog />}
          <button type="button" className="link-button" onClick={() => settle(false)}>
            Not now
          </button>
        </div>
      </dialog>
    </SendContext>
  )
}
