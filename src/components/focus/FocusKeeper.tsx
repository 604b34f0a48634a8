'use client'
import { useEffect } from 'react'
import { forget, lostFocus, noteFocus, returnFocus } from './lastFocus'

// Whoever takes a thing off the page, a menu or a dialog, may give the focus on first.
const graceMs = 50

/**
 * Gives the focus back when the page takes it away: to a button that worked for a moment and could not be
 * pressed, to the list of a row that is done, or to the title of the page. Where a person presses beside
 * everything, nothing is given back.
 */
export const FocusKeeper = ({ children }: { children?: React.ReactNode }) => {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      if (timer || !lostFocus()) return
      timer = setTimeout(() => {
        timer = undefined
        if (lostFocus()) returnFocus()
      }, graceMs)
    }
    const taken = ({ target }: FocusEvent): void => noteFocus(target)
    const pressed = ({ target }: PointerEvent): void => {
      if (target instanceof Element && !target.closest('a, button, input, select, textarea, label'))
        forget()
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, {
      attributeFilter: ['disabled'],
      attributes: true,
      childList: true,
      subtree: true,
    })
    document.addEventListener('focusin', taken)
    document.addEventListener('focusout', look)
    document.addEventListener('pointerdown', pressed)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
      document.removeEventListener('focusin', taken)
      document.removeEventListener('focusout', look)
      document.removeEventListener('pointerdown', pressed)
    }
  }, [])
  return children
}
