'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { askedAgain } from '@/src/domain/measures/askedAgain'
import type { Measure, MeasureItem } from '@/src/domain/measures/types'
import { CrisisNotice } from './CrisisNotice'
import { ErrorSummary } from './ErrorSummary'
import { MeasureQuestion } from './MeasureQuestion'
import { type Answers, MeasureReview } from './MeasureReview'
import { Notice } from './Notice'
import { Progress } from './Progress'
import { usePortalForm } from './usePortalForm'
import { useStep } from './useStep'

type Props = {
  responseId: string
  measure: Measure
  saved: Answers
  phone: string
  nextHref: string
}

const isCritical = (item: MeasureItem, answers: Answers): boolean =>
  item.critical !== undefined && (answers[item.id] ?? 0) >= item.critical.gte

/** An alarming form with gaps raises the alarm and stays open: what is missing is said here. */
const refusalIn = (body: Record<string, unknown>): string | null => {
  const { result } = body
  if (!result || typeof result !== 'object' || !('isAccepted' in result) || result.isAccepted)
    return null
  const message = 'message' in result && typeof result.message === 'string' ? result.message : ''
  return `${message} Answer what is missing and send it again. We were already told.`.trim()
}

/** One question per screen, then everything at a glance before it is sent. */
export const MeasureForm = ({ responseId, measure, saved, phone, nextHref }: Props) => {
  const { items } = measure
  const router = useRouter()
  const again = askedAgain(measure, saved)
  const { step, go, heading } = useStep(
    items.length + 1,
    again
      ? items.indexOf(again) + 1
      : items.findLastIndex(({ id }) => saved[id] !== undefined && saved[id] !== null) + 2,
  )
  const [answers, setAnswers] = useState<Answers>(saved)
  const [isSubmitted, setIsSubmitted] = useState(false)
  const stored = useRef(saved)
  const skipped = useRef(new Set<string>())
  const { problems, setProblems, isSending, run, send } = usePortalForm()
  const item = items[step - 1]
  const needsHelp = items.some((each) => isCritical(each, answers))

  const move = async (to: number) => {
    const isChanged = JSON.stringify(answers) !== JSON.stringify(stored.current)
    if (isChanged) {
      const path = `/measure-responses/${responseId}/save`
      const sent = await send({ path, body: { answers: JSON.stringify(answers) } })
      if (!sent.isOk) return
      stored.current = answers
    }
    go(to)
  }

  const onNext = (event: FormEvent) => {
    event.preventDefault()
    if (item && answers[item.id] === undefined) {
      const message = 'Choose one of the answers, or skip this question.'
      setProblems([{ path: item.id, message }])
      return
    }
    void run(() => move(step + 1))
  }

  const onSend = () =>
    run(async () => {
      const unasked = askedAgain(measure, answers, skipped.current)
      if (unasked) {
        const message = 'Answer this one again, or skip it: it is not kept until you send.'
        setProblems([{ path: unasked.id, message }])
        go(items.indexOf(unasked) + 1)
        return
      }
      const path = `/measure-responses/${responseId}/submit`
      const sent = await send({ path, body: { answers: JSON.stringify(answers) } })
      if (!sent.isOk) return
      const refusal = refusalIn(sent.body)
      if (refusal) {
        setProblems([{ path: 'answers', message: refusal }])
        return
      }
      if (!needsHelp) {
        router.push(nextHref)
        router.refresh()
        return
      }
      setIsSubmitted(true)
      window.scrollTo({ top: 0 })
    })

  if (isSubmitted) {
    return (
      <>
        <h1>Thank you</h1>
        <Notice tone="ok" isAnnounced>
          <p>Your answers were sent. Your therapist and the therapist on call were told.</p>
        </Notice>
        <CrisisNotice phone={phone} isSent />
        <div className="buttons">
          <a className="button" href={nextHref}>
            Go on
          </a>
        </div>
      </>
    )
  }
  if (!item) {
    return (
      <>
        <ErrorSummary problems={problems} />
        {needsHelp ? <CrisisNotice phone={phone} /> : null}
        <MeasureReview
          heading={heading}
          measure={measure}
          answers={answers}
          isSending={isSending}
          onChange={go}
          onSend={() => void onSend()}
        />
      </>
    )
  }
  return (
    <>
      <Progress
        done={step}
        total={items.length}
        label={`Question ${step} of ${items.length}`}
        words={`Question ${step} of ${items.length}`}
      />
      <form method="post" onSubmit={onNext} noValidate>
        <ErrorSummary problems={problems} />
        <MeasureQuestion
          heading={heading}
          stem={item.isScored ? measure.stem : ''}
          item={item}
          value={answers[item.id]}
          problem={problems.find((each) => each.path === item.id)?.message}
          onChoose={(value) => setAnswers({ ...answers, [item.id]: value })}
        />
        {isCritical(item, answers) ? <CrisisNotice phone={phone} /> : null}
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isSending}>
            {isSending ? 'Saving…' : 'Next'}
          </button>
          {step > 1 ? (
            <button
              type="button"
              className="button button-plain"
              onClick={() => void run(() => move(step - 1))}
            >
              Previous question
            </button>
          ) : null}
          {answers[item.id] === undefined ? (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                skipped.current.add(item.id)
                void run(() => move(step + 1))
              }}
            >
              Skip this question
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
}
