'use client'

import type { HTMLInputTypeAttribute } from 'react'
import { fieldId } from './fieldId'
import type { Problem } from './sendRequest'

/** The sentence for one field, if there is one. */
export const problemAt = (problems: readonly Problem[], path: string): string | undefined =>
  problems.find((problem) => problem.path === path)?.message

type Props = {
  name: string
  label: string
  help?: string
  problem?: string
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
  autoComplete?: string
  isOptional?: boolean
  type?: HTMLInputTypeAttribute | 'lines'
  inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'decimal'
  maxLength?: number
}

/** A label, its help, the field, and the sentence when something is wrong with it. */
export const TextField = ({
  name,
  label,
  help,
  problem,
  onChange,
  isOptional,
  type = 'text',
  ...rest
}: Props) => {
  const id = fieldId(name)
  const describedBy = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const shared = {
    ...rest,
    id,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': problem ? (true as const) : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="muted"> (optional)</span> : null}
      </label>
      {help ? (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      {type === 'lines' ? (
        <textarea {...shared} onChange={(event) => onChange?.(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange?.(event.target.value)} />
      )}
    </div>
  )
}
