'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { sendRequest } from './sendRequest'

const tickMs = 1_000
const touchEveryMs = 60_000
const signs = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'input'] as const

type Known = { endsAt: number; warnMs: number }

const inWords = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/**
 * Says that the session ends soon, while there is time to stay, and that it ended. The server decides; typing
 * and moving count as being there and are told to it at most once a minute. Another tab may have done so too.
 */
export const EndsSoon = () => {
  const known = useRef<Known | null>(null)
  const isThere = useRef(false)
  const askedAt = useRef(0)
  const [left, setLeft] = useState<number | null>(null)
  const [isOver, setIsOver] = useState(false)

  const ask = useCallback(async (isPresent: boolean): Promise<void> => {
    askedAt.current = Date.now()
    if (isPresent) isThere.current = false
    const sent = await sendRequest(
      isPresent
        ? { path: '/auth/portal/touch', body: {} }
        : { path: '/auth/portal/session', method: 'GET', isBackground: true },
    )
    if (!sent.isOk) {
      if (sent.status !== 401) return
      known.current = null
      setLeft(null)
      return setIsOver(true)
    }
    const { secondsLeft, warnSeconds } = sent.body
    known.current = {
      endsAt: Date.now() + Number(secondsLeft) * 1000,
      warnMs: Number(warnSeconds) * 1000,
    }
    setIsOver(false)
    setLeft(null)
  }, [])

  useEffect(() => {
    void ask(false)
    const notice = (): void => {
      isThere.current = true
    }
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true })
    const timer = setInterval(() => {
      const now = Date.now()
      const state = known.current
      if (!state) return
      const isLate = now - askedAt.current >= touchEveryMs
      if (isThere.current && isLate) return void ask(true)
      const rest = state.endsAt - now
      if (rest > state.warnMs) return setLeft(null)
      // Another tab may have stayed: asked before it is said, and when it is over.
      if (now - askedAt.current >= state.warnMs || rest <= 0) return void ask(false)
      setLeft(rest)
    }, tickMs)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, notice)
    }
  }, [ask])

  if (isOver) {
    return (
      <div className="ends-soon" role="alert">
        <p>You were away for a while and are signed out. What you typed is still here.</p>
      </div>
    )
  }
  if (left === null) return null
  return (
    <div className="ends-soon" role="alertdialog" aria-label="Are you still there?">
      <p>
        Nothing happened here for a while. You are signed out in{' '}
        <strong role="timer">{inWords(left)}</strong>.
      </p>
      <button type="button" className="button" onClick={() => void ask(true)}>
        Stay signed in
      </button>
    </div>
  )
}
