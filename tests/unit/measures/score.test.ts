import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMeasure, MEASURES, measureKey } from '@/src/domain/measures/catalog'
import { bandOf, carryAnswers, scoreMeasure } from '@/src/domain/measures/score'
import type { Measure, MeasureAnswers } from '@/src/domain/measures/types'

const measureOf = (id: string): Measure => {
  const measure = findMeasure(id)
  if (!measure) throw new Error(`No measure ${id}`)
  return measure
}

const answersOf = (id: string, values: (number | null)[]): MeasureAnswers =>
  Object.fromEntries(values.map((value, index) => [measureOf(id).items[index]!.id, value]))

const BOUNDARIES: Record<string, [number, string][]> = {
  'PHQ-9': [
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately severe'],
    [19, 'moderately severe'],
    [20, 'severe'],
    [27, 'severe'],
  ],
  'PHQ-8': [
    [4, 'minimal'],
    [5, 'mild'],
    [10, 'moderate'],
    [15, 'moderately severe'],
    [20, 'severe'],
    [24, 'severe'],
  ],
  'GAD-7': [
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'severe'],
    [21, 'severe'],
  ],
}

describe('Scoring a measure', () => {
  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    'should give every total of %s exactly one band, or none at all',
    (_, measure) => {
      const { min, max, bands } = measure.score
      for (let total = min; total <= max; total += 1) {
        const holders = bands?.filter(({ from, to }) => total >= from && total <= to) ?? []
        expect(holders.length).toBe(bands ? 1 : 0)
        expect(bandOf({ measure, total })).toBe(holders[0]?.label ?? null)
      }
      expect(bandOf({ measure, total: max + 1 })).toBeNull()
    },
  )

  it.each(Object.entries(BOUNDARIES))('should keep the published edges of %s', (id, edges) => {
    for (const [total, label] of edges) {
      expect(bandOf({ measure: measureOf(id), total })).toBe(label)
    }
  })

  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    'should reach exactly the range of %s',
    (_, measure) => {
      const all = (value: number) =>
        Object.fromEntries(measure.items.filter((i) => i.isScored).map((i) => [i.id, value]))
      expect(scoreMeasure({ measure, answers: all(0) })).toMatchObject({
        total: measure.score.min,
        positiveScreen: false,
      })
      expect(scoreMeasure({ measure, answers: all(3) })).toMatchObject({
        total: measure.score.max,
        positiveScreen: true,
      })
    },
  )

  it('should leave the difficulty question of the PHQ-9 out of the total', () => {
    const answers = { ...answersOf('PHQ-9', [1, 1, 1, 1, 1, 1, 1, 1, 0]), phq9_10: 3 }
    expect(scoreMeasure({ measure: measureOf('PHQ-9'), answers })).toMatchObject({
      total: 8,
      answered: 9,
      missing: [],
    })
  })

  it('should read the cut-offs at their first positive value', () => {
    const positive = (id: string, values: number[]) => {
      const score = scoreMeasure({ measure: measureOf(id), answers: answersOf(id, values) })
      return score.isScored && score.positiveScreen
    }
    expect(positive('PHQ-2', [1, 1])).toBe(false)
    expect(positive('PHQ-2', [2, 1])).toBe(true)
    expect(positive('GAD-2', [0, 2])).toBe(false)
    expect(positive('GAD-2', [3, 0])).toBe(true)
    expect(positive('GAD-7', [3, 3, 3, 0, 0, 0, 0])).toBe(false)
    expect(positive('GAD-7', [3, 3, 3, 1, 0, 0, 0])).toBe(true)
  })

  it('should prorate up to two gaps and round for the band only', () => {
    const score = scoreMeasure({
      measure: measureOf('PHQ-9'),
      answers: answersOf('PHQ-9', [1, 2, 3, 0, 1, null, 2, 3, 0]),
    })
    expect(score).toMatchObject({
      total: 13.5,
      rawSum: 12,
      answered: 8,
      isProrated: true,
      band: 'moderate',
      missing: [6],
    })
  })

  it('should refuse more gaps than the instrument allows and name them', () => {
    expect(
      scoreMeasure({
        measure: measureOf('PHQ-9'),
        answers: answersOf('PHQ-9', [1, null, 3, null, 1, null, 2, 3, 0]),
      }),
    ).toMatchObject({
      isScored: false,
      ruleId: 'R20',
      message: '3 questions are empty.',
      missing: [2, 4, 6],
    })
    expect(scoreMeasure({ measure: measureOf('PHQ-2'), answers: { phq2_1: 1 } })).toMatchObject({
      message: '1 question is empty.',
      missing: [2],
    })
    expect(scoreMeasure({ measure: measureOf('GAD-2'), answers: {} })).toMatchObject({
      message: '2 questions are empty.',
      missing: [1, 2],
    })
  })

  it('should tell an empty item 9 from an answered one', () => {
    const measure = measureOf('PHQ-9')
    const empty = scoreMeasure({
      measure,
      answers: answersOf('PHQ-9', [0, 0, 0, 0, 0, 0, 0, 0, null]),
    })
    expect(empty).toMatchObject({ isScored: true, criticalItems: [], missingCritical: [9] })
    for (const value of [1, 2, 3]) {
      expect(
        scoreMeasure({
          measure,
          answers: answersOf('PHQ-9', [0, 0, 0, 0, 0, 0, 0, 0, value]),
        }).criticalItems,
      ).toEqual([{ itemId: 'phq9_9', number: 9, value, level: 'urgent' }])
    }
    expect(
      scoreMeasure({ measure, answers: answersOf('PHQ-9', [0, 0, 0, 0, 0, 0, 0, 0, 0]) })
        .criticalItems,
    ).toEqual([])
  })

  it('should report item 9 even when too much else is empty', () => {
    expect(scoreMeasure({ measure: measureOf('PHQ-9'), answers: { phq9_9: 2 } })).toMatchObject({
      isScored: false,
      criticalItems: [{ number: 9, value: 2 }],
    })
  })

  it.each([[-1], [4], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    'should refuse the answer %s',
    (value) => {
      const answers = { ...answersOf('GAD-7', [0, 0, 0, 0, 0, 0, 0]), gad7_3: value }
      expect(scoreMeasure({ measure: measureOf('GAD-7'), answers })).toMatchObject({
        isScored: false,
        message: 'Question 3 of GAD-7 takes a whole number from 0 to 3.',
        problems: [{ itemId: 'gad7_3' }],
      })
    },
  )

  it('should refuse a question that the instrument does not have', () => {
    const answers = { ...answersOf('PHQ-2', [0, 0]), phq9_3: 1 }
    expect(scoreMeasure({ measure: measureOf('PHQ-2'), answers })).toMatchObject({
      isScored: false,
      message: 'PHQ-2 has no question "phq9_3".',
    })
  })

  it('should refuse an answer list for an inherited property name', () => {
    expect(
      scoreMeasure({
        measure: measureOf('PHQ-2'),
        answers: { ...answersOf('PHQ-2', [0, 0]), constructor: 1 },
      }),
    ).toMatchObject({ isScored: false, problems: [{ itemId: 'constructor' }] })
  })

  it('should stay inside the range and equal the plain sum when nothing is empty', () => {
    const answer = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURES),
        fc.array(answer, { minLength: 10, maxLength: 10 }),
        (measure, values) => {
          const answers = Object.fromEntries(
            measure.items.map((item, index) => [item.id, values[index]!]),
          )
          const score = scoreMeasure({ measure, answers })
          const scored = measure.items.filter((item) => item.isScored)
          const gaps = scored.filter((item) => answers[item.id] === null).length
          expect(score.isScored).toBe(gaps <= measure.score.missing.maxMissing)
          expect(score.missing.length).toBe(gaps)
          if (!score.isScored) return
          expect(score.total).toBeGreaterThanOrEqual(measure.score.min)
          expect(score.total).toBeLessThanOrEqual(measure.score.max)
          expect(score.isProrated).toBe(gaps > 0)
          if (gaps === 0) expect(score.total).toBe(score.rawSum)
          if (gaps > 0) expect(score.total).toBeGreaterThanOrEqual(score.rawSum)
        },
      ),
    )
  })
})

describe('Carrying answers from a short form', () => {
  it('should fill the first two questions of the PHQ-9 from the PHQ-2 (R45)', () => {
    expect(
      carryAnswers({
        from: measureOf('PHQ-2'),
        to: measureOf('PHQ-9'),
        answers: { phq2_1: 2, phq2_2: 3 },
      }),
    ).toEqual({ phq9_1: 2, phq9_2: 3 })
  })

  it('should carry nothing between instruments that share no question', () => {
    expect(
      carryAnswers({
        from: measureOf('GAD-2'),
        to: measureOf('PHQ-9'),
        answers: { gad2_1: 2, gad2_2: 3 },
      }),
    ).toEqual({})
  })
})

describe('The catalog', () => {
  it('should use "Not at all" as the zero option everywhere', () => {
    for (const measure of MEASURES) {
      for (const item of measure.items.filter(({ isScored }) => isScored)) {
        expect(item.options.map(({ label }) => label)[0]).toBe('Not at all')
      }
    }
  })

  it('should find a definition by id and by versioned key', () => {
    for (const measure of MEASURES) {
      expect(findMeasure(measure.id)).toBe(measure)
      expect(findMeasure(measureKey(measure))).toBe(measure)
    }
    expect(findMeasure('PHQ-9@0')).toBeNull()
  })
})
