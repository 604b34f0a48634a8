'use client'
import { type FormEvent, useRef, useState } from 'react'
import type { WordsLine } from '@/collections/records/words/searchableRecords'
import { countOf } from '@/src/domain/countOf'
import { spellDay } from '../fields/spellDay'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'

type Hit = Extract<WordsLine, { kind: 'hit' }>
type Progress = { done: number; total: number }
type State = {
  hits: readonly Hit[]
  progress: Progress | null
  isRunning: boolean
  isCutOff: boolean
  problem: string
}

const nothing: State = { hits: [], progress: null, isRunning: false, isCutOff: false, problem: '' }

const problemIn = async (response: Response): Promise<string> => {
  const body: { errors?: { message?: string }[] } = await response.json().catch(() => ({}))
  return body.errors?.[0]?.message ?? 'The search did not work. Try again.'
}

/** Lines as they arrive, however the network cuts them. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<WordsLine> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const parts = `${rest}${decoder.decode(value, { stream: !done })}`.split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part) yield JSON.parse(part)
    if (done) return
  }
}

const added = (state: State, line: WordsLine): State => {
  if (line.kind === 'hit') return { ...state, hits: [...state.hits, line] }
  if (line.kind === 'progress') return { ...state, progress: line }
  return { ...state, isRunning: false, isCutOff: line.isCutOff }
}

const Results = ({ state }: { state: State }) => {
  const { hits, progress, isRunning, isCutOff } = state
  if (!progress && !isRunning) return null
  return (
    <section aria-busy={isRunning} className="ops-stack">
      <p aria-live="polite" className="ops-row">
        {isRunning && progress ? (
          <progress aria-label="Charts looked through" max={progress.total} value={progress.done} />
        ) : null}
        {countOf(hits.length, 'record')}
        {isRunning ? ' so far …' : isCutOff ? ', and more: add a word.' : '.'}
      </p>
      {!isRunning && !hits.length ? (
        <Empty>
          No record of your caseload has all of these words. Try fewer, or a part of one.
        </Empty>
      ) : null}
      <ul className="ops-queue">
        {hits.map((hit) => (
          <li key={hit.href}>
            <strong>{hit.patient}</strong>
            <a href={hit.href}>
              {hit.record}
              {hit.day ? `, ${spellDay(hit.day)}` : ''}
            </a>
            <p className="ops-small ops-muted">{hit.snippet}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Looks for words in the charts of one's own caseload; what was typed stands in no address and no log. */
export const WordSearch = () => {
  const [words, setWords] = useState('')
  const [state, setState] = useState<State>(nothing)
  const running = useRef<AbortController | null>(null)
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    setState({ ...nothing, isRunning: true })
    try {
      const response = await fetch('/api/progress-notes/find-words', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ words }),
        signal: abort.signal,
      })
      if (!response.ok || !response.body)
        return setState({ ...nothing, problem: await problemIn(response) })
      for await (const line of linesOf(response.body)) setState((before) => added(before, line))
    } catch {
      if (!abort.signal.aborted)
        setState({ ...nothing, problem: 'The connection broke. Search again.' })
    }
  }
  return (
    <div className="ops-stack">
      <form className="ops-row" method="post" onSubmit={look}>
        <span>
          <label htmlFor="words">Words</label>{' '}
          <input
            autoComplete="off"
            className="ops-input ops-input--inline"
            id="words"
            maxLength={200}
            onChange={({ target }) => setWords(target.value)}
            required
            type="search"
            value={words}
          />
        </span>
        <button className="ops-button ops-button--primary" type="submit">
          Search
        </button>
      </form>
      {state.problem ? (
        <Findings findings={[{ message: state.problem }]} title="Not searched" />
      ) : null}
      <Results state={state} />
    </div>
  )
}
