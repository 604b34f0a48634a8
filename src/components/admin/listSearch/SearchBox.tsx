'use client'
import { useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { use, useEffect, useId, useRef } from 'react'
import { typedIn } from './listChanges'
import { SearchState } from './searchState'

const count = (total: number): string => (total === 1 ? '1 found.' : `${total} found.`)

const outcomeOf = (total: number, isSearched: boolean): string => {
  if (total) return count(total)
  return isSearched
    ? 'Nothing fits. Try the beginning of one word only, or show the whole list.'
    : 'Nothing fits these filters. Take one away, or show the whole list.'
}

/** Words are looked for when they are sent, by Enter or the button: what is half typed is nobody's business. */
export const SearchBox = ({ label, whole }: { label: string; whole: string }) => {
  const id = useId()
  const path = usePathname()
  const { isInDrawer } = useListDrawerContext()
  const { data, handleSearchChange, query } = useListQuery()
  const { answered, isOver, problem } = use(SearchState)
  const box = useRef<HTMLInputElement>(null)
  const typed = typedIn(query ?? {})
  const { search, where } = typed
  const isNarrowed = Boolean(search || where)
  const isWaiting = answered !== null && JSON.stringify(answered) !== JSON.stringify(typed)
  useEffect(() => {
    if (box.current) box.current.value = search ?? ''
  }, [search])
  const submit = (event: React.FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const words = new FormData(event.currentTarget).get('words')
    void handleSearchChange?.(String(words ?? '').trim())
  }
  // The filters and what is typed beside them go as well: the list opens anew.
  const showAll = (): void => {
    if (isInDrawer) void handleSearchChange?.('')
    else window.location.assign(`${path}${whole}`)
  }
  const outcome = isWaiting
    ? 'Searching…'
    : isNarrowed
      ? outcomeOf(data?.totalDocs ?? 0, Boolean(search))
      : ''
  const over =
    'What was searched for here is no longer kept. The whole list is shown: type it again.'
  const said = problem || (isOver && !isNarrowed ? over : outcome)
  return (
    <div className="ops-root ops-list-search">
      {label ? (
        <search>
          <form className="ops-list-search__form" method="post" onSubmit={submit}>
            <label htmlFor={id}>{label}</label>
            <input
              autoComplete="off"
              className="ops-input"
              defaultValue={search ?? ''}
              id={id}
              maxLength={200}
              name="words"
              ref={box}
              type="search"
            />
            <button className="ops-button" type="submit">
              Search
            </button>
          </form>
        </search>
      ) : null}
      <p className={problem ? 'ops-list-search__problem' : undefined} role="status">
        {said}
      </p>
      {isNarrowed ? (
        <button className="ops-button" onClick={showAll} type="button">
          Show the whole list
        </button>
      ) : null}
    </div>
  )
}
