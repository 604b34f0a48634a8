'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Chip } from '../ui/Chip'
import { Readiness, type ReadinessItem } from '../ui/Readiness'

type Finding = { ok: boolean; message: string; fix?: { label?: string; url?: string } }

type Props = { id: string; isGreen: boolean; findings: number; isOpen: boolean }

/** The sentences of a claim's check, asked for when the card is opened. */
export const ClaimReadiness = ({ id, isGreen, findings, isOpen: isFirst }: Props) => {
  const [isOpen, setOpen] = useState(isFirst)
  const [items, setItems] = useState<ReadinessItem[] | null>(null)
  useEffect(() => {
    if (!isOpen) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await callApi(`/api/claims/${id}/readiness`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (abort.signal.aborted || !answer.ok) return
      const list = Array.isArray(answer.body['findings'])
        ? (answer.body['findings'] as Finding[])
        : [] // readiness endpoint
      setItems(list.map(({ ok, message, fix }) => ({ ok, message, href: fix?.url ?? null })))
    }
    void load()
    return () => abort.abort()
  }, [id, isOpen])
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} open={isOpen}>
      <summary>
        {isGreen ? (
          <Chip tone="ok">Nothing is missing</Chip>
        ) : (
          <Chip tone="bad">
            {findings === 1 ? '1 thing is missing' : `${findings} things are missing`}
          </Chip>
        )}
      </summary>
      {items ? <Readiness items={items} /> : <p className="ops-small ops-muted">Checking…</p>}
    </details>
  )
}
