'use client'

import type { Ref } from 'react'
import type { MeasureItem } from '@/src/domain/measures/types'
import { fieldId } from './fieldId'

type Props = {
  heading: Ref<HTMLHeadingElement>
  stem: string
  item: MeasureItem
  value: number | undefined
  problem: string | undefined
  onChoose: (value: number) => void
}

/** One question with its answers as radio buttons. */
export const MeasureQuestion = ({ heading, stem, item, value, problem, onChoose }: Props) => {
  const problemId = problem ? `${fieldId(item.id)}-problem` : undefined
  return (
    <fieldset aria-describedby={problemId}>
      <legend>
        {stem ? <span className="stem">{stem}</span> : null}
        <h1 className="legend-title" ref={heading} tabIndex={-1}>
          {item.text}
        </h1>
      </legend>
      {problem ? (
        <p className="problem" id={problemId}>
          {problem}
        </p>
      ) : null}
      {item.options.map((option, index) => (
        <label className="choice" key={`${item.id}-${option.value}`}>
          <input
            type="radio"
            id={index === 0 ? fieldId(item.id) : undefined}
            name={item.id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
