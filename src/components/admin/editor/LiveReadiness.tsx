'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Readiness, type ReadinessItem } from '../ui/Readiness'

type Check = { ok: boolean; message: string; path?: string; fixUrl?: string }

type Props = {
  slug: string
  id: string
  /** Asked again when it changes. */
  rev: number | string
  /** Where on this page a check is met, by its path; null when it is elsewhere. */
  anchorOf?: (path: string) => string | null
}

/** The list of what is there and what is missing, from the server's own rules; fresh after every save. */
export const LiveReadiness = ({ slug, id, rev, anchorOf }: Props) => {
  const [items, setItems] = useState<ReadinessItem[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision has a new answer
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await callApi(`/api/${slug}/${id}/readiness`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (abort.signal.aborted || !answer.ok) return
      const checks = Array.isArray(answer.body['checks']) ? (answer.body['checks'] as Check[]) : [] // readiness endpoint
      setItems(
        checks.map(({ ok, message, path, fixUrl }) => ({
          ok,
          message,
          href: fixUrl ?? (path ? anchorOf?.(path) : null),
        })),
      )
    }
    void load()
    return () => abort.abort()
  }, [slug, id, rev, anchorOf])
  if (!items) return <p className="ops-muted">Checking…</p>
  const open = items.filter(({ ok }) => !ok).length
  return (
    <div className="ops-stack">
      <p aria-live="polite">
        <strong>
          {open === 0
            ? 'Ready to sign.'
            : open === 1
              ? 'One thing is missing.'
              : `${open} things are missing.`}
        </strong>
      </p>
      <Readiness items={items} />
    </div>
  )
}
