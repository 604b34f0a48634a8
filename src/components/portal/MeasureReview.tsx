'use client'

import type { Ref } from 'react'
import type { Measure } from '@/src/domain/measures/types'
import { fieldId } from './fieldId'

export type Answers = Readonly<Record<string, number>>

type Props = {
  heading: Ref<HTMLHeadingElement>
  measure: Measure
  answers: Answers
  isSending: boolean
  onChange: (step: number) => void
  onSend: () => void
}

/** All answers at a glance, each one press from being changed. */
export const MeasureReview = ({
  heading,
  measure,
  answers,
  isSending,
  onChange,
  onSend,
}: Props) => (
  <>
    <h1 ref={heading} tabIndex={-1}>
      Check your answers
    </h1>
    <p className="lead">
      Your therapist reads them before you meet. You can still change each one.
    </p>
    <ul className="list" id={fieldId('answers')} tabIndex={-1}>
      {measure.items.map((item, index) => {
        const option = item.options.find(({ value }) => value === answers[item.id])
        return (
          <li className="row" key={item.id}>
            <span className="row-text">
              <span>{item.text}</span>
              <strong>{option?.label ?? 'Not answered'}</strong>
            </span>
            <button type="button" className="link-button" onClick={() => onChange(index + 1)}>
              Change<span className="hidden-text"> question {item.number}</span>
            </button>
          </li>
        )
      })}
    </ul>
    <div className="buttons">
      <button type="button" className="button" aria-disabled={isSending} onClick={onSend}>
        {isSending ? 'Sending…' : 'Send my answers'}
      </button>
    </div>
    <p className="muted">{measure.licence.notice}</p>
  </>
)
