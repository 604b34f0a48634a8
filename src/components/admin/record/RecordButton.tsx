'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import type { ActionField } from '@/hooks/actions/define'
import { ActionFieldInput } from '../actions/ActionFieldInput'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { OverrideReasons } from '../actions/OverrideReasons'
import type { FieldValues } from '../actions/types'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'
import { sentValues, startingValues } from './formValues'

type Props = {
  slug: string
  /** The record to change; a new one is made when absent. */
  id?: string
  rev?: number
  label: string
  /** Names what it is about for those who hear the button out of its place. */
  about?: string
  title: string
  fields: readonly ActionField[]
  values?: FieldValues
  /** Sent along without being asked. */
  preset?: FieldValues
  isPrimary?: boolean
}

/** Adds or changes a record in a dialog, through the same door as everybody's API client. */
export const RecordButton = (props: Props) => {
  const { slug, id, rev, label, about, title, fields, preset, isPrimary } = props
  const prefix = useId()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [values, setValues] = useState(() => startingValues(fields, props.values))
  const [refused, setRefused] = useState<RefusedFinding[]>([])
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const open = (): void => {
    setValues(startingValues(fields, props.values))
    setRefused([])
    setReasons({})
    setOpen(true)
  }
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const overrides = Object.entries(reasons)
      .filter(([, reason]) => reason.trim())
      .map(([rule, reason]) => ({ rule, reason }))
    const answer = await callApi(id ? `/api/${slug}/${id}` : `/api/${slug}`, {
      method: id ? 'PATCH' : 'POST',
      body: {
        ...sentValues(fields, values),
        ...preset,
        ...(id && rev ? { rev } : {}),
        ...(overrides.length ? { _override: overrides } : {}),
      },
    })
    setBusy(false)
    if (!answer.ok) return setRefused(answer.findings)
    setOpen(false)
    toast.success('Saved.')
    router.refresh()
  }
  return (
    <>
      <button
        className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
        onClick={open}
        type="button"
      >
        {label}
        {about ? <span className="ops-sr"> {about}</span> : null}
      </button>
      {isOpen ? (
        <Dialog onClose={() => setOpen(false)} title={title}>
          <form className="ops-form" method="post" onSubmit={submit}>
            {refused.length ? <Findings findings={refused} title="Not saved yet" /> : null}
            {fields.map((field) => (
              <ActionFieldInput
                error={refused.find(({ path }) => path === field.name)?.message}
                field={field}
                id={`${prefix}${field.name}`}
                key={field.name}
                onChange={(value) => setValues((known) => ({ ...known, [field.name]: value }))}
                value={values[field.name] ?? null}
              />
            ))}
            <OverrideReasons findings={refused} onChange={setReasons} reasons={reasons} />
            <FormFoot
              busyLabel="Saving…"
              isBusy={isBusy}
              label="Save"
              onBack={() => setOpen(false)}
            />
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
