'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { ErrorSummary } from '../ErrorSummary'
import { SignatureFields, signatureProblems } from '../SignatureFields'
import type { Problem } from '../sendRequest'
import { problemAt, TextField } from '../TextField'
import { usePortalForm, useUnsavedWarning } from '../usePortalForm'
import { ClassesField, classesOf } from './ClassesField'
import { RangeFields } from './RangeFields'
import { SelectField } from './SelectField'

const others = recipientKinds.filter(({ value }) => value !== 'patient')

const asked: readonly [name: string, message: string][] = [
  ['recipientName', 'Write who may get your records.'],
  ['recipientKind', 'Say what kind of person or place it is.'],
  ['purposeCode', 'Say what it is for.'],
  ['expiresOn', 'Choose the last day on which we may share.'],
]

const missingIn = (values: Readonly<Record<string, string>>, classes: string): Problem[] => {
  const empty = asked
    .filter(([name]) => !values[name])
    .map(([path, message]) => ({ path, message }))
  const nothing = { path: 'classes', message: 'Tick at least one part of your record.' }
  return [...empty, ...(classes ? [] : [nothing]), ...signatureProblems(values)]
}

const sentNames = [
  'recipientName',
  'recipientKind',
  'recipientAddress',
  'purposeCode',
  'purpose',
  'recordsFrom',
  'recordsTo',
  'expiresOn',
  'signerName',
] as const

type Props = { statements: readonly string[]; practice: string }

/** Letting somebody have parts of one's record: who, what, what for, until when, and the signature. */
export const AllowForm = ({ statements, practice }: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, send, fail }) => {
    const classes = classesOf(values)
    const missing = missingIn(values, classes)
    if (missing.length) return fail(missing)
    const filled = sentNames.flatMap((name) => (values[name] ? [[name, values[name]]] : []))
    const body = { ...Object.fromEntries(filled), classes, agree: true }
    const sent = await send({ path: '/releases/give', body })
    if (!sent.isOk) return
    setIsDirty(false)
    router.push('/portal/sharing')
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="recipientName"
        label="Who may get them?"
        help="A person or a place, such as your doctor or a school."
        autoComplete="off"
        maxLength={200}
        problem={problemAt(problems, 'recipientName')}
      />
      <SelectField
        name="recipientKind"
        label="What kind of person or place is it?"
        options={others}
        problem={problemAt(problems, 'recipientKind')}
      />
      <TextField
        name="recipientAddress"
        label="Where do we reach them?"
        help="Address, phone, fax or e-mail, as far as you know."
        isOptional
        autoComplete="off"
        maxLength={500}
        problem={problemAt(problems, 'recipientAddress')}
      />
      <ClassesField legend="What may they get?" problem={problemAt(problems, 'classes')} />
      <RangeFields problems={problems} />
      <SelectField
        name="purposeCode"
        label="What is it for?"
        options={sharingPurposes}
        problem={problemAt(problems, 'purposeCode')}
      />
      <TextField
        name="purpose"
        label="Anything more about it?"
        isOptional
        autoComplete="off"
        maxLength={1000}
        problem={problemAt(problems, 'purpose')}
      />
      <TextField
        name="expiresOn"
        label="Until which day?"
        help="After this day it ends by itself. You can take it back before, at any time."
        type="date"
        problem={problemAt(problems, 'expiresOn')}
      />
      <section className="document" aria-label="What you sign">
        <p>I allow {practice} to share what I ticked above with whom I named, until that day.</p>
        <ul>
          {statements.map((statement) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      </section>
      <SignatureFields problems={problems} agreement="I have read this and I agree." />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Signing…' : 'Sign'}
        </button>
      </div>
    </form>
  )
}
