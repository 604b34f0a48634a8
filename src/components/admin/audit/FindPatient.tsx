'use client'
import { useId, useState } from 'react'
import { useSearch } from '../search/useSearch'
import { addressOf, type LogParams } from './logAddress'

type Props = { params: LogParams }

const Found = ({ query, params }: Props & { query: string }) => {
  const { hits, isAsking, problem } = useSearch(query)
  const people = hits.flatMap((hit) => (hit.person ? [{ ...hit, person: hit.person }] : []))
  const nobody = 'No patient is called that. Type how the first or last name begins.'
  return (
    <>
      <p aria-live="polite" className="ops-small ops-muted">
        {problem || (isAsking ? 'Searching ...' : people.length ? 'Choose one:' : nobody)}
      </p>
      <ul className="ops-plain-list">
        {people.map(({ key, label, detail, person }) => (
          <li key={key}>
            <a href={addressOf({ ...params, patient: person, before: '' })}>{label}</a>
            {detail ? <span className="ops-small ops-muted"> {detail}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whose lines are wanted. What is typed goes in a body; the address gets the id of who was chosen. */
export const FindPatient = ({ params }: Props) => {
  const id = useId()
  const [query, setQuery] = useState('')
  return (
    <div>
      <label htmlFor={id}>Patient</label>{' '}
      <input
        autoComplete="off"
        className="ops-input ops-input--inline"
        id={id}
        onChange={(event) => setQuery(event.target.value)}
        placeholder="Start of the name"
        spellCheck={false}
        type="search"
        value={query}
      />
      {query.trim() ? <Found params={params} query={query} /> : null}
    </div>
  )
}
