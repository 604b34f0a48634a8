'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { amendableClasses } from '@/src/domain/sharing/amendments'
import { ErrorSummary } from './ErrorSummary'
import { fieldId } from './fieldId'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

/** Asks to change what the record says; about one note where it was opened from there. */
export const AmendmentForm = ({ noteId, noteTitle }: { noteId: string; noteTitle: string }) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, send }) => {
    const { about = '', toTell = '', wish = '', wrong = '' } = values
    const sent = await send({
      path: '/amendment-requests/ask',
      body: { about: noteId ? 'notes' : about, wrong, wish, toTell, note: noteId || null },
    })
    if (!sent.isOk) return
    setIsDirty(false)
    router.push('/portal/amendments?sent=1')
    router.refresh()
  })

  const problem = problemAt(problems, 'about')
  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      {noteId ? (
        <p>
          About: <strong>{noteTitle}</strong>
        </p>
      ) : (
        <div className="field">
          <label htmlFor={fieldId('about')}>What is it about?</label>
          {problem ? <p className="problem">{problem}</p> : null}
          <select
            aria-invalid={problem ? true : undefined}
            defaultValue=""
            id={fieldId('about')}
            name="about"
          >
            <option value="">Choose</option>
            {amendableClasses.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextField
        name="wrong"
        label="What is wrong or missing?"
        type="lines"
        maxLength={4000}
        problem={problemAt(problems, 'wrong')}
      />
      <TextField
        name="wish"
        label="What should it say?"
        type="lines"
        maxLength={4000}
        problem={problemAt(problems, 'wish')}
      />
      <TextField
        name="toTell"
        label="Whom should we tell when it is changed?"
        help="Such as a doctor who has the old version."
        type="lines"
        maxLength={1000}
        isOptional
        problem={problemAt(problems, 'toTell')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Sending…' : 'Send my request'}
        </button>
      </div>
    </form>
  )
}
