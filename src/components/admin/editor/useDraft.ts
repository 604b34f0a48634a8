'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { clock } from '@/src/lib/clock'
import { callApi } from '../actions/callApi'

export type DraftValues = Record<string, string>

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'refused'; message: string; isStale: boolean }

type Options = { slug: string; id: string; rev: number; values: DraftValues }

const pauseMs = 1500

const changesOf = (values: DraftValues, saved: DraftValues): DraftValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== (saved[name] ?? '')),
  )

/**
 * A draft that saves itself after a pause in typing, with the revision it started from. What was typed
 * stays in the form whatever the server says. `flush` saves at once and answers whether all is saved.
 */
export const useDraft = ({ slug, id, rev: firstRev, values: firstValues }: Options) => {
  const [values, setValues] = useState(firstValues)
  const [rev, setRev] = useState(firstRev)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const saved = useRef(firstValues)
  const latest = useRef({ values: firstValues, rev: firstRev })
  const running = useRef<Promise<boolean> | null>(null)
  latest.current.values = values
  const save = useCallback(async (): Promise<boolean> => {
    const sent = latest.current.values
    const changes = changesOf(sent, saved.current)
    if (!Object.keys(changes).length) {
      setState({ kind: 'saved', at: clock.wall() })
      return true
    }
    setState({ kind: 'saving' })
    const answer = await callApi(`/api/${slug}/${id}`, {
      method: 'PATCH',
      body: { ...changes, rev: latest.current.rev },
    })
    if (!answer.ok) {
      const isStale = answer.code === 'stale'
      const message = answer.findings.map((finding) => finding.message).join(' ')
      setState({ kind: 'refused', message, isStale })
      return false
    }
    const doc = answer.body['doc'] as { rev?: number } | undefined // Payload's answer to an update
    saved.current = sent
    latest.current.rev = doc?.rev ?? latest.current.rev + 1
    setRev(latest.current.rev)
    setState({ kind: 'saved', at: clock.wall() })
    return true
  }, [slug, id])
  // One request at a time: the next one starts from the revision the last one made.
  const flush = useCallback(async (): Promise<boolean> => {
    await running.current
    running.current = save()
    return running.current
  }, [save])
  useEffect(() => {
    if (!Object.keys(changesOf(values, saved.current)).length) return
    setState((known) => (known.kind === 'refused' && known.isStale ? known : { kind: 'waiting' }))
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [values, flush])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (Object.keys(changesOf(latest.current.values, saved.current)).length)
        event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  const set = useCallback((name: string, value: string) => {
    setValues((known) => ({ ...known, [name]: value }))
  }, [])
  return { values, set, rev, state, flush }
}

export type Draft = ReturnType<typeof useDraft>
