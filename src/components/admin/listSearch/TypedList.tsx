'use client'
import {
  DefaultListView,
  ListQueryProvider,
  useListDrawerContext,
  useListQuery,
} from '@payloadcms/ui'
import type { ListQuery, ListViewClientProps } from 'payload'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { callApi } from '../actions/callApi'
import { openChanges, openPart, type Typed, typedIn } from './listChanges'
import { SearchState } from './searchState'

type FollowProps = {
  address: ListQuery
  typed: Typed
  silently: (change: () => void) => void
  children: ReactNode
}

/** Payload's arrows between pages have no names of their own. */
const nameArrows = (): void => {
  for (const [side, name] of [
    ['left', 'Page before'],
    ['right', 'Next page'],
  ] as const)
    for (const arrow of document.querySelectorAll(`.collection-list .clickable-arrow--${side}`))
      arrow.setAttribute('aria-label', name)
}

/** Keeps the inner list in step with the address, and gives it back what was typed when the page was left. */
const Follow = ({ address, children, silently, typed }: FollowProps) => {
  const { refineListData } = useListQuery()
  const [isReady, setReady] = useState(!typed.search && !typed.where)
  const refine = useRef(refineListData)
  const restored = useRef<Typed | null>(structuredClone(typed))
  useLayoutEffect(() => {
    refine.current = refineListData
  }, [refineListData])
  useLayoutEffect(() => {
    const before = restored.current ?? {}
    restored.current = null
    silently(() => void refine.current({ ...openPart(address), ...before }, false))
    setReady(true)
  }, [address, silently])
  useLayoutEffect(nameArrows)
  return isReady ? children : null
}

type Props = { isOver: boolean; typed: Typed; view: ListViewClientProps }

/**
 * Payload's list writes what is typed above it into the address. Here a list within the list takes it: it is sent
 * in a body, and the address gets the key of what was sent.
 */
const ListByKey = ({ isOver, typed, view }: Props) => {
  const outer = useListQuery()
  const address = useRef(outer)
  const sent = useRef(JSON.stringify(typed))
  const turn = useRef(0)
  const isSilent = useRef(false)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    address.current = outer
  }, [outer])
  const silently = useRef((change: () => void): void => {
    isSilent.current = true
    change()
    isSilent.current = false
  })
  const keyOf = async (asked: Typed): Promise<string | undefined> => {
    if (!asked.search && !asked.where) return undefined
    const answer = await callApi(`/api/list-searches/${view.collectionSlug}`, { body: asked })
    if (answer.ok) return String(answer.body['key'])
    throw new Error(answer.findings.map(({ message }) => message).join(' '))
  }
  const change = async (next: ListQuery): Promise<void> => {
    if (isSilent.current) return
    const asked = typedIn(next)
    const text = JSON.stringify(asked)
    const changes = openChanges(next, address.current.query)
    if (text === sent.current) {
      if (Object.keys(changes).length) await address.current.refineListData(changes)
      return
    }
    sent.current = text
    turn.current += 1
    const mine = turn.current
    try {
      const find = await keyOf(asked)
      if (mine !== turn.current) return
      setProblem('')
      await address.current.refineListData({ ...changes, find, page: 1 })
    } catch (error) {
      if (mine !== turn.current) return
      sent.current = ''
      setProblem(error instanceof Error ? error.message : '')
    }
  }
  return (
    <SearchState value={{ answered: typed, isOver, problem }}>
      <ListQueryProvider
        collectionSlug={view.collectionSlug}
        data={outer.data}
        modifySearchParams={false}
        onQueryChange={(next) => void change(next)}
        orderableFieldName={outer.orderableFieldName}
        query={outer.query}
      >
        <Follow address={outer.query} silently={silently.current} typed={typed}>
          <DefaultListView {...view} />
        </Follow>
      </ListQueryProvider>
    </SearchState>
  )
}

/** In a drawer nothing is written into an address: the list asks by a body as it is. */
export const TypedList = (props: Props) => {
  const { isInDrawer } = useListDrawerContext()
  return isInDrawer ? <DefaultListView {...props.view} /> : <ListByKey {...props} />
}
