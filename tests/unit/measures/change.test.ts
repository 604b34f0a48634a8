import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMeasure, MEASURES } from '@/src/domain/measures/catalog'
import { changeBetween, needsReview, worsened } from '@/src/domain/measures/change'

const phq9 = findMeasure('PHQ-9')!
const gad7 = findMeasure('GAD-7')!

describe('Change between two scores', () => {
  it.each([
    ['PHQ-9', 16, 9, 'recovered'],
    ['PHQ-9', 16, 10, 'reliablyImproved'],
    ['PHQ-9', 15, 9, 'recovered'],
    ['PHQ-9', 14, 9, 'noReliableChange'],
    ['PHQ-9', 12, 17, 'noReliableChange'],
    ['PHQ-9', 12, 18, 'reliablyDeteriorated'],
    ['PHQ-9', 4, 10, 'harmed'],
    ['PHQ-9', 2, 8, 'reliablyDeteriorated'],
    ['PHQ-9', 9, 3, 'maintained'],
    ['PHQ-9', 9, 10, 'maintained'],
    ['GAD-7', 14, 10, 'reliablyImproved'],
    ['GAD-7', 11, 7, 'recovered'],
    ['GAD-7', 14, 11, 'noReliableChange'],
    ['GAD-7', 8, 12, 'reliablyDeteriorated'],
    ['GAD-7', 4, 8, 'harmed'],
    ['GAD-7', 7, 3, 'maintained'],
  ])('should call %s %i to %i %s', (id, first, latest, category) => {
    expect(changeBetween({ measure: findMeasure(id)!, first, latest })?.category).toBe(category)
  })

  it('should flag response at half and remission below five, apart from the category', () => {
    expect(changeBetween({ measure: phq9, first: 16, latest: 8 })).toMatchObject({
      isResponse: true,
      isRemission: false,
    })
    expect(changeBetween({ measure: phq9, first: 16, latest: 9 })).toMatchObject({
      isResponse: false,
    })
    expect(changeBetween({ measure: phq9, first: 16, latest: 4 })).toMatchObject({
      isResponse: true,
      isRemission: true,
    })
    expect(changeBetween({ measure: phq9, first: 0, latest: 0 })).toMatchObject({
      isResponse: false,
      isRemission: true,
    })
  })

  it('should compare prorated totals without binary rounding', () => {
    expect(changeBetween({ measure: phq9, first: 16.1, latest: 10.1 })).toMatchObject({
      points: -6,
      isReliablyImproved: true,
    })
  })

  it('should say nothing for instruments without published parameters', () => {
    for (const measure of MEASURES.filter(({ score }) => !score.change)) {
      expect(changeBetween({ measure, first: 6, latest: 0 })).toBeNull()
      expect(worsened({ measure, first: 0, latest: 6 }).isWorse).toBe(false)
    }
  })

  it('should mirror improvement and deterioration', () => {
    const total = fc.integer({ min: 0, max: 21 })
    fc.assert(
      fc.property(fc.constantFrom(phq9, gad7), total, total, (measure, first, latest) => {
        const forth = changeBetween({ measure, first, latest })!
        const back = changeBetween({ measure, first: latest, latest: first })!
        expect(forth.isReliablyImproved).toBe(back.isReliablyDeteriorated)
        expect(forth.isReliablyImproved && forth.isReliablyDeteriorated).toBe(false)
        expect(worsened({ measure, first, latest }).isWorse).toBe(forth.isReliablyDeteriorated)
      }),
    )
  })
})

describe('Worsening (R44)', () => {
  it('should fire at 6 points on the PHQ-9 and 4 on the GAD-7', () => {
    expect(worsened({ measure: phq9, first: 10, latest: 15 }).isWorse).toBe(false)
    expect(worsened({ measure: phq9, first: 10, latest: 16 }).isWorse).toBe(true)
    expect(worsened({ measure: gad7, first: 5, latest: 8 }).isWorse).toBe(false)
    expect(worsened({ measure: gad7, first: 5, latest: 9 }).isWorse).toBe(true)
  })

  it('should say by how much, and follow the practice when it sets another number', () => {
    expect(worsened({ measure: phq9, first: 10, latest: 17 }).message).toBe(
      'Scores are getting worse (+7). Review the plan.',
    )
    expect(worsened({ measure: phq9, first: 10, latest: 17, threshold: 8 })).toMatchObject({
      isWorse: false,
      message: null,
    })
  })

  it('should ask for a review when eight sessions brought no reliable gain', () => {
    const settings = { noGainBySession: 8 }
    const review = (latest: number, sessionCount: number) =>
      needsReview({ measure: phq9, first: 16, latest, sessionCount, settings })
    expect(review(12, 7).isNeeded).toBe(false)
    expect(review(12, 8)).toEqual({
      isNeeded: true,
      message: 'No reliable gain on the PHQ-9 after 8 sessions. Review the plan.',
    })
    expect(review(10, 8).isNeeded).toBe(false)
    expect(review(22, 1).message).toContain('+6')
    expect(
      needsReview({ measure: phq9, first: 8, latest: 7, sessionCount: 20, settings }).isNeeded,
    ).toBe(false)
  })
})
