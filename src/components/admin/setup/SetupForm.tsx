'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import type { ActionField } from '@/hooks/actions/define'
import { ActionFieldInput } from '../actions/ActionFieldInput'
import { callApi, type RefusedFinding } from '../actions/callApi'
import type { FieldValues } from '../actions/types'
import { sentValues, startingValues } from '../record/formValues'
import { Findings } from '../ui/Findings'
import { useAwake } from './useAwake'

type Props = {
  /** The door it is sent to, such as /api/locations. */
  path: string
  fields: readonly ActionField[]
  values?: FieldValues
  preset?: FieldValues
  /** The group of the record that the fields stand in. */
  group?: string
  label: string
  /** Said above the sentences when it was refused. */
  refusal: string
  /** Where to go afterwards; without it the form is empty again. */
  next?: string
  isPrimary?: boolean
}

/** One step's questions on the page, sent through the door that everybody's API client uses. */
export const SetupForm = (props: Props) => {
  const { path, fields, preset, group, label, refusal, next, isPrimary = true } = props
  const prefix = useId()
  const router = useRouter()
  const [values, setValues] = useState(() => startingValues(fields, props.values))
  const [refused, setRefused] = useState<RefusedFinding[]>([])
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  // The same while it is the same answer: sent twice it is kept once.
  const key = useRef('')
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    key.current ||= crypto.randomUUID()
    const given = { ...sentValues(fields, values), ...preset }
    const body = group ? { [group]: given } : given
    const answer = await callApi(path, { body, idempotencyKey: key.current })
    setBusy(false)
    // Only an answer that never came keeps the key.
    if (answer.ok || answer.status !== 0) key.current = ''
    if (!answer.ok) return setRefused(answer.findings)
    setRefused([])
    toast.success('Saved.')
    if (next) return router.push(next)
    setValues(startingValues(fields, props.values))
    router.refresh()
  }
  const errorOf = (name: string): string | undefined =>
    refused.find(({ path: at }) => at === name || at === `${group}.${name}`)?.message
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {refused.length ? <Findings findings={refused} title={refusal} /> : null}
      {fields.map((field) => (
        <ActionFieldInput
          error={errorOf(field.name)}
          field={field}
          id={`${prefix}${field.name}`}
          key={field.name}
          onChange={(value) => setValues((known) => ({ ...known, [field.name]: value }))}
          value={values[field.name] ?? null}
        />
      ))}
      <div className="ops-row">
        <button
          className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
          disabled={isBusy || !isAwake}
          type="submit"
        >
          {isBusy ? 'Saving…' : label}
        </button>
      </div>
    </form>
  )
}
