'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'

/**
 * Which screen of a form is open, kept in the address as `?step=3`, so that the browser's own Back
 * goes one question back while the answers stay. Without it the form opens at `first`, where somebody
 * who comes back left off. The heading takes the focus when the screen changes.
 */
export const useStep = (screens: number, first = 1) => {
  const search = useSearchParams()
  const path = usePathname()
  const heading = useRef<HTMLHeadingElement>(null)
  const opening = useRef(first).current
  const asked = Number(search.get('step') ?? opening)
  const step = Number.isInteger(asked) && asked >= 1 && asked <= screens ? asked : opening
  const shown = useRef(step)

  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo({ top: 0 })
    heading.current?.focus()
  }, [step])

  const go = useCallback(
    (to: number) => window.history.pushState(null, '', `${path}?step=${to}`),
    [path],
  )

  return { step, go, heading }
}
