import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { measureScoreOf, type Scored, urgentItems } from '@/hooks/rules/intake/measureFacts'
import { emptyQuestionsMessage } from '@/src/domain/measures/score'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { completePacketItem } from '../../../intake/completePacketItem'
import { raiseRisk } from '../../../treatment/risk/raiseRisk'
import { answersInput } from './answersInput'

/** What a patient reads at once when an answer speaks of self-harm (R19). */
export const crisisText =
  'If you might act on these thoughts, call or text 988 now. In immediate danger call 911. We were told and will contact you today.'

const enteredBy: Readonly<Record<string, string>> = { patient: 'patient', apiClient: 'software' }

const refuseUnreadable = (score: Scored): void => {
  if (score.isScored || !score.problems.length) return
  throw new Refusal(
    'invalid',
    score.problems.map(({ itemId, message }) => ({ path: `answers.${itemId}`, message })),
  )
}

const scoreColumns = (score: Scored) =>
  score.isScored
    ? {
        total: score.total,
        band: score.band,
        isProrated: score.isProrated,
        isPositive: score.positiveScreen,
      }
    : { total: null, band: null, isProrated: false, isPositive: false }

const needScore = (record: Row): Scored => {
  const score = measureScoreOf(record)
  if (score) return score
  throw new Refusal('conflict', 'This questionnaire is not available any more. Ask for a new one.')
}

const isAccepted = (record: Row): boolean => record['status'] === 'submitted'

const detailOf = (record: Row): string =>
  urgentItems(needScore(record))
    .map(({ number, value }) => `${record['measureId']}: item ${number} = ${value}.`)
    .join(' ')

const alert = async (context: EffectContext): Promise<void> => {
  const { record } = context
  if (!record['hasCritical']) return
  await raiseRisk(context, {
    uniqueKey: `measure|${record.id}`,
    patientId: String(record['patient']),
    source: 'measure',
    responseId: record.id,
    detail: detailOf(record),
  })
}

/**
 * Scores the answers (R20). An urgent answer raises the alarm at once (R19), also when the form has
 * too many gaps to be handed in: the patient's answers are then kept and the form stays open.
 */
export const submitMeasure = defineAction({
  slug: 'measure-responses',
  name: 'submit',
  label: 'Hand in',
  tone: 'primary',
  input: z.object({ answers: answersInput }),
  fields: [{ name: 'answers', label: 'Answers', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['assigned'] },
  prepare: async ({ actor, input, now, record }) => {
    const answers = JSON.stringify(input.answers)
    const score = needScore({ ...record, answers })
    refuseUnreadable(score)
    const hasCritical = urgentItems(score).length > 0
    const missingCount = score.missing.length
    if (!score.isScored && hasCritical && actor.kind === 'patient') {
      return { set: { hasCritical, missingCount, answers } }
    }
    return {
      set: {
        ...scoreColumns(score),
        status: 'submitted',
        submittedAt: now.toISOString(),
        hasCritical,
        missingCount,
        enteredBy: enteredBy[actor.kind] ?? 'staff',
        enteredByStaff: actor.kind === 'staff' ? actor.id : null,
        answers,
      },
    }
  },
  effects: [
    { name: 'alert', run: alert },
    {
      name: 'packet',
      run: async ({ record, req, system }) => {
        if (!isAccepted(record)) return
        await completePacketItem(
          { req, system },
          {
            patientId: String(record['patient']),
            kind: 'measure',
            reference: String(record['measureId']),
          },
        )
      },
    },
  ],
  answer: async ({ record }) => ({
    isAccepted: isAccepted(record),
    total: record['total'] ?? null,
    band: record['band'] ?? null,
    message: isAccepted(record) ? null : emptyQuestionsMessage(Number(record['missingCount'] ?? 0)),
    missing: needScore(record).missing,
    crisisText: record['hasCritical'] ? crisisText : null,
  }),
})
