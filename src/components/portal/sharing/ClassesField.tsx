'use client'

import { type RecordClass, recordClasses } from '@/src/domain/sharing/recordClasses'
import { fieldId } from '../fieldId'

const boxOf = (value: string): string => `part-${value}`

/** The parts of the record that were ticked, as the server takes them. */
export const classesOf = (values: Readonly<Record<string, string>>): string =>
  recordClasses
    .filter(({ value }) => values[boxOf(value)])
    .map(({ value }) => value)
    .join(' ')

type Props = { legend: string; problem?: string; offered?: readonly RecordClass[] }

/** The parts of the record, each a box. Psychotherapy notes are none of them (R57). */
export const ClassesField = ({ legend, problem, offered }: Props) => {
  const id = fieldId('classes')
  const shown = recordClasses.filter(({ value }) => offered?.includes(value) ?? true)
  const describedBy = problem ? `${id}-problem ${id}-help` : `${id}-help`
  return (
    <fieldset aria-describedby={describedBy} id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      <p className="help" id={`${id}-help`}>
        Private notes that a therapist keeps apart from the record (psychotherapy notes) are not
        part of it and cannot be chosen.
      </p>
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      {shown.map(({ value, label }) => (
        <label className="choice" key={value}>
          <input name={boxOf(value)} type="checkbox" value="yes" />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
