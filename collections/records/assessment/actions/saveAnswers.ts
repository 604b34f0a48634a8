import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { measureScoreOf } from '@/hooks/rules/intake/measureFacts'
import { findMeasure } from '@/src/domain/measures/catalog'
import type { Measure, MeasureAnswers } from '@/src/domain/measures/types'
import { Refusal } from '@/src/lib/errors'
import { answersInput } from './answersInput'

const storedAnswers = (json: unknown): MeasureAnswers =>
  typeof json === 'string' && json ? (JSON.parse(json) as MeasureAnswers) : {} // written by our actions

/**
 * What may wait on the server: everything but the questions that raise an alarm. An answer about
 * self-harm is never kept without somebody being told (R19), so it is asked again before handing in.
 * One that was handed in before stays.
 */
const withoutAlarms = (
  measure: Measure,
  given: MeasureAnswers,
  stored: MeasureAnswers,
): MeasureAnswers => {
  const critical = measure.items.filter((item) => item.critical).map(({ id }) => id)
  const harmless = Object.entries(given).filter(([id]) => !critical.includes(id))
  const alarmed = Object.entries(stored).filter(([id]) => critical.includes(id))
  return Object.fromEntries([...harmless, ...alarmed])
}

/** Keeps answers for later; the questionnaire stays open and nobody is asked to read it. */
export const saveAnswers = defineAction({
  slug: 'measure-responses',
  name: 'save',
  label: 'Save for later',
  input: z.object({ answers: answersInput }),
  fields: [{ name: 'answers', label: 'Answers', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['assigned'] },
  prepare: async ({ input, record }) => {
    const measure = findMeasure(`${record['measureId']}@${record['measureVersion']}`)
    if (!measure) {
      throw new Refusal(
        'conflict',
        'This questionnaire is not available any more. Ask for a new one.',
      )
    }
    const answers = JSON.stringify(
      withoutAlarms(measure, input.answers, storedAnswers(record['answers'])),
    )
    const score = measureScoreOf({ ...record, answers })
    if (score && !score.isScored && score.problems.length) {
      const findings = score.problems.map(({ itemId, message }) => ({
        path: `answers.${itemId}`,
        message,
      }))
      throw new Refusal('invalid', findings)
    }
    return {
      set: {
        answers,
      },
    }
  },
})
