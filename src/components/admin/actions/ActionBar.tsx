'use client'
import { useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Findings } from '../ui/Findings'
import { ActionButton } from './ActionButton'
import { callApi } from './callApi'
import type { OfferedAction } from './types'

type Offer = { actions: OfferedAction[]; rev: number | null }

const readOffer = (body: Record<string, unknown>): Offer => ({
  actions: Array.isArray(body['actions']) ? (body['actions'] as OfferedAction[]) : [], // GET /:id/actions
  rev: typeof body['rev'] === 'number' ? body['rev'] : null,
})

// More than these push the days of the record out of sight.
const mostBeside = 2

/** What one can do with the open record; in the generated edit view beside Save. */
export const ActionBar = () => {
  const { id, collectionSlug, data } = useDocumentInfo()
  const isModified = useFormModified()
  const [offer, setOffer] = useState<Offer | null>(null)
  const rev = data?.['rev']
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may offer other actions
  useEffect(() => {
    if (!id || !collectionSlug) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await callApi(`/api/${collectionSlug}/${id}/actions`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (answer.ok) setOffer(readOffer(answer.body))
    }
    void load()
    return () => abort.abort()
  }, [id, collectionSlug, rev])
  const possible = (offer?.actions ?? []).filter((action) => action.isPossible)
  if (!id || !collectionSlug || !offer || !possible.length) return null
  const isLong = possible.length > mostBeside
  if (isModified) {
    return (
      <div className="ops-root ops-action-bar">
        <Findings
          findings={[{ message: 'Save first: actions work on what is saved.' }]}
          title="Not saved yet"
          tone="info"
        />
      </div>
    )
  }
  return (
    <div className={`ops-root ops-action-bar${isLong ? ' ops-action-bar--own-line' : ''}`}>
      {possible.map((action) => (
        <ActionButton
          action={action}
          key={action.name}
          target={{ slug: collectionSlug, id: String(id), rev: offer.rev }}
        />
      ))}
    </div>
  )
}
