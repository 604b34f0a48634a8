'use client'
import { useAuth } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { EndsSoon } from './EndsSoon'
import { type Demand, guardedFetch } from './guardedFetch'
import { SignInAgain } from './SignInAgain'
import { StepUpDialog } from './StepUpDialog'
import { useSessionTimer } from './useSessionTimer'

type Waiting = (goesOn: boolean) => void

const Keeper = ({ userId, email }: { userId: string; email: string }) => {
  const timer = useSessionTimer(userId)
  const { isOverNow, renew } = timer
  const [demand, setDemand] = useState<Demand | null>(null)
  const waiting = useRef<Waiting[]>([])

  const ask = useCallback(
    (wanted: Demand): Promise<boolean> =>
      new Promise((settle) => {
        waiting.current.push(settle)
        // Who is signed out signs in; that shows everything that was wanted besides.
        setDemand((known) => (known === 'sign-in' ? known : wanted))
      }),
    [],
  )

  const settle = useCallback((goesOn: boolean): void => {
    setDemand(null)
    for (const go of waiting.current.splice(0)) go(goesOn)
  }, [])

  useEffect(() => {
    const plain = window.fetch
    window.fetch = guardedFetch(plain.bind(window), { ask, isOver: isOverNow })
    return () => {
      window.fetch = plain
    }
  }, [ask, isOverNow])

  const signedIn = async (): Promise<void> => {
    await renew()
    settle(true)
  }
  if (demand === 'sign-in' || timer.isOver)
    return <SignInAgain email={email} onSignedIn={() => void signedIn()} />
  if (demand === 'step-up') return <StepUpDialog onSettled={settle} />
  return timer.warning === null ? null : (
    <EndsSoon msLeft={timer.warning} onStay={() => void timer.stay()} />
  )
}

/** Keeps the session of a page in sight, and asks on the spot for whatever the server wants shown. */
export const SessionKeeper = ({ children }: { children?: React.ReactNode }) => {
  const { user } = useAuth<{ id: string; email: string }>()
  return (
    <>
      {children}
      {user ? <Keeper email={String(user['email'] ?? '')} userId={String(user.id)} /> : null}
    </>
  )
}
