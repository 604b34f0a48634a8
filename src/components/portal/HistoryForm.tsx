'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { idIn } from '@/src/domain/row'
import type { HistorySection } from '@/src/lib/portal/historySections'
import { ErrorSummary } from './ErrorSummary'
import { fieldId } from './fieldId'
import { Progress } from './Progress'
import { problemAt } from './TextField'
import { usePortalForm, useUnsavedWarning } from './usePortalForm'
import { useStep } from './useStep'

type Texts = Readonly<Record<string, string>>

type Props = {
  patientId: string
  /** Null until the first part is saved. */
  assessmentId: string | null
  sections: readonly HistorySection[]
  saved: Texts
  nextHref: string
}

/** The patient's own history, one question per screen, kept on the server at every step. */
export const HistoryForm = ({ patientId, assessmentId, sections, saved, nextHref }: Props) => {
  const router = useRouter()
  const { step, go, heading } = useStep(
    sections.length + 1,
    // After the last part that something was written in; the parts before it may be left empty.
    sections.findLastIndex(({ name }) => saved[name]) + 2,
  )
  const [texts, setTexts] = useState<Texts>(saved)
  const [isUnsaved, setIsUnsaved] = useState(false)
  const stored = useRef<Texts>(saved)
  const record = useRef(assessmentId)
  const { problems, setProblems, isSending, run, send } = usePortalForm()
  const section = sections[step - 1]
  useUnsavedWarning(isUnsaved)

  const save = async (): Promise<boolean> => {
    const changed = Object.entries(texts).filter(([name, text]) => stored.current[name] !== text)
    if (!changed.length) return true
    const body = Object.fromEntries(changed)
    const sent = record.current
      ? await send({ path: `/intake-assessments/${record.current}`, method: 'PATCH', body })
      : await send({ path: '/intake-assessments', body: { ...body, patient: patientId } })
    if (!sent.isOk) return false
    record.current = idIn(sent.body, 'doc') ?? record.current
    stored.current = { ...stored.current, ...body }
    setIsUnsaved(false)
    return true
  }

  const move = (to: number) =>
    run(async () => {
      if (await save()) go(to)
    })

  const onNext = (event: FormEvent) => {
    event.preventDefault()
    if (section?.isRequired && !texts[section.name]?.trim()) {
      setProblems([{ path: section.name, message: section.missing }])
      return
    }
    void move(step + 1)
  }

  const onSend = () =>
    run(async () => {
      const empty = sections.filter((each) => each.isRequired && !texts[each.name]?.trim())
      if (empty.length)
        return setProblems(empty.map((each) => ({ path: '', message: each.missing })))
      if (!(await save())) return
      const sent = await send({ path: `/intake-assessments/${record.current}/submit`, body: {} })
      if (!sent.isOk) return
      router.push(nextHref)
      router.refresh()
    })

  if (!section) {
    return (
      <>
        <ErrorSummary problems={problems} />
        <h1 ref={heading} tabIndex={-1}>
          Read it once more
        </h1>
        <p className="lead">Your therapist reads this before you meet. You can still change it.</p>
        <ul className="list">
          {sections.map((each, index) => (
            <li className="row" key={each.name}>
              <span className="row-text">
                <strong>{each.title}</strong>
                <span className="keep-lines">{texts[each.name]?.trim() || 'Nothing written'}</span>
              </span>
              <button type="button" className="link-button" onClick={() => go(index + 1)}>
                Change<span className="hidden-text"> {each.title}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-disabled={isSending}
            onClick={() => void onSend()}
          >
            {isSending ? 'Sending…' : 'Send to my therapist'}
          </button>
        </div>
      </>
    )
  }
  const id = fieldId(section.name)
  const problem = problemAt(problems, section.name)
  return (
    <>
      <Progress
        done={step}
        total={sections.length}
        label={`Part ${step} of ${sections.length}`}
        words={`Part ${step} of ${sections.length}`}
      />
      <form method="post" onSubmit={onNext} noValidate>
        <ErrorSummary problems={problems} />
        <div className="field">
          <h1 ref={heading} tabIndex={-1}>
            <label htmlFor={id}>{section.title}</label>
          </h1>
          <p className="help" id={`${id}-help`}>
            {section.help}
            {section.isRequired ? '' : ' You may leave this empty.'}
          </p>
          {problem ? (
            <p className="problem" id={`${id}-problem`}>
              {problem}
            </p>
          ) : null}
          <textarea
            key={section.name}
            id={id}
            name={section.name}
            value={texts[section.name] ?? ''}
            maxLength={8000}
            aria-describedby={problem ? `${id}-problem ${id}-help` : `${id}-help`}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => {
              setTexts({ ...texts, [section.name]: event.target.value })
              setIsUnsaved(true)
            }}
          />
        </div>
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isSending}>
            {isSending ? 'Saving…' : 'Save and go on'}
          </button>
          {step > 1 ? (
            <button
              type="button"
              className="button button-plain"
              onClick={() => void move(step - 1)}
            >
              Previous part
            </button>
          ) : null}
        </div>
        <p className="muted">
          Every part is saved when you go on. You can stop and come back later.
        </p>
      </form>
    </>
  )
}
