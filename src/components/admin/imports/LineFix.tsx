'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { useAwake } from '../setup/useAwake'
import { goOn } from './goOn'

type Props = {
  run: string
  id: string
  rev: number
  line: number
  /** Column to mend; empty where the line as a whole is meant. */
  column: string
  label: string
  value: string
  /** Somebody has to say who it is. */
  isChoice: boolean
}

/** What can be done about one problem of one line: say who it is, mend the cell, or leave the line out. */
export const LineFix = ({ run, id, rev, line, column, label, value, isChoice }: Props) => {
  const router = useRouter()
  const field = useId()
  const [text, setText] = useState(value)
  const isAwake = useAwake()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const send = async (name: 'answer' | 'mend', input: object): Promise<void> => {
    setBusy(true)
    const answer = await callApi(`/api/import-lines/${id}/${name}`, { body: { ...input, rev } })
    const stopped = answer.ok
      ? await goOn(run, () => undefined)
      : (answer.findings[0]?.message ?? 'This was refused.')
    setBusy(false)
    setProblem(stopped ?? '')
    router.refresh()
  }
  const about = <span className="ops-sr"> (line {line})</span>
  const say = (answer: string) => () => send('answer', { answer })
  return (
    <form
      className="ops-row"
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void send('mend', { column, value: text })
      }}
    >
      {isChoice ? (
        <>
          <button
            className="ops-button"
            disabled={isBusy || !isAwake}
            onClick={say('same')}
            type="button"
          >
            Same person{about}
          </button>
          <button
            className="ops-button"
            disabled={isBusy || !isAwake}
            onClick={say('new')}
            type="button"
          >
            New person{about}
          </button>
        </>
      ) : null}
      {column ? (
        <>
          <label className="ops-sr" htmlFor={field}>
            {label} of line {line}
          </label>
          <input
            className="ops-input ops-import__cell"
            id={field}
            onChange={(event) => setText(event.target.value)}
            value={text}
          />
          <button className="ops-button" disabled={isBusy || !isAwake} type="submit">
            {isBusy ? 'Checking…' : 'Mend'}
            {about}
          </button>
        </>
      ) : null}
      <button
        className="ops-button"
        disabled={isBusy || !isAwake}
        onClick={say('out')}
        type="button"
      >
        Leave out{about}
      </button>
      {problem ? <span className="ops-error">{problem}</span> : null}
    </form>
  )
}
