'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

const minuteMs = 60_000
const everyMs = 5_000

const inWords = (ms: number): string => {
  const minutes = Math.ceil(ms / minuteMs)
  if (ms <= minuteMs) return 'less than a minute left'
  return `${minutes} minutes left`
}

/** Counts the minutes down from what the server said, and reads the page again when they are over. */
export const TimeLeft = ({ msLeft }: { msLeft: number }) => {
  const router = useRouter()
  const [left, setLeft] = useState(msLeft)
  useEffect(() => {
    const startedAt = performance.now()
    setLeft(msLeft)
    const timer = setInterval(() => {
      const now = msLeft - (performance.now() - startedAt)
      setLeft(now)
      if (now > 0) return
      clearInterval(timer)
      router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [msLeft, router])
  return <strong className="ops-number">{left > 0 ? inWords(left) : 'over'}</strong>
}
