import { describe, expect, it } from 'vitest'
import { addDays } from '@/src/domain/calendarDate'
import { comesOfAgeOn, isMinorOn } from '@/src/domain/people/majority'
import { MINOR_CONSENT_LAWS, minorMayConsent } from '@/src/domain/people/minorConsent'
import { childhoodEndWords, minorConsentWords } from '@/src/domain/people/minorWords'

const inForce = MINOR_CONSENT_LAWS.filter(({ to }) => to === null)
const born = (years: number, on: string) => `${Number(on.slice(0, 4)) - years}${on.slice(4)}`
const today = '2026-04-14'

describe('R12 the day before and the day of a birthday, state by state', () => {
  it.each(inForce.filter(({ minimumAge }) => minimumAge !== null))(
    '$state: $minimumAge years',
    ({ state, minimumAge }) => {
      const birthDate = born(minimumAge ?? 0, today)
      const on = (day: string) => minorMayConsent({ birthDate, state, on: day })
      expect(on(addDays(today, -1))).toMatchObject({ isPossible: false, problem: 'tooYoung' })
      expect(on(today)).toMatchObject({ isPossible: true, age: minimumAge })
    },
  )

  it.each(inForce.filter(({ minimumAge }) => minimumAge === null))(
    '$state: a parent consents at every age',
    ({ state }) => {
      for (const years of [12, 17])
        expect(minorMayConsent({ birthDate: born(years, today), state, on: today })).toMatchObject({
          isPossible: false,
          problem: 'notAllowed',
        })
    },
  )

  it.each(inForce)('$state: nobody is a minor any more on the 18th birthday', ({ state }) => {
    const birthDate = born(18, today)
    expect(minorMayConsent({ birthDate, state, on: today })).toMatchObject({ problem: 'adult' })
    expect(isMinorOn({ birthDate, state, on: addDays(today, -1) })).toBe(true)
    expect(isMinorOn({ birthDate, state, on: today })).toBe(false)
  })

  it('IL: meetings are counted until the 17th birthday, and not from that day on', () => {
    const on = (day: string) =>
      minorMayConsent({ birthDate: born(17, today), state: 'IL', on: day })
    expect(on(addDays(today, -1))).toMatchObject({ isPossible: true, isLimited: true })
    expect(on(today)).toMatchObject({ isPossible: true, isLimited: false })
  })

  it('CA: the wording changes on its day', () => {
    const lawOn = (on: string) =>
      minorMayConsent({ birthDate: '2010-01-01', state: 'CA', on }).law?.key
    expect(lawOn('2024-06-30')).toBe('CA@2011-01-01')
    expect(lawOn('2024-07-01')).toBe('CA@2024-07-01')
  })
})

describe('R13 the day on which childhood ends', () => {
  it.each([
    ['OR', '2008-05-10', '2026-05-10'],
    ['AL', '2008-05-10', '2027-05-10'],
    ['NE', '2008-05-10', '2027-05-10'],
    ['MS', '2008-05-10', '2029-05-10'],
    ['OR', '2008-02-29', '2026-03-01'],
  ])('%s: born %s, of age on %s', (state, birthDate, day) => {
    expect(comesOfAgeOn({ birthDate, state })).toBe(day)
    expect(isMinorOn({ birthDate, state, on: addDays(day, -1) })).toBe(true)
    expect(isMinorOn({ birthDate, state, on: day })).toBe(false)
  })

  it('is said in a sentence', () => {
    expect(childhoodEndWords({ birthDate: '2011-02-03', state: 'AL', name: 'Maya' })).toBe(
      'Access of parents ends by itself on Feb 3, 2030, when Maya turns 19.',
    )
  })
})

describe('R12 what a minor decides alone, in words', () => {
  const words = (state: string, years: number) =>
    minorConsentWords(minorMayConsent({ birthDate: born(years, today), state, on: today }), {
      name: 'Maya',
      state,
    })

  it('names the state, the age, what has to be found and how far it goes', () => {
    expect(words('IL', 15)).toBe(
      'In Illinois Maya may consent to counseling alone from 12, for 8 meetings of up to 90 minutes before a parent has to consent (405 ILCS 5/3-5A-105).',
    )
    expect(words('CO', 15)).toContain('when found mature enough')
  })

  it('says no, too young and unknown each in its own sentence', () => {
    expect(words('ID', 15)).toBe(
      'In Idaho a parent consents (Idaho Code 32-1015, from Jul 1, 2024).',
    )
    expect(words('OR', 13)).toBe('In Oregon one consents alone from 14 (ORS 109.675).')
    expect(words('TX', 15)).toContain('No rule is on file for TX. Ask counsel')
    expect(words('', 15)).toContain('which is not known')
  })
})
