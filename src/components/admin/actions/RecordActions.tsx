'use client'
import { useEffect, useState } from 'react'
import { ActionButton } from './ActionButton'
import { callApi } from './callApi'
import type { FieldValues, OfferedAction } from './types'

type Props = {
  slug: string
  id: string
  /** Read again when it changes. */
  rev?: number
  /** Only these, in this order; all that are possible when absent. */
  only?: readonly string[]
  except?: readonly string[]
  /** As many stand in sight, the others behind a button; all of them when absent. */
  inSight?: number
  initial?: FieldValues
  goTo?: string
  /** Runs first; the action is not asked for when it answers false. */
  before?: () => Promise<boolean>
}

const readActions = (body: Record<string, unknown>): OfferedAction[] =>
  Array.isArray(body['actions']) ? (body['actions'] as OfferedAction[]) : [] // GET /:id/actions

/** What this person can do with a record now, as buttons; the first primary one stands out. */
export const RecordActions = ({
  slug,
  id,
  rev,
  only,
  except,
  inSight,
  initial,
  goTo,
  before,
}: Props) => {
  const [actions, setActions] = useState<OfferedAction[]>([])
  const [current, setCurrent] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may offer other actions
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await callApi(`/api/${slug}/${id}/actions`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (abort.signal.aborted || !answer.ok) return
      setActions(readActions(answer.body))
      setCurrent(typeof answer.body['rev'] === 'number' ? answer.body['rev'] : null)
    }
    void load()
    return () => abort.abort()
  }, [slug, id, rev])
  const shown = actions.filter(
    ({ name, isPossible }) =>
      isPossible && (!only || only.includes(name)) && !except?.includes(name),
  )
  const primary = shown.find(({ tone }) => tone === 'primary')
  const button = (action: OfferedAction) => (
    <ActionButton
      action={action}
      before={before}
      goTo={goTo}
      initial={initial}
      isPrimary={action === primary}
      key={action.name}
      target={{ slug, id, rev: before ? null : current }}
    />
  )
  const others = shown.slice(inSight ?? shown.length)
  return (
    <>
      {shown.slice(0, inSight).map(button)}
      {others.length ? (
        <details className="ops-more">
          <summary className="ops-button">More</summary>
          <div className="ops-more__list">{others.map(button)}</div>
        </details>
      ) : null}
    </>
  )
}
