'use client'

import { useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

type Props = {
  patientId: string
  rev: number
  values: Readonly<Record<'privatePhone' | 'privateEmail' | 'privateAddress', string>>
  isTicked: Readonly<Record<'mayLeaveVoicemail' | 'noEmail' | 'isNeutralOutside', boolean>>
}

/** Where and how the practice may reach somebody; nobody is asked why. */
export const ReachForm = ({ patientId, rev, values, isTicked }: Props) => {
  const [current, setCurrent] = useState(rev)
  const [isSaved, setIsSaved] = useState(false)
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values: typed, send }) => {
    setIsSaved(false)
    const sent = await send({
      path: `/patients/${patientId}`,
      method: 'PATCH',
      body: {
        privatePhone: typed['privatePhone'] || null,
        privateEmail: typed['privateEmail'] || null,
        privateAddress: typed['privateAddress'] || null,
        mayLeaveVoicemail: typed['mayLeaveVoicemail'] === 'yes',
        noEmail: typed['noEmail'] === 'yes',
        isNeutralOutside: typed['isNeutralOutside'] === 'yes',
        rev: current,
      },
    })
    if (!sent.isOk) return
    const { doc } = sent.body
    if (doc && typeof doc === 'object' && 'rev' in doc) setCurrent(Number(doc.rev))
    setIsDirty(false)
    setIsSaved(true)
    window.scrollTo({ top: 0 })
  })

  const box = (name: keyof Props['isTicked'], label: string) => (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={isTicked[name]} />
      {label}
    </label>
  )

  return (
    <form
      method="post"
      onSubmit={onSubmit}
      onChange={() => {
        setIsDirty(true)
        setIsSaved(false)
      }}
      noValidate
    >
      <ErrorSummary problems={problems} />
      {isSaved ? (
        <Notice tone="ok" isAnnounced>
          <p>Saved. From now on we reach you like this.</p>
        </Notice>
      ) : null}
      <TextField
        name="privatePhone"
        label="Call me only at this number"
        type="tel"
        maxLength={40}
        isOptional
        defaultValue={values.privatePhone}
        problem={problemAt(problems, 'privatePhone')}
      />
      {box('mayLeaveVoicemail', 'You may leave a voicemail')}
      <TextField
        name="privateEmail"
        label="E-mail me only at this address"
        type="email"
        isOptional
        help="What is about signing in still goes to the address you sign in with."
        defaultValue={values.privateEmail}
        problem={problemAt(problems, 'privateEmail')}
      />
      {box('noEmail', 'Send me no e-mail: I look here myself')}
      <TextField
        name="privateAddress"
        label="Send letters only to this address"
        type="lines"
        maxLength={300}
        isOptional
        defaultValue={values.privateAddress}
        problem={problemAt(problems, 'privateAddress')}
      />
      {box('isNeutralOutside', 'Nothing on the outside of a letter or e-mail says who writes')}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Saving…' : 'Save'}
        </button>
      </div>
    </form>
  )
}
