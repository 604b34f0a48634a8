'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { useAwake } from './useAwake'

/** Ends the guided start: from then on the first page no longer asks for it. */
export const FinishButton = () => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const press = async (): Promise<void> => {
    setBusy(true)
    const answer = await callApi('/api/globals/setup/finish')
    setBusy(false)
    const said = answer.ok ? String(answer.body['message'] ?? '') : answer.findings[0]?.message
    if (answer.ok) toast.success(said ?? 'Done.')
    else toast.error(said ?? 'That did not work. Try again.')
    router.refresh()
  }
  return (
    <div className="ops-row">
      <button
        className="ops-button ops-button--primary"
        disabled={isBusy || !isAwake}
        onClick={press}
        type="button"
      >
        {isBusy ? 'Finishing…' : 'Everything is there: finish'}
      </button>
    </div>
  )
}
