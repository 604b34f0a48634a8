'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { useAwake } from './useAwake'

type Answered = { isOk: boolean; message: string }

/** Sends a real message and shows what the mail server said to it. */
export const MailTest = ({ to, isPrimary }: { to: string; isPrimary: boolean }) => {
  const router = useRouter()
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const press = async (): Promise<void> => {
    setBusy(true)
    setAnswered(null)
    const answer = await callApi('/api/globals/setup/mail-test')
    setBusy(false)
    const message = answer.ok ? String(answer.body['message'] ?? '') : answer.findings[0]?.message
    setAnswered({ isOk: answer.ok, message: message ?? 'That did not work. Try again.' })
    if (answer.ok) router.refresh()
  }
  return (
    <>
      {answered ? (
        <Findings
          findings={[{ message: answered.message }]}
          title={answered.isOk ? 'Sent' : 'Not sent'}
          tone={answered.isOk ? 'info' : 'bad'}
        />
      ) : null}
      <div className="ops-row">
        <button
          className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
          disabled={isBusy || !isAwake}
          onClick={press}
          type="button"
        >
          {isBusy ? 'Sending…' : `Send a test to ${to}`}
        </button>
      </div>
    </>
  )
}
