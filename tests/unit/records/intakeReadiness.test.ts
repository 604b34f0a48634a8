import { describe, expect, it } from 'vitest'
import { intakeReadiness } from '@/src/domain/records/intakeReadiness'
import {
  formatReviews,
  parseReviews,
  REQUIRED_PARTS,
  REVIEWED_PARTS,
} from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS, unknownMentalStatus } from '@/src/domain/records/mentalStatus'

const whole = (): Record<string, string> => ({
  ...Object.fromEntries(REQUIRED_PARTS.map(({ key }) => [key, 'Written.'])),
  ...Object.fromEntries(
    MENTAL_STATUS.filter(({ isRequired }) => isRequired).map(({ codes, key }) => [
      key,
      codes[0]?.value ?? '',
    ]),
  ),
  riskIdeation: 'denied',
  riskAcute: 'low',
  riskChronic: 'low',
  reviews: REVIEWED_PARTS.map(({ key }) => `${key}:none`).join(' '),
})

const missing = (texts: Record<string, string>, isMinor = false): string[] =>
  intakeReadiness({ texts, isMinor })
    .filter(({ ok }) => !ok)
    .map(({ path }) => path.replace('assessment.', ''))

describe('What an intake assessment needs (R51)', () => {
  it('is nothing more once every section is answered', () => {
    expect(missing(whole())).toEqual([])
    expect(missing(whole(), true)).toEqual([])
  })

  it('names each required section that is empty or blank', () => {
    for (const { key } of REQUIRED_PARTS)
      expect(missing({ ...whole(), [key]: '  ' })).toEqual([key])
  })

  it('needs a chosen code per mental status domain, and a known one', () => {
    expect(missing({ ...whole(), mseSpeech: '' })).toEqual(['mseSpeech'])
    expect(missing({ ...whole(), mseSpeech: 'singing' })).toEqual(['mseSpeech'])
    expect(missing({ ...whole(), mseSpeech: 'rapid loud' })).toEqual([])
    expect(missing({ ...whole(), mseEyeContact: '' })).toEqual([])
    expect(unknownMentalStatus('mseBehavior', 'guarded tearful')).toBeNull()
  })

  it('never takes a blank for "none"', () => {
    const reviews = (text: string) => ({ ...whole(), reviews: text })
    expect(missing(reviews('')).length).toBe(REVIEWED_PARTS.length - 1)
    const rest = whole()['reviews'] ?? ''
    expect(missing(reviews(rest.replace('trauma:none', 'trauma:reviewed')))).toEqual(['trauma'])
    expect(
      missing({ ...reviews(rest.replace('trauma:none', 'trauma:reviewed')), trauma: 'A fall.' }),
    ).toEqual([])
    expect(missing(reviews(rest.replace('trauma:none', 'trauma:deferred')))).toEqual([])
  })

  it('counts what the patient wrote once it was reviewed', () => {
    const rest = (whole()['reviews'] ?? '').replace('allergies:none', 'allergies:reviewed')
    const texts = { ...whole(), reviews: rest, historyAllergies: 'Penicillin' }
    expect(missing(texts)).toEqual([])
    expect(missing({ ...texts, reviews: rest.replace('allergies:reviewed', '') })).toEqual([
      'allergies',
    ])
  })

  it('asks about development only of minors', () => {
    const reviews = (whole()['reviews'] ?? '').replace('developmental:none', '')
    expect(missing({ ...whole(), reviews })).toEqual([])
    expect(missing({ ...whole(), reviews }, true)).toEqual(['developmental'])
  })

  it('reads and writes the answers about sections, leaving out what it does not know', () => {
    const text = 'trauma:deferred  allergies:none nothing:none trauma allergies:maybe'
    expect([...parseReviews(text)]).toEqual([
      ['trauma', 'deferred'],
      ['allergies', 'none'],
    ])
    expect(formatReviews(parseReviews(text))).toBe('allergies:none trauma:deferred')
    expect(parseReviews(null).size).toBe(0)
  })
})
