'use client'
import { useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import type { Where } from 'payload'
import { useCallback, useEffect, useState } from 'react'
import { WHOLE_LIST } from '@/src/domain/lists/readyFilters'
import { callApi } from '../actions/callApi'
import { activeFilter } from './activeFilter'
import { KeepFilter } from './KeepFilter'

type Ready = { key: string; title: string }
type Own = { id: string; title: string }

const ownIn = (value: unknown): Own[] => (Array.isArray(value) ? (value as Own[]) : []) // the endpoint's answer

const hasConditions = (where: Where | undefined): where is Where =>
  Boolean(where && JSON.stringify(where).includes('":{'))

type Props = {
  list: string
  ready: readonly Ready[]
  /** What the list opens with; empty where that is all of it. */
  opening: string
}

/** One press filters the list, one more shows all of it again. */
export const FilterChips = ({ list, opening, ready }: Props) => {
  const { query } = useListQuery()
  const { isInDrawer } = useListDrawerContext()
  const path = usePathname()
  const active = activeFilter(useSearchParams(), opening)
  const [own, setOwn] = useState<readonly Own[] | null>(null)
  const load = useCallback(async (): Promise<void> => {
    const answer = await callApi(`/api/list-filters/${list}`, { method: 'GET', isBackground: true })
    setOwn(answer.ok ? ownIn(answer.body['own']) : [])
  }, [list])
  useEffect(() => void load(), [load])
  const where = query?.where as Where | undefined // as the list keeps it
  const chosen = own?.find(({ id }) => id === active)
  // As links to what belongs to one record ask for it: `patient:<id>`.
  const isOfOne = active.includes(':')
  const isReady = active === WHOLE_LIST || ready.some(({ key }) => key === active)
  const isUnknown = active && own && !chosen && !isReady && !isOfOne
  // The list keeps what its address said when it was opened: each filter opens it anew.
  const kept = (id: string): void => {
    window.location.assign(`${path}?filter=${id}`)
  }
  const whole = opening ? `${path}?filter=${WHOLE_LIST}` : path
  const remove = async ({ id }: Own): Promise<void> => {
    await callApi(`/api/list-filters/${list}/${id}`, { method: 'DELETE' })
    window.location.assign(path)
  }
  const chip = (name: string, title: string) => (
    <a
      aria-current={name === active ? 'true' : undefined}
      href={name === active ? whole : `${path}?filter=${name}`}
      key={name}
    >
      {title}
    </a>
  )
  // There a record is chosen for a field; the address is that of the page beneath.
  if (isInDrawer) return null
  if (!ready.length && !own?.length && !hasConditions(where) && !active) return null
  return (
    <div className="ops-root ops-list-filters">
      <nav aria-label="Filters of this list" className="ops-tabs ops-small">
        {ready.map(({ key, title }) => chip(key, title))}
        {own?.map(({ id, title }) => chip(id, title))}
        {opening ? (
          <a aria-current={!active || active === WHOLE_LIST ? 'true' : undefined} href={whole}>
            All
          </a>
        ) : null}
        {isOfOne ? chip(active, active.startsWith('patient:') ? 'Of one patient' : 'Of one') : null}
      </nav>
      {chosen ? (
        <button className="ops-button" onClick={() => void remove(chosen)} type="button">
          Remove "{chosen.title}"
        </button>
      ) : null}
      {isUnknown ? (
        <p role="status">This filter is no longer there. The whole list is shown.</p>
      ) : null}
      {hasConditions(where) ? <KeepFilter list={list} onKept={kept} where={where} /> : null}
    </div>
  )
}
