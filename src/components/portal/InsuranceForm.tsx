'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { idIn } from '@/src/domain/row'
import { ErrorSummary } from './ErrorSummary'
import { FileField } from './FileField'
import { fieldId } from './fieldId'
import type { Problem, Sent } from './sendRequest'
import { problemAt, TextField } from './TextField'
import { type FormTools, usePortalForm, useUnsavedWarning } from './usePortalForm'

type Payer = { id: string; name: string }

type Props = {
  patientId: string
  packetItemId: string | null
  payers: readonly Payer[]
  nextHref: string
}

const largestBytes = 10_000_000
const accepted = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf']

/** What is wrong with a chosen file, before it travels. */
const fileProblem = (path: string, file: FormDataEntryValue | null): Problem[] => {
  if (!(file instanceof File) || file.size === 0) return []
  if (!accepted.includes(file.type)) {
    return [{ path, message: 'Choose a photo (JPEG, PNG or WebP) or a PDF.' }]
  }
  if (file.size <= largestBytes) return []
  const size = Math.ceil(file.size / 1_000_000)
  return [{ path, message: `This file is ${size} MB. Choose one of at most 10 MB.` }]
}

const docIdIn = (sent: Sent): string | null => (sent.isOk ? idIn(sent.body, 'doc') : null)

/** The insurance card: both sides as pictures, and what is printed on it. */
export const InsuranceForm = ({ patientId, packetItemId, payers, nextHref }: Props) => {
  const router = useRouter()
  const [isDirty, setIsDirty] = useState(false)
  const [relationship, setRelationship] = useState('self')
  // What has arrived stays arrived when a later step is refused and the form is sent again.
  const uploaded = useRef(new Map<File, string>())
  const policy = useRef<string | null>(null)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)

  const upload = async (
    { send, fail }: Pick<FormTools, 'send' | 'fail'>,
    { file, side }: { file: FormDataEntryValue | null; side: 'front' | 'back' },
  ): Promise<{ isOk: boolean; id: string | null }> => {
    if (!(file instanceof File) || file.size === 0) return { isOk: true, id: null }
    const path = side === 'front' ? 'cardFront' : 'cardBack'
    const known = uploaded.current.get(file)
    if (known) return { isOk: true, id: known }
    const body = new FormData()
    body.append('file', file)
    body.append('_payload', JSON.stringify({ patient: patientId, kind: 'insuranceCard', side }))
    const sent = await send({ path: '/documents', body })
    if (!sent.isOk) fail(sent.problems.map(({ message }) => ({ path, message })))
    const id = docIdIn(sent)
    if (id) uploaded.current.set(file, id)
    return { isOk: sent.isOk, id }
  }

  const onSubmit = submit(async ({ values, form, send, fail }) => {
    const data = new FormData(form)
    const files = { front: data.get('cardFront'), back: data.get('cardBack') }
    const isMissing = !(files.front instanceof File) || files.front.size === 0
    const found: Problem[] = [
      ...(isMissing
        ? [{ path: 'cardFront', message: 'Take or choose a picture of the front of the card.' }]
        : fileProblem('cardFront', files.front)),
      ...fileProblem('cardBack', files.back),
      ...(values['payer'] ? [] : [{ path: 'payer', message: 'Choose your insurance company.' }]),
      ...(values['memberId']
        ? []
        : [{ path: 'memberId', message: 'Enter the member ID printed on the card.' }]),
    ]
    if (found.length) return fail(found)
    const front = await upload({ send, fail }, { file: files.front, side: 'front' })
    if (!front.isOk) return
    const back = await upload({ send, fail }, { file: files.back, side: 'back' })
    if (!back.isOk) return
    if (!policy.current) {
      const body = {
        ...values,
        patient: patientId,
        priority: 'primary',
        cardFront: front.id,
        cardBack: back.id,
      }
      const made = await send({ path: '/insurance-policies', body })
      policy.current = docIdIn(made)
      if (!made.isOk) return
    }
    if (packetItemId) {
      const done = await send({ path: `/packet-items/${packetItemId}/complete`, body: {} })
      if (!done.isOk) return
    }
    setIsDirty(false)
    router.push(nextHref)
    router.refresh()
  })

  const payerProblem = problemAt(problems, 'payer')
  return (
    <form method="post" onSubmit={onSubmit} onChange={() => setIsDirty(true)} noValidate>
      <ErrorSummary problems={problems} />
      <FileField
        name="cardFront"
        label="Front of the card"
        problem={problemAt(problems, 'cardFront')}
      />
      <FileField
        name="cardBack"
        label="Back of the card"
        isOptional
        problem={problemAt(problems, 'cardBack')}
      />
      <div className="field">
        <label htmlFor={fieldId('payer')}>Insurance company</label>
        {payerProblem ? (
          <p className="problem" id={`${fieldId('payer')}-problem`}>
            {payerProblem}
          </p>
        ) : null}
        <select
          id={fieldId('payer')}
          name="payer"
          defaultValue=""
          aria-invalid={payerProblem ? true : undefined}
          aria-describedby={payerProblem ? `${fieldId('payer')}-problem` : undefined}
        >
          <option value="">Choose one</option>
          {payers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        name="memberId"
        label="Member ID"
        help="As printed on the card, letters included."
        maxLength={80}
        problem={problemAt(problems, 'memberId')}
      />
      <TextField
        name="groupNumber"
        label="Group number"
        isOptional
        maxLength={50}
        problem={problemAt(problems, 'groupNumber')}
      />
      <fieldset>
        <legend>Whose insurance is it?</legend>
        {[
          { value: 'self', label: 'Mine' },
          { value: 'spouse', label: 'My husband’s, wife’s or partner’s' },
          { value: 'child', label: 'A parent’s' },
          { value: 'other', label: 'Somebody else’s' },
        ].map(({ value, label }) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name="relationship"
              value={value}
              checked={relationship === value}
              onChange={() => setRelationship(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {relationship === 'self' ? null : (
        <>
          <TextField
            name="subscriberFirstName"
            label="Their first name"
            problem={problemAt(problems, 'subscriberFirstName')}
          />
          <TextField
            name="subscriberLastName"
            label="Their last name"
            problem={problemAt(problems, 'subscriberLastName')}
          />
          <TextField
            name="subscriberBirthDate"
            label="Their date of birth"
            type="date"
            problem={problemAt(problems, 'subscriberBirthDate')}
          />
        </>
      )}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Sending…' : 'Send my card'}
        </button>
      </div>
    </form>
  )
}
