'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import { countOf } from '@/src/domain/countOf'
import { goOn, type Standing } from './goOn'
import { busyWordsOf } from './words'

type Props = { id: string; first: Standing }

/** Works on an import while somebody looks; the server goes on when they leave. */
export const RunProgress = ({ id, first }: Props) => {
  const router = useRouter()
  const label = useId()
  const [standing, setStanding] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isOver = false
    const work = async (): Promise<void> => {
      const stopped = await goOn(id, setStanding, () => isOver)
      if (isOver) return
      setProblem(stopped)
      if (!stopped) router.refresh()
    }
    void work()
    return () => {
      isOver = true
    }
  }, [id, router])
  const { doneCount, lineCount, status } = standing
  const left = Math.max(lineCount - doneCount, 0)
  return (
    <div className="ops-stack" role="status">
      <p id={label}>
        <strong>{busyWordsOf(status) ?? 'Done'}.</strong> {countOf(left, 'line')} left. You may
        leave this page: it goes on by itself.
      </p>
      <progress
        aria-labelledby={label}
        className="ops-progress"
        max={lineCount}
        value={doneCount}
      />
      {problem ? <p className="ops-error">{problem}</p> : null}
    </div>
  )
}
