'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import type { Problem } from './sendRequest'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

type Contact = {
  id: string | null
  rev: number | null
  name: string
  relationship: string
  phone: string
}

type Props = {
  patientId: string
  packetItemId: string | null
  contact: Contact
  nextHref: string
}

const asks = {
  name: 'Enter the name of the person we may call.',
  relationship: 'Enter who they are to you, for example sister.',
  phone: 'Enter a phone number with area code.',
} as const

/** Whom the practice may call in an emergency. */
export const EmergencyForm = ({ patientId, packetItemId, contact, nextHref }: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const stored = useRef({ id: contact.id, rev: contact.rev })
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const onSubmit = submit(async ({ values, send, fail }) => {
    const missing: Problem[] = Object.entries(asks).flatMap(([path, message]) =>
      values[path] ? [] : [{ path, message }],
    )
    if (values['phone'] && values['phone'].replaceAll(/\D/g, '').length < 10) {
      missing.push({ path: 'phone', message: asks.phone })
    }
    if (missing.length) return fail(missing)
    const { id, rev } = stored.current
    const sent = id
      ? await send({
          path: `/related-persons/${id}`,
          method: 'PATCH',
          body: { ...values, ...(rev === null ? {} : { rev }) },
        })
      : await send({
          path: '/related-persons',
          body: { ...values, patient: patientId, isEmergencyContact: true },
        })
    if (!sent.isOk) return
    const { doc } = sent.body
    if (doc && typeof doc === 'object' && 'id' in doc) {
      const saved = doc as { id: unknown; rev?: unknown } // the record as our API answers it
      stored.current = {
        id: String(saved.id),
        rev: typeof saved.rev === 'number' ? saved.rev : null,
      }
    }
    if (packetItemId) {
      const done = await send({ path: `/packet-items/${packetItemId}/complete`, body: {} })
      if (!done.isOk) return
    }
    setIsDirty(false)
    router.push(nextHref)
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="name"
        label="Their name"
        defaultValue={contact.name}
        maxLength={120}
        problem={problemAt(problems, 'name')}
      />
      <TextField
        name="relationship"
        label="Who they are to you"
        help="For example: sister, husband, friend."
        defaultValue={contact.relationship}
        maxLength={80}
        problem={problemAt(problems, 'relationship')}
      />
      <TextField
        name="phone"
        label="Their phone number"
        type="tel"
        inputMode="tel"
        defaultValue={contact.phone}
        maxLength={40}
        problem={problemAt(problems, 'phone')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Saving…' : 'Save'}
        </button>
      </div>
    </form>
  )
}
