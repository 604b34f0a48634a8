'use client'

import { useState } from 'react'
import { detailFields } from '@/src/lib/portal/detailFields'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

const channels = [
  { name: 'mayEmail', label: 'You may e-mail me about appointments' },
  { name: 'mayText', label: 'You may text me' },
  { name: 'mayLeaveVoicemail', label: 'You may leave a voicemail' },
] as const

type Channel = (typeof channels)[number]['name']

type Props = {
  patientId: string
  rev: number
  values: Readonly<Record<string, string>>
  allowed: Readonly<Record<Channel, boolean>>
}

/** Contact data and how the practice may reach somebody. */
export const DetailsForm = ({ patientId, rev, values, allowed }: Props) => {
  const [current, setCurrent] = useState(rev)
  const [isSaved, setIsSaved] = useState(false)
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values: typed, send, fail }) => {
    setIsSaved(false)
    if (!typed['phone'] && !typed['email']) {
      return fail([{ path: 'phone', message: 'Leave us a phone number or an e-mail address.' }])
    }
    const region = typed['region']?.toUpperCase()
    const texts = detailFields.map(({ name }) => [
      name,
      (name === 'region' ? region : typed[name]) || null,
    ])
    const boxes = channels.map(({ name }) => [name, typed[name] === 'yes'])
    const sent = await send({
      path: `/patients/${patientId}`,
      method: 'PATCH',
      body: { ...Object.fromEntries([...texts, ...boxes]), rev: current },
    })
    if (!sent.isOk) return
    const { doc } = sent.body
    if (doc && typeof doc === 'object' && 'rev' in doc) setCurrent(Number(doc.rev))
    setIsDirty(false)
    setIsSaved(true)
    window.scrollTo({ top: 0 })
  })

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
          <p>Saved.</p>
        </Notice>
      ) : null}
      {detailFields.map(({ name, ...field }) => (
        <TextField
          key={name}
          name={name}
          {...field}
          defaultValue={values[name]}
          problem={problemAt(problems, name)}
        />
      ))}
      <fieldset>
        <legend>How may we reach you?</legend>
        {channels.map(({ name, label }) => (
          <label className="choice" key={name}>
            <input type="checkbox" name={name} value="yes" defaultChecked={allowed[name]} />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Saving…' : 'Save'}
        </button>
      </div>
    </form>
  )
}
