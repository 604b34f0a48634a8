'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { clock } from '@/src/lib/clock'
import { callApi } from '../actions/callApi'

export type DraftValues = Record<string, string>

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Nobody answers; it goes on trying. */
  | { kind: 'offline' }
  | { kind: 'refused'; message: string; isStale: boolean }

type Options = { slug: string; id: string; rev: number; values: DraftValues }

const pauseMs = 1500
// The browser says when the network is back, and nobody says when the server is.
const retryMs = 5000

// The server itself, or what stands before it while the server is down.
const unreachable = new Set([0, 502, 503, 504])

const changesOf = (values: DraftValues, saved: DraftValues): DraftValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== (saved[name] ?? '')),
  )

/** Where the draft stands on the server; null when it cannot be read. */
const readDraft = async (path: string): Promise<Record<string, unknown> | null> => {
  const answer = await callApi(`${path}?depth=0`, { method: 'GET' })
  return answer.ok ? answer.body : null
}

const holds = (doc: Record<string, unknown>, values: DraftValues): boolean =>
  Object.entries(values).every(([name, value]) => (doc[name] ?? '') === value)

/**
 * A draft that saves itself after a pause in typing, with the revision it started from. What was typed
 * stays in the form whatever the server says, and is sent again as soon as somebody answers. `flush` saves
 * at once and answers whether all is saved.
 */
export const useDraft = ({ slug, id, rev: firstRev, values: firstValues }: Options) => {
  const [values, setValues] = useState(firstValues)
  const [rev, setRev] = useState(firstRev)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const saved = useRef(firstValues)
  const latest = useRef({ values: firstValues, rev: firstRev })
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  // Sent and never answered: one of them may have arrived all the same.
  const unanswered = useRef<DraftValues[]>([])
  latest.current.values = values
  const path = `/api/${slug}/${id}`
  const settle = useCallback((sent: DraftValues, next: number): void => {
    unanswered.current = []
    saved.current = sent
    latest.current.rev = next
    setRev(next)
  }, [])
  // What looks like somebody else's change may be our own that arrived without an answer.
  const wasOurs = useCallback(async (): Promise<boolean> => {
    if (!unanswered.current.length) return false
    const doc = await readDraft(path)
    const next = Number(doc?.['rev'])
    if (!doc || next !== latest.current.rev + 1) return false
    const arrived = unanswered.current.find((sent) => holds(doc, changesOf(sent, saved.current)))
    if (arrived) settle(arrived, next)
    return arrived !== undefined
  }, [path, settle])
  const save = useCallback(async (): Promise<boolean> => {
    const sent = latest.current.values
    const changes = changesOf(sent, saved.current)
    if (!Object.keys(changes).length) {
      setState({ kind: 'saved', at: clock.wall() })
      return true
    }
    setState((known) => (known.kind === 'offline' ? known : { kind: 'saving' }))
    const answer = await callApi(path, {
      method: 'PATCH',
      body: { ...changes, rev: latest.current.rev },
    })
    if (!answer.ok) {
      if (unreachable.has(answer.status)) {
        unanswered.current.push(sent)
        setState({ kind: 'offline' })
        return false
      }
      const isStale = answer.code === 'stale'
      if (isStale && (await wasOurs())) return save()
      const message = answer.findings.map((finding) => finding.message).join(' ')
      setState({ kind: 'refused', message, isStale })
      return false
    }
    const doc = answer.body['doc'] as { rev?: number } | undefined // Payload's answer to an update
    settle(sent, doc?.rev ?? latest.current.rev + 1)
    setState({ kind: 'saved', at: clock.wall() })
    return true
  }, [path, settle, wasOurs])
  // One request at a time: the next one starts from the revision the last one made.
  const flush = useCallback((): Promise<boolean> => {
    running.current = running.current.then(save)
    return running.current
  }, [save])
  useEffect(() => {
    if (!Object.keys(changesOf(values, saved.current)).length) return
    setState((known) =>
      known.kind === 'offline' || (known.kind === 'refused' && known.isStale)
        ? known
        : { kind: 'waiting' },
    )
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [values, flush])
  const isOffline = state.kind === 'offline'
  useEffect(() => {
    if (!isOffline) return
    const again = (): void => void flush()
    const timer = setInterval(again, retryMs)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isOffline, flush])
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
