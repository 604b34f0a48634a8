'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Asked, lookAtSession, type SessionState, touchSession } from './sessionState'

const tickMs = 1_000
const touchEveryMs = 60_000
const signs = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'input'] as const

export type Timer = {
  /** Milliseconds until the end, once it is near; null before. */
  warning: number | null
  isOver: boolean
  /** The person wants to stay. */
  stay: () => Promise<void>
  /** Somebody signed in again on this page. */
  renew: () => Promise<void>
  isOverNow: () => boolean
}

/**
 * Follows the end of the session, which the server decides. Typing and moving count as being there and are
 * told to it at most once a minute; another tab may have done the same, so it is asked before anything is said.
 */
export const useSessionTimer = (userId: string): Timer => {
  const state = useRef<SessionState | null>(null)
  const isThere = useRef(false)
  const touchedAt = useRef(Date.now())
  const isAsking = useRef(false)
  const over = useRef(false)
  const [warning, setWarning] = useState<number | null>(null)
  const [isOver, setOver] = useState(false)

  const take = useCallback(
    (found: Asked): void => {
      if (found === null) return
      // Somebody else signed in, in another tab: this page is not theirs.
      if (found !== 'over' && found.userId && found.userId !== userId) {
        window.location.assign('/admin')
        return
      }
      over.current = found === 'over' || found.standing !== 'full'
      state.current = found === 'over' ? null : found
      setOver(over.current)
      if (over.current) setWarning(null)
    },
    [userId],
  )

  const ask = useCallback(
    async (how: () => Promise<Asked>): Promise<void> => {
      if (isAsking.current) return
      isAsking.current = true
      take(await how())
      isAsking.current = false
    },
    [take],
  )

  const touch = useCallback(async (): Promise<void> => {
    isThere.current = false
    touchedAt.current = Date.now()
    await ask(touchSession)
    setWarning(null)
  }, [ask])

  const tick = useCallback(async (): Promise<void> => {
    if (over.current) return
    const now = Date.now()
    if (isThere.current && now - touchedAt.current >= touchEveryMs) return touch()
    const known = state.current
    if (!known || now < known.endsAt - known.warnMs) return setWarning(null)
    // Before it is said for the first time, and when it is over.
    const isNews = now >= known.endsAt || !known.isTold
    if (isNews) await ask(lookAtSession)
    const newest = state.current
    if (!newest || over.current) return
    newest.isTold = true
    const left = newest.endsAt - Date.now()
    setWarning(left <= newest.warnMs ? left : null)
  }, [ask, touch])

  useEffect(() => {
    void ask(lookAtSession)
    const notice = (): void => {
      isThere.current = true
    }
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true })
    // Another tab may have signed in again meanwhile.
    const look = (): void => void ask(lookAtSession)
    window.addEventListener('focus', look)
    const timer = setInterval(() => void tick(), tickMs)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
      for (const sign of signs) window.removeEventListener(sign, notice)
    }
  }, [ask, tick])

  const isOverNow = useCallback(
    () => over.current || Boolean(state.current && Date.now() >= state.current.endsAt),
    [],
  )
  return { warning, isOver, stay: touch, renew: touch, isOverNow }
}
