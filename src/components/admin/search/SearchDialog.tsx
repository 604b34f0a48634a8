'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '../ui/Dialog'
import { type Hit, useSearch } from './useSearch'

type Props = {
  onClose: () => void
  isSlashOn: boolean
  onSlash: (isOn: boolean) => void
}

const count = (hits: readonly Hit[]): string => `${hits.length} found.`

const said = (
  hits: readonly Hit[],
  { isAsking, problem }: { isAsking: boolean; problem: string },
) => problem || (isAsking ? 'Searching ...' : hits.length ? count(hits) : 'Nothing found.')

/** One line to type in, what it may mean below; arrows choose, Enter opens. */
export const SearchDialog = ({ onClose, isSlashOn, onSlash }: Props) => {
  const prefix = useId()
  const box = useRef<HTMLInputElement>(null)
  // After the dialog has opened, which puts the focus on its first button.
  useEffect(() => box.current?.focus(), [])
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  // Enter was pressed. While an answer is on its way, what is shown may be somebody else.
  const [isWanted, setWanted] = useState(false)
  const { hits, isAsking, problem } = useSearch(query)
  const active = hits[Math.min(chosen, hits.length - 1)]
  const idOf = (hit: Hit): string => `${prefix}-${hit.key}`
  const activeId = active ? idOf(active) : undefined
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  const address = isWanted && !isAsking ? active?.address : undefined
  useEffect(() => {
    if (address) window.location.assign(address)
  }, [address])
  const step = (by: number): void => {
    if (hits.length) setChosen((Math.min(chosen, hits.length - 1) + by + hits.length) % hits.length)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key === 'Enter') setWanted(true)
  }
  return (
    <Dialog onClose={onClose} title="Search">
      <label className="ops-label" htmlFor={`${prefix}-query`}>
        Name, birth date, phone, claim number or screen
      </label>
      <input
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-controls={`${prefix}-hits`}
        aria-expanded={hits.length > 0}
        autoComplete="off"
        className="ops-input"
        id={`${prefix}-query`}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
          setWanted(false)
        }}
        onKeyDown={onKeyDown}
        ref={box}
        role="combobox"
        spellCheck={false}
        type="text"
        value={query}
      />
      <p
        aria-live="polite"
        className={`ops-search__said${problem ? ' ops-search__said--bad' : ''}`}
      >
        {said(hits, { isAsking, problem })}
      </p>
      <div aria-label="Found" className="ops-search__hits" id={`${prefix}-hits`} role="listbox">
        {hits.map((hit, place) => (
          <a
            aria-selected={hit === active}
            className="ops-search__hit"
            href={hit.address}
            id={idOf(hit)}
            key={hit.key}
            onMouseMove={() => setChosen(place)}
            role="option"
            tabIndex={-1}
          >
            <span>{hit.label}</span>
            <span className="ops-muted">{[hit.detail, hit.group].filter(Boolean).join(', ')}</span>
          </a>
        ))}
      </div>
      <label className="ops-check ops-search__slash">
        <input
          checked={isSlashOn}
          onChange={(event) => onSlash(event.target.checked)}
          type="checkbox"
        />
        <span>The / key opens this search, too</span>
      </label>
    </Dialog>
  )
}
