'use client'
import { useId, useState } from 'react'
import { assessTriage, MUST_ACT_MESSAGE } from '@/src/domain/intake/triage'
import { TRIAGE_FORM, type TriageQuestion } from '@/src/domain/intake/triageForm'
import { ActionFieldInput } from '../actions/ActionFieldInput'
import type { OfferedAction } from '../actions/types'
import type { ActionCallState } from '../actions/useActionCall'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'
import { StateChip } from '../ui/StateChip'

type Answers = Record<string, string>

type QuestionProps = {
  question: TriageQuestion
  value: string
  onChange: (value: string) => void
  error?: string
}

const Question = ({ question, value, onChange, error }: QuestionProps) => (
  <fieldset className="ops-fieldset">
    <legend>
      {question.label}
      {question.isRequired ? null : <span className="ops-muted"> (optional)</span>}
    </legend>
    {error ? <span className="ops-error">{error}</span> : null}
    <div className="ops-choices">
      {question.options.map((option) => (
        <label key={option.value}>
          <input
            checked={value === option.value}
            name={question.id}
            onChange={() => onChange(option.value)}
            required={question.isRequired}
            type="radio"
            value={option.value}
          />
          {option.label}
        </label>
      ))}
    </div>
  </fieldset>
)

type Props = {
  action: OfferedAction
  answers: Answers
  call: ActionCallState
  onClose: () => void
  onDone: () => void
}

const sections: Record<TriageQuestion['section'], string> = {
  urgency: 'How soon',
  risk: 'Safety',
  impairment: 'Daily life',
  supports: 'Support',
  substance: 'Alcohol and drugs',
  medical: 'Health',
  preferences: 'Wishes',
}

const grouped = TRIAGE_FORM.reduce<
  { section: TriageQuestion['section']; questions: TriageQuestion[] }[]
>((groups, question) => {
  const last = groups.at(-1)
  if (last?.section === question.section) last.questions.push(question)
  else groups.push({ section: question.section, questions: [question] })
  return groups
}, [])

/** The questions, what the answers mean while they are given, and what was done when it cannot wait (R02). */
export const TriageForm = ({ action, answers: known, call, onClose, onDone }: Props) => {
  const prefix = useId()
  const [answers, setAnswers] = useState<Answers>(known)
  const [safetyAction, setSafetyAction] = useState('')
  const [safetyNote, setSafetyNote] = useState('')
  const { tier, mustActToday, flags, missing } = assessTriage(answers)
  const errorOf = (name: string): string | undefined =>
    call.refused?.findings.find((finding) => finding.path === name)?.message
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    const values = {
      ...answers,
      ...(safetyAction ? { safetyAction } : {}),
      ...(safetyNote ? { safetyNote } : {}),
    }
    if (await call.send({ values, reasons: {} })) onDone()
  }
  const fieldNamed = (name: string) => action.fields.find((field) => field.name === name)
  const doneField = fieldNamed('safetyAction')
  const noteField = fieldNamed('safetyNote')
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {call.refused ? (
        <Findings findings={call.refused.findings} title="The triage is not saved yet" />
      ) : null}
      {grouped.map(({ section, questions }) => (
        <section aria-label={sections[section]} className="ops-stack" key={section}>
          <h3>{sections[section]}</h3>
          {questions.map((question) => (
            <Question
              error={errorOf(question.id)}
              key={question.id}
              onChange={(value) => setAnswers((given) => ({ ...given, [question.id]: value }))}
              question={question}
              value={answers[question.id] ?? ''}
            />
          ))}
        </section>
      ))}
      <div aria-live="polite" className={`ops-note ops-note--${mustActToday ? 'bad' : 'plain'}`}>
        <p className="ops-row">
          <strong>As answered:</strong> <StateChip state={tier} />
          {missing.length ? (
            <span className="ops-muted">{missing.length} questions left</span>
          ) : null}
        </p>
        {flags.length ? (
          <ul className="ops-plain-list">
            {flags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        ) : null}
        {mustActToday ? <p>{MUST_ACT_MESSAGE}</p> : null}
      </div>
      {mustActToday && doneField ? (
        <ActionFieldInput
          error={errorOf('safetyAction')}
          field={{ ...doneField, isRequired: true }}
          id={`${prefix}action`}
          onChange={(value) => setSafetyAction(String(value ?? ''))}
          value={safetyAction}
        />
      ) : null}
      {mustActToday && noteField ? (
        <ActionFieldInput
          field={noteField}
          id={`${prefix}note`}
          onChange={(value) => setSafetyNote(String(value ?? ''))}
          value={safetyNote}
        />
      ) : null}
      <FormFoot busyLabel="Saving…" isBusy={call.isBusy} label="Save triage" onBack={onClose} />
    </form>
  )
}
