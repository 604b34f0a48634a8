'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import { callApi } from '../actions/callApi'

type Props = {
  id: string
  /** Reads the page again when the last claim is in the books. */
  refreshes?: boolean
}

type Standing = { done: number; all: number; isOver: boolean }

const everyMs = 1000

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const readStanding = async (id: string): Promise<Standing | null> => {
  const [record, items] = await Promise.all([
    callApi(`/api/remittances/${id}?depth=0`, { method: 'GET', isBackground: true }),
    callApi(`/api/remittance-items/count?where[remittance][equals]=${id}`, {
      method: 'GET',
      isBackground: true,
    }),
  ])
  if (!record.ok || !items.ok) return null
  return {
    done: numberOf(items.body['totalDocs']),
    all: numberOf(record.body['claimCount']),
    isOver: !['imported', 'posting'].includes(String(record.body['status'])),
  }
}

/** How many claims of a remittance are in the books while it is posted. */
export const PostingProgress = ({ id, refreshes = false }: Props) => {
  const router = useRouter()
  const label = useId()
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const now = await readStanding(id)
      if (isGone) return
      if (now) setStanding(now)
      if (now?.isOver) {
        if (refreshes) router.refresh()
        return
      }
      timer = setTimeout(() => void look(), everyMs)
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [id, refreshes, router])
  if (!standing) return null
  const { done, all } = standing
  return (
    <div className="ops-stack" role="status">
      <p id={label}>
        <strong>Posting.</strong> {done.toLocaleString('en-US')} of {all.toLocaleString('en-US')}{' '}
        claims are in the books. It goes on by itself when you leave.
      </p>
      <progress
        aria-labelledby={label}
        className="ops-progress"
        max={Math.max(all, 1)}
        value={Math.min(done, all)}
      />
    </div>
  )
}
