'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../actions/callApi'

type Props = { session: string; patient: string; isIntake: boolean; isPrimary?: boolean }

/** Opens the note of a session, made on the first press with what plan and session say already. */
export const StartNote = ({ session, patient, isIntake, isPrimary }: Props) => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const look = `ops-button${isPrimary ? ' ops-button--primary' : ''}`
  if (isIntake) {
    return (
      <a className={look} href={`/admin/patient/${patient}?section=intake`}>
        Write assessment
      </a>
    )
  }
  const start = async (): Promise<void> => {
    setBusy(true)
    const answer = await callApi('/api/progress-notes', {
      body: { session },
      idempotencyKey: `note-of-${session}`,
    })
    if (answer.ok) {
      const doc = answer.body['doc'] as { id?: string } | undefined // Payload's answer to a create
      return router.push(`/admin/note/${doc?.id ?? ''}`)
    }
    setBusy(false)
    const [finding] = answer.findings
    if (finding?.fixUrl) return router.push(finding.fixUrl)
    toast.error(finding?.message ?? 'The note could not be started.')
  }
  return (
    <button className={look} disabled={isBusy} onClick={start} type="button">
      {isBusy ? 'Opening…' : 'Write note'}
    </button>
  )
}
