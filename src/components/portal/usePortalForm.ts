'use client'

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useSend } from './SessionKeeper'
import { newKey, type Outgoing, type Problem, type Sent, sendRequest } from './sendRequest'

export type FormTools = {
  /** What the fields hold, trimmed, by name; passwords as typed. */
  values: Readonly<Record<string, string>>
  form: HTMLFormElement
  /** Sends and keeps the refusal's sentences for the form. */
  send: (outgoing: Outgoing) => Promise<Sent>
  fail: (problems: Problem[]) => void
}

type Options = {
  /** False where nobody is signed in yet. */
  keepsSession?: boolean
}

const valuesOf = (form: HTMLFormElement): Record<string, string> => {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue
    values[name] = name.toLowerCase().includes('password') ? value : value.trim()
  }
  return values
}

/**
 * One form: one sending at a time, refusals as problems, and a second press of the button while the
 * first is under way does nothing. What is sent again because the answer was lost carries the same
 * Idempotency-Key.
 */
export const usePortalForm = ({ keepsSession = true }: Options = {}) => {
  const kept = useSend()
  const [problems, setProblems] = useState<Problem[]>([])
  const [isSending, setIsSending] = useState(false)
  const isBusy = useRef(false)
  const lastWish = useRef({ content: '', key: '' })

  const keyFor = useCallback((outgoing: Outgoing): string => {
    const content = JSON.stringify([outgoing.path, outgoing.body])
    if (lastWish.current.content !== content) lastWish.current = { content, key: newKey() }
    return lastWish.current.key
  }, [])

  const send = useCallback(
    async (outgoing: Outgoing): Promise<Sent> => {
      const isWish =
        keepsSession && outgoing.method !== 'PATCH' && !(outgoing.body instanceof FormData)
      const withKey = isWish ? { ...outgoing, idempotencyKey: keyFor(outgoing) } : outgoing
      const sent = await (keepsSession ? kept : sendRequest)(withKey)
      if (sent.isOk) return sent
      setProblems(sent.problems)
      // Refused, not lost: trying again is a new wish, for instance with a card that was declined.
      if (sent.status !== 0) lastWish.current = { content: '', key: '' }
      return sent
    },
    [kept, keepsSession, keyFor],
  )

  const run = useCallback(async (work: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    setIsSending(true)
    setProblems([])
    try {
      await work()
    } finally {
      isBusy.current = false
      setIsSending(false)
    }
  }, [])

  const submit =
    (work: (tools: FormTools) => Promise<void> | void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      const form = event.currentTarget
      void run(async () => work({ values: valuesOf(form), form, send, fail: setProblems }))
    }

  return { problems, setProblems, isSending, submit, run, send }
}

/** Asks before the tab is closed while something typed is not saved yet. */
export const useUnsavedWarning = (isUnsaved: boolean): void => {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
