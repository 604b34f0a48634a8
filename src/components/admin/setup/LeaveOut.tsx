'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { useAwake } from './useAwake'

type Props = { step: string; label: string; next: string }

/** Goes on without what a step asks for, on purpose; the checklist keeps saying what is missing. */
export const LeaveOut = ({ step, label, next }: Props) => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const press = async (): Promise<void> => {
    setBusy(true)
    const answer = await callApi('/api/globals/setup/leave-out', { body: { step } })
    setBusy(false)
    if (answer.ok) router.push(next)
    else toast.error(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  return (
    <button className="ops-button" disabled={isBusy || !isAwake} onClick={press} type="button">
      {label}
    </button>
  )
}
