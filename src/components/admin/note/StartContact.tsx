'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { callApi } from '../actions/callApi'

/** A note about a call or another contact outside a session. */
export const StartContact = ({ patient }: { patient: string }) => {
  const router = useRouter()
  const start = async (): Promise<void> => {
    const answer = await callApi('/api/progress-notes', {
      body: { kind: 'contact', patient, contactKind: 'phone' },
    })
    const doc = answer.ok ? (answer.body['doc'] as { id?: string } | undefined) : undefined // Payload's answer to a create
    if (doc?.id) return router.push(`/admin/note/${doc.id}`)
    toast.error(
      answer.ok
        ? 'The note could not be opened.'
        : answer.findings.map(({ message }) => message).join(' '),
    )
  }
  return (
    <button className="ops-button" onClick={start} type="button">
      Contact note
    </button>
  )
}
