'use client'

import { fieldId } from './fieldId'

type Props = { name: string; label: string; isOptional?: boolean; problem?: string }

/** A picture or PDF, from the camera or the files of the device. */
export const FileField = ({ name, label, isOptional, problem }: Props) => {
  const id = fieldId(name)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="muted"> (optional)</span> : null}
      </label>
      <p className="help" id={`${id}-help`}>
        A photo or a PDF, up to 10 MB.
      </p>
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      <input
        type="file"
        id={id}
        name={name}
        accept="image/png,image/jpeg,image/webp,application/pdf"
        aria-describedby={problem ? `${id}-problem ${id}-help` : `${id}-help`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  )
}
