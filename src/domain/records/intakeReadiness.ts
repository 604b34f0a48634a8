import {
  type IntakePart,
  parseReviews,
  REQUIRED_PARTS,
  REVIEWED_PARTS,
  type ReviewAnswer,
} from '@/src/domain/records/intakeSections'
import {
  MENTAL_STATUS,
  mentalStatusCodes,
  unknownMentalStatus,
} from '@/src/domain/records/mentalStatus'
import type { ReadinessCheck } from '@/src/domain/records/noteReadiness'

/** All texts of an intake assessment by name. */
export type IntakeTexts = Readonly<Record<string, string | null | undefined>>

const hasText = (text: string | null | undefined): boolean => Boolean(text?.trim())

const check = ({
  ok,
  key,
  done,
  todo,
}: {
  ok: boolean
  key: string
  done: string
  todo: string
}): ReadinessCheck => ({
  ok,
  ruleId: 'R51',
  path: `assessment.${key}`,
  message: ok ? done : todo,
})

const required =
  (texts: IntakeTexts) =>
  ({ key, label }: IntakePart): ReadinessCheck =>
    check({
      ok: hasText(texts[key]),
      key,
      done: `${label} is written.`,
      todo: `Write "${label}".`,
    })

const mentalStatus = (texts: IntakeTexts): ReadinessCheck[] =>
  MENTAL_STATUS.filter(({ isRequired, key }) => isRequired || hasText(texts[key])).map(
    ({ key, label }) => {
      const isChosen = mentalStatusCodes(texts[key]).length > 0
      return check({
        ok: isChosen && unknownMentalStatus(key, texts[key]) === null,
        key,
        done: `${label} is recorded.`,
        todo: `Mental status: choose "${label}".`,
      })
    },
  )

const isAnswered = (answer: ReviewAnswer | undefined, isWritten: boolean): boolean =>
  answer === 'none' || answer === 'deferred' || isWritten

const reviewed = (texts: IntakeTexts, isMinor: boolean): ReadinessCheck[] => {
  const answers = parseReviews(texts['reviews'])
  return REVIEWED_PARTS.filter(({ key }) => isMinor || key !== 'developmental').map(
    ({ key, label, from }) => {
      const answer = answers.get(key)
      // What the patient wrote counts once the clinician says to have gone through it.
      const isTakenOver = answer === 'reviewed' && from !== undefined && hasText(texts[from])
      return check({
        ok: isAnswered(answer, hasText(texts[key]) || isTakenOver),
        key,
        done: `${label} is answered.`,
        todo:
          answer === 'reviewed'
            ? `Write "${label}", or mark it as none or deferred.`
            : `Mark "${label}" as reviewed, none or deferred.`,
      })
    },
  )
}

const risk = (texts: IntakeTexts): ReadinessCheck[] => [
  check({
    ok: hasText(texts['riskIdeation']),
    key: 'riskIdeation',
    done: 'Risk is asked about.',
    todo: 'Choose the risk line, also when there is no risk.',
  }),
  check({
    ok: hasText(texts['riskAcute']),
    key: 'riskAcute',
    done: 'Acute risk is rated.',
    todo: 'Rate the acute risk.',
  }),
  check({
    ok: hasText(texts['riskChronic']),
    key: 'riskChronic',
    done: 'Chronic risk is rated.',
    todo: 'Rate the chronic risk.',
  }),
]

/**
 * What an intake assessment needs of itself before it can be signed (clinical reference 4.1: sections
 * 2, 11, 12 and 13-16; all others reviewed, none or deferred). The session's part is judged by
 * `noteReadiness` with `isIntake`.
 */
export const intakeReadiness = ({
  texts,
  isMinor,
}: {
  texts: IntakeTexts
  isMinor: boolean
}): ReadinessCheck[] => [
  ...REQUIRED_PARTS.map(required(texts)),
  ...mentalStatus(texts),
  ...risk(texts),
  ...reviewed(texts, isMinor),
]
