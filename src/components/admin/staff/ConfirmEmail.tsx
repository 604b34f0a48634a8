'use client'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'

/** Takes the link in the mail to a new address as its proof, when the person says so. */
export const ConfirmEmail = () => {
  const [messages, setMessages] = useState<string[]>([])
  const [isDone, setDone] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    // The token stands behind the # so that it reaches no server log and no referrer.
    const token = window.location.hash.slice(1)
    const answer = await callApi('/api/auth/staff/email/confirm', { body: { token } })
    setBusy(false)
    if (answer.ok) setDone(true)
    else setMessages(answer.findings.map(({ message }) => message))
  }
  if (isDone) {
    return (
      <p role="status">
        Your new address is in use. <a href="/admin">Sign in with it</a>
      </p>
    )
  }
  return (
    <div className="ops-form">
      {messages.length ? (
        <Findings
          findings={messages.map((message) => ({ message }))}
          title="The address is not changed"
        />
      ) : null}
      <button
        className="ops-button ops-button--primary"
        disabled={isBusy}
        onClick={confirm}
        type="button"
      >
        {isBusy ? 'Confirming…' : 'Use this address'}
      </button>
    </div>
  )
}
