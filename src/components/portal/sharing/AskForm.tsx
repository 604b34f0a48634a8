'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { exportFormats } from '@/src/domain/sharing/exports'
import type { RecordClass } from '@/src/domain/sharing/recordClasses'
import { ErrorSummary } from '../ErrorSummary'
import { problemAt, TextField } from '../TextField'
import { usePortalForm, useUnsavedWarning } from '../usePortalForm'
import { ClassesField, classesOf } from './ClassesField'
import { RangeFields } from './RangeFields'
import { SelectField } from './SelectField'

const names = ['recordsFrom', 'recordsTo', 'format', 'wishes'] as const

type Props = { classes: readonly RecordClass[]; isOwn: boolean }

/** Asking for one's own record, or for that of whom one acts for. */
export const AskForm = ({ classes: offered, isOwn }: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, form, send, fail }) => {
    const classes = classesOf(values)
    if (!classes)
      return fail([{ path: 'classes', message: 'Tick at least one part of the record.' }])
    const filled = names.flatMap((name) => (values[name] ? [[name, values[name]]] : []))
    const body = { ...Object.fromEntries(filled), classes }
    const sent = await send({ path: '/record-requests/ask', body })
    if (!sent.isOk) return
    setIsDirty(false)
    form.reset()
    router.refresh()
    window.scrollTo({ top: 0 })
  })

  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <ClassesField
        legend="What do you want?"
        offered={offered}
        problem={problemAt(problems, 'classes')}
      />
      <RangeFields problems={problems} />
      <SelectField
        name="format"
        label="In which form?"
        options={exportFormats}
        defaultValue="pdf"
        problem={problemAt(problems, 'format')}
      />
      <TextField
        name="wishes"
        label="Anything else?"
        isOptional
        type="lines"
        maxLength={2000}
        problem={problemAt(problems, 'wishes')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Sending…' : isOwn ? 'Ask for my records' : 'Ask for the records'}
        </button>
      </div>
    </form>
  )
}
