'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 4000

/** Reads the page again every few seconds while something on it goes on by itself. */
export const RefreshWhile = ({ isRunning }: { isRunning: boolean }) => {
  const router = useRouter()
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [isRunning, router])
  return null
}
