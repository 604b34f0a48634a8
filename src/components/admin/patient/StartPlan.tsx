'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { callApi } from '../actions/callApi'

/** Starts an empty plan, for those who do not wait for the assessment to draft one. */
export const StartPlan = ({ patient }: { patient: string }) => {
  const router = useRouter()
  const start = async (): Promise<void> => {
    const answer = await callApi('/api/treatment-plans', { body: { patient } })
    if (answer.ok) return router.refresh()
    toast.error(answer.findings.map(({ message }) => message).join(' '))
  }
  return (
    <div>
      <button className="ops-button ops-button--primary" onClick={start} type="button">
        Start a plan
      </button>
    </div>
  )
}
