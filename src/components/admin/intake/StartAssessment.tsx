'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { callApi } from '../actions/callApi'

/** Starts an assessment for somebody who came without a history form. */
export const StartAssessment = ({ patient }: { patient: string }) => {
  const router = useRouter()
  const start = async (): Promise<void> => {
    const answer = await callApi('/api/intake-assessments', { body: { patient } })
    const doc = answer.ok ? (answer.body['doc'] as { id?: string } | undefined) : undefined // Payload's answer to a create
    if (doc?.id) return router.push(`/admin/intake/${doc.id}`)
    toast.error(
      answer.ok
        ? 'The assessment could not be opened.'
        : answer.findings.map(({ message }) => message).join(' '),
    )
  }
  return (
    <div>
      <button className="ops-button ops-button--primary" onClick={start} type="button">
        Start assessment
      </button>
    </div>
  )
}
