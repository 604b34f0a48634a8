import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessTriage, type TriageAnswers } from '@/src/domain/intake/triage'
import { TRIAGE_FORM } from '@/src/domain/intake/triageForm'

const calm: TriageAnswers = {
  urgency: 'flexible',
  suicidalThoughts: 'none',
  homicidalThoughts: 'none',
  recentAttempt: 'no',
  violenceAtHome: 'no',
  psychosis: 'no',
  impairment: 'some',
  supports: 'one',
  substance: 'none',
  medical: 'none',
}

const URGENT = [
  ['suicidalThoughts', 'plan'],
  ['homicidalThoughts', 'plan'],
  ['recentAttempt', 'yes'],
  ['violenceAtHome', 'yes'],
  ['psychosis', 'yes'],
] as const

describe('Triage', () => {
  it('should find a calm form standard, complete and without flags', () => {
    expect(assessTriage(calm)).toEqual({
      mustActToday: false,
      tier: 'standard',
      flags: [],
      missing: [],
      problems: [],
    })
  })

  it.each(URGENT)('should demand action today when %s is %s (R02)', (question, value) => {
    const result = assessTriage({ ...calm, [question]: value })
    expect(result).toMatchObject({ mustActToday: true, tier: 'urgent' })
    expect(result.flags).toHaveLength(1)
  })

  it.each([
    ['suicidalThoughts', 'thoughts'],
    ['homicidalThoughts', 'thoughts'],
    ['suicidalThoughts', 'unknown'],
    ['violenceAtHome', 'unknown'],
    ['substance', 'withdrawal'],
    ['impairment', 'severe'],
    ['impairment', 'much'],
    ['supports', 'none'],
    ['medical', 'perinatal'],
    ['urgency', 'today'],
  ])('should put %s %s before the others, able to wait', (question, value) => {
    expect(assessTriage({ ...calm, [question]: value })).toMatchObject({
      mustActToday: false,
      tier: 'priority',
    })
  })

  it('should name the gravest first', () => {
    expect(assessTriage({ ...calm, supports: 'none', recentAttempt: 'yes' }).flags).toEqual([
      'A suicide attempt in the last three months.',
      'Nobody to turn to.',
    ])
  })

  it('should list what was not answered, preferences aside', () => {
    const { missing } = assessTriage({})
    expect(missing.map(({ questionId }) => questionId)).toEqual(Object.keys(calm))
  })

  it('should refuse answers and questions that the form does not have', () => {
    expect(assessTriage({ ...calm, psychosis: 'maybe', shoeSize: '42' }).problems).toEqual([
      {
        questionId: 'psychosis',
        message:
          '"Hearing, seeing or believing things that others do not share?" does not offer this answer.',
      },
      { questionId: 'shoeSize', message: 'The form has no question "shoeSize".' },
    ])
  })

  it('should act today exactly when one of the five triggers is there, whatever else is said', () => {
    const form = fc.record(
      Object.fromEntries(
        TRIAGE_FORM.map(({ id, options }) => [
          id,
          fc.constantFrom(...options.map(({ value }) => value)),
        ]),
      ),
    )
    fc.assert(
      fc.property(form, (answers) => {
        const isTriggered = URGENT.some(([question, value]) => answers[question] === value)
        const result = assessTriage(answers)
        expect(result.mustActToday).toBe(isTriggered)
        expect(result.tier === 'urgent').toBe(isTriggered)
        expect(result.flags.length > 0).toBe(result.tier !== 'standard')
      }),
    )
  })
})
