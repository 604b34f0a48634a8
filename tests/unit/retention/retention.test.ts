import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalendarDate } from '@/src/domain/calendarDate'
import {
  addYears,
  type ChartFacts,
  type RetentionRule,
  recordClasses,
  retentionOf,
} from '@/src/domain/retention/retention'
import { standardRules } from '@/src/domain/retention/standardRules'

const rule = (more: Partial<RetentionRule> = {}): RetentionRule => ({
  state: '*',
  recordClass: 'clinical',
  yearsFromService: 7,
  yearsFromMajority: 3,
  majorityAge: 18,
  citation: 'test',
  ...more,
})

const chart = (more: Partial<ChartFacts> = {}): ChartFacts => ({
  states: ['MA'],
  classes: ['clinical'],
  dateOfBirth: '1980-05-01',
  lastServiceOn: '2015-03-10',
  ...more,
})

const dayOf = (facts: ChartFacts, rules: readonly RetentionRule[]): string => {
  const found = retentionOf(facts, rules)
  return found.kind === 'until' ? found.day : found.sentence
}

describe('R67 how long a chart is kept', () => {
  it('counts an adult’s years from the last service', () => {
    expect(dayOf(chart(), [rule()])).toBe('2022-03-10')
  })

  it('counts a minor’s years from majority when that is later', () => {
    // Sixteen at the last service: of age in 2017, three more years; seven from 2015 is later.
    expect(dayOf(chart({ dateOfBirth: '1999-01-01' }), [rule()])).toBe('2022-03-10')
    // Six at the last service: of age in 2027.
    expect(dayOf(chart({ dateOfBirth: '2009-01-01' }), [rule()])).toBe('2030-01-01')
    // On the birthday of majority itself the patient is of age.
    const grown = chart({ dateOfBirth: '1997-03-10' })
    expect(retentionOf(grown, [rule()])).toMatchObject({ because: 'service' })
    const late = [rule({ yearsFromMajority: 30 })]
    expect(dayOf(chart({ dateOfBirth: '1997-03-11' }), late)).toBe('2045-03-11')
    expect(dayOf(grown, late)).toBe('2022-03-10')
    expect(dayOf(chart({ dateOfBirth: '2009-01-01' }), [rule({ majorityAge: 21 })])).toBe(
      '2033-01-01',
    )
  })

  it('lets the longest rule win, of all that apply', () => {
    const pennsylvania = rule({ state: 'PA', yearsFromService: 5 })
    const long = rule({ state: 'TX', yearsFromService: 12 })
    const rules = [rule(), pennsylvania, long]
    expect(dayOf(chart({ states: ['PA'] }), rules)).toBe('2022-03-10')
    expect(dayOf(chart({ states: ['PA', 'TX'] }), rules)).toBe('2027-03-10')
    // A state nobody entered is every state.
    expect(dayOf(chart({ states: [] }), rules)).toBe('2027-03-10')
    expect(dayOf(chart({ classes: ['clinical', 'billing'] }), standardRules)).toBe('2025-03-10')
  })

  it('blocks and says what is missing instead of guessing', () => {
    expect(dayOf(chart({ dateOfBirth: null }), [rule()])).toMatch(/date of birth is missing/)
    expect(dayOf(chart({ lastServiceOn: null }), [rule()])).toMatch(/No day of service/)
    expect(dayOf(chart({ dateOfBirth: '2020-01-01' }), [rule()])).toMatch(/after the last service/)
    expect(dayOf(chart(), [rule({ state: 'PA' })])).toMatch(/no rule for "Treatment records" in MA/)
    expect(dayOf(chart({ classes: [] }), [rule()])).toMatch(/holds nothing/)
  })

  it('never ends a day early', () => {
    expect(addYears('2016-02-29', 1)).toBe('2017-03-01')
    expect(addYears('2016-02-29', 4)).toBe('2020-02-29')
    expect(addYears('2015-12-31', 7)).toBe('2022-12-31')
  })

  it('is never shorter than any rule that applies, whatever the rules', () => {
    const day = fc
      .record({
        year: fc.integer({ min: 1950, max: 2030 }),
        month: fc.integer({ min: 1, max: 12 }),
        date: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ year, month, date }) => {
        const two = (value: number): string => String(value).padStart(2, '0')
        return `${year}-${two(month)}-${two(date)}`
      })
    const someRule = fc.record({
      state: fc.constantFrom('*', 'MA', 'PA', 'TX'),
      recordClass: fc.constantFrom(...recordClasses.map(({ value }) => value)),
      yearsFromService: fc.integer({ min: 1, max: 30 }),
      yearsFromMajority: fc.option(fc.integer({ min: 0, max: 10 })),
      majorityAge: fc.constantFrom(18, 19, 21),
      citation: fc.constant('any'),
    })
    fc.assert(
      fc.property(
        fc.array(someRule, { maxLength: 8 }),
        day,
        day,
        fc.subarray(['MA', 'PA', 'TX']),
        fc.subarray(recordClasses.map(({ value }) => value)),
        (rules, dateOfBirth, lastServiceOn, states, classes) => {
          const found = retentionOf({ dateOfBirth, lastServiceOn, states, classes }, rules)
          if (found.kind === 'unknown') return found.sentence.length > 0
          const applying = rules.filter(
            ({ state, recordClass }) =>
              classes.includes(recordClass) &&
              (state === '*' || !states.length || states.includes(state)),
          )
          return (
            isCalendarDate(found.day) &&
            applying.every(({ yearsFromService, yearsFromMajority, majorityAge }) => {
              const ofAge = addYears(dateOfBirth, majorityAge)
              const isMinor = lastServiceOn < ofAge
              return (
                found.day >= addYears(lastServiceOn, yearsFromService) &&
                (!isMinor ||
                  yearsFromMajority === null ||
                  found.day >= addYears(ofAge, yearsFromMajority))
              )
            })
          )
        },
      ),
    )
  })
})
