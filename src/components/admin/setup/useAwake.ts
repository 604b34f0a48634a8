'use client'
import { useSyncExternalStore } from 'react'

const never = (): (() => void) => () => undefined

/** Whether the page reacts yet: before that a press would leave it, and what was typed with it. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
