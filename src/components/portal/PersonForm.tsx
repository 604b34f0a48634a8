'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate } from '@/src/domain/calendarDate'
import { detailFields } from '@/src/lib/portal/detailFields'
import { ErrorSummary } from './ErrorSummary'
import { fieldId } from './fieldId'
import type { Problem } from './sendRequest'
import { problemAt, TextField } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'

type Props = {
  patientId: string
  packetItemId: string | null
  rev: number
  values: Readonly<Record<string, string>>
  nextHref: string
}

const asks: Readonly<Record<string, string>> = {
  addressLine1: 'Enter your street and number.',
  city: 'Enter your city.',
  region: 'Enter your state in two letters, for example OR.',
  postalCode: 'Enter your ZIP.',
}

const addressFields = detailFields.filter(({ name }) => name === 'addressLine2' || name in asks)

/** What every claim needs: the date of birth, told once, and the address. */
export const PersonForm = ({ patientId, packetItemId, rev, values, nextHref }: Props) => {
  const router = useRouter()
  const [current, setCurrent] = useState(rev)
  const [isDirty, setIsDirty] = useState(false)
  const { problems, isSending, submit } = usePortalForm()
  useUnsavedWarning(isDirty)
  const known = values['dateOfBirth'] ?? ''

  const onSubmit = submit(async ({ values: typed, send, fail }) => {
    const missing: Problem[] = Object.entries(asks).flatMap(([path, message]) =>
      typed[path] ? [] : [{ path, message }],
    )
    if (!known && !typed['dateOfBirth']) {
      missing.unshift({ path: 'dateOfBirth', message: 'Enter your date of birth.' })
    }
    if (missing.length) return fail(missing)
    const address = Object.fromEntries(addressFields.map(({ name }) => [name, typed[name] || null]))
    const saved = await send({
      path: `/patients/${patientId}`,
      method: 'PATCH',
      body: { ...address, region: typed['region']?.toUpperCase(), rev: current },
    })
    if (!saved.isOk) return
    const { doc } = saved.body
    if (doc && typeof doc === 'object' && 'rev' in doc) setCurrent(Number(doc.rev))
    if (packetItemId) {
      const { dateOfBirth = '', sex = '' } = typed
      const body = { ...(dateOfBirth ? { dateOfBirth } : {}), ...(sex ? { sex } : {}) }
      const done = await send({ path: `/packet-items/${packetItemId}/complete`, body })
      if (!done.isOk) return
    }
    setIsDirty(false)
    router.push(nextHref)
    router.refresh()
  })

  return (
    <form noValidate onChange={() => setIsDirty(true)} method="post" onSubmit={onSubmit}>
      <ErrorSummary problems={problems} />
      {known ? (
        <dl className="facts">
          <dt>Date of birth</dt>
          <dd>{formatDate(known)}</dd>
        </dl>
      ) : (
        <TextField
          autoComplete="bday"
          label="Date of birth"
          name="dateOfBirth"
          problem={problemAt(problems, 'dateOfBirth')}
          type="date"
        />
      )}
      {packetItemId ? (
        <div className="field">
          <label htmlFor={fieldId('sex')}>
            Sex on your insurance card<span className="muted"> (optional)</span>
          </label>
          <select defaultValue="" id={fieldId('sex')} name="sex">
            <option value="">Not on it, or I would rather not say</option>
            <option value="F">Female</option>
            <option value="M">Male</option>
          </select>
        </div>
      ) : null}
      {addressFields.map(({ name, ...field }) => (
        <TextField
          key={name}
          name={name}
          {...field}
          defaultValue={values[name]}
          isOptional={!(name in asks)}
          problem={problemAt(problems, name)}
        />
      ))}
      <div className="buttons">
        <button aria-disabled={isSending} className="button" type="submit">
          {isSending ? 'Saving…' : 'Save'}
        </button>
      </div>
    </form>
  )
}
