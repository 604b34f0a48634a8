'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import type { Outgoing } from './sendRequest'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

type Props = {
  /** Name of the text in the request. */
  name: string
  label: string
  help: string
  missing: string
  button: string
  isDanger?: boolean
  outgoing: (text: string) => Outgoing
  nextHref: string
}

/** One longer text that is sent and then read by the therapist. */
export const WritingForm = ({
  name,
  label,
  help,
  missing,
  button,
  isDanger,
  outgoing,
  nextHref,
}: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, send, fail }) => {
    const text = values[name]
    if (!text) return fail([{ path: name, message: missing }])
    const sent = await send(outgoing(text))
    if (!sent.isOk) return
    setIsDirty(false)
    router.push(nextHref)
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name={name}
        label={label}
        help={help}
        type="lines"
        maxLength={5000}
        problem={problemAt(problems, name)}
      />
      <div className="buttons">
        <button
          type="submit"
          className={isDanger ? 'button button-danger' : 'button'}
          aria-disabled={isSending}
        >
          {isSending ? 'Sending…' : button}
        </button>
      </div>
    </form>
  )
}
