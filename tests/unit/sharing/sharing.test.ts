import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/src/domain/calendarDate'
import { accountingOf, type Disclosed, yearsBefore } from '@/src/domain/sharing/accounting'
import { nextStepOf, pressureOf, type RequestFacts } from '@/src/domain/sharing/nextStep'
import { classesIn, classWords, unknownClasses } from '@/src/domain/sharing/recordClasses'
import { isInForce, whyNotInForce } from '@/src/domain/sharing/releaseKinds'
import { daysLeftWords, isReviewable } from '@/src/domain/sharing/requests'
import { beyondScope, rangeProblem, rangeWords } from '@/src/domain/sharing/scope'

const today = '2026-04-14'

const entry = (more: Partial<Disclosed>): Disclosed => ({
  id: 'a',
  sentOn: '2026-04-01',
  basis: 'courtOrder',
  isCountable: true,
  isPart2: false,
  hiddenUntil: null,
  ...more,
})

const day = fc.integer({ min: -4000, max: 400 }).map((days) => addDays(today, days))

describe('R63 the list of disclosures', () => {
  const lists = (more: Partial<Disclosed>) => accountingOf([entry(more)], { today, years: 6 })

  it('goes six years back to the day', () => {
    expect(lists({ sentOn: '2020-04-14' }).countable).toHaveLength(1)
    expect(lists({ sentOn: '2020-04-13' }).countable).toHaveLength(0)
    expect(yearsBefore('2024-02-29', 6)).toBe('2018-02-28')
  })

  it('leaves out treatment, payment, operations and what the patient got', () => {
    for (const basis of ['treatment', 'payment', 'operations', 'individual']) {
      const { countable, part2, released } = lists({ basis, isCountable: false, isPart2: true })
      expect([countable, part2, released]).toEqual([[], [], []])
    }
  })

  it('keeps apart what was allowed: Part 2 for three years, other releases for six', () => {
    const allowed = { basis: 'release', isCountable: false }
    expect(lists(allowed).released).toHaveLength(1)
    expect(lists({ ...allowed, isPart2: true }).part2).toHaveLength(1)
    expect(lists({ ...allowed, isPart2: true, sentOn: '2023-04-13' }).part2).toHaveLength(0)
  })

  it('hides what an authority asked to hide, until the day after', () => {
    expect(lists({ hiddenUntil: today }).countable).toHaveLength(0)
    expect(lists({ hiddenUntil: '2026-04-13' }).countable).toHaveLength(1)
  })

  it('has every entry at most once', () => {
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        sentOn: day,
        basis: fc.constantFrom('release', 'courtOrder', 'treatment'),
        isCountable: fc.boolean(),
        isPart2: fc.boolean(),
        hiddenUntil: fc.option(day),
      }),
    )
    fc.assert(
      fc.property(rows, (given) => {
        const { countable, part2, released } = accountingOf(given, { today, years: 6 })
        const ids = [...countable, ...part2, ...released].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('R61 the scope of a release', () => {
  it('finds whatever goes beyond it', () => {
    const covered = { classes: 'plans', from: '2026-01-01', to: '2026-06-30' }
    expect(
      beyondScope({ classes: 'plans', from: '2026-01-01', to: '2026-06-30' }, covered),
    ).toEqual([])
    expect(beyondScope({ classes: 'plans notes', from: null, to: null }, covered)).toHaveLength(3)
    expect(rangeProblem({ from: '2026-04-02', to: '2026-04-01' })).toContain('before the first')
    expect(rangeProblem({ from: '2026-04-01', to: '2026-04-01' })).toBeNull()
    expect(rangeWords({ from: null, to: null })).toBe('all dates')
  })

  it('never lets more through when less is covered', () => {
    const classes = fc.subarray(['plans', 'notes', 'diagnoses']).map((list) => list.join(' '))
    const scope = fc.record({ classes, from: fc.option(day), to: fc.option(day) })
    fc.assert(
      fc.property(scope, scope, (asked, covered) => {
        const isInside = beyondScope(asked, covered).length === 0
        const all = new Set<string>(classesIn(covered.classes))
        if (isInside) for (const code of classesIn(asked.classes)) expect(all.has(code)).toBe(true)
        if (isInside && covered.from) expect((asked.from ?? '') >= covered.from).toBe(true)
        if (isInside && covered.to) expect((asked.to ?? '9999') <= covered.to).toBe(true)
      }),
    )
  })

  it('speaks of parts in words and knows no psychotherapy notes (R57)', () => {
    expect(classWords('plans diagnoses')).toBe('diagnoses and treatment plans')
    expect(unknownClasses('plans psychotherapyNotes')).toEqual(['psychotherapyNotes'])
  })
})

describe('R65 a release in force', () => {
  it('holds through its last day', () => {
    expect(isInForce({ status: 'active', expiresOn: today }, today)).toBe(true)
    expect(isInForce({ status: 'active', expiresOn: '2026-04-13' }, today)).toBe(false)
    expect(isInForce({ status: 'active', expiresOn: null }, today)).toBe(true)
    for (const status of ['pending', 'revoked', 'expired', 'declined', 'cancelled'])
      expect(isInForce({ status, expiresOn: null }, today)).toBe(false)
  })

  it('says why it does not', () => {
    expect(whyNotInForce({ status: 'active', expiresOn: '2026-04-30' })).toBe(
      'ended on Apr 30, 2026',
    )
    expect(whyNotInForce({ status: 'pending', expiresOn: null })).toBe('is not signed yet')
  })
})

describe('R62 the clock of a request', () => {
  it('counts days in words', () => {
    expect(daysLeftWords('2026-04-26', today)).toBe('12 days left.')
    expect(daysLeftWords('2026-04-15', today)).toBe('1 day left.')
    expect(daysLeftWords(today, today)).toBe('Due today.')
    expect(daysLeftWords('2026-04-11', today)).toBe('3 days late.')
  })

  it('knows which grounds get a second look', () => {
    expect(isReviewable('harmsOther')).toBe(true)
    expect(isReviewable('psychotherapyNotes')).toBe(false)
  })
})

describe('R62 what to do next about a request', () => {
  const next = (more: Partial<RequestFacts>) =>
    nextStepOf({
      kind: 'access',
      status: 'open',
      requesterKind: 'patient',
      isVerified: true,
      isReviewAsked: false,
      isReviewed: false,
      method: '',
      sharing: null,
      file: null,
      fileUntil: null,
      ...more,
    })

  it('depends on who asks and whether we know them', () => {
    expect(next({ isVerified: false })).toContain('press Verify')
    expect(next({})).toContain('Give the records, or deny')
    expect(next({ requesterKind: 'lawyer', isVerified: false })).toContain('legal hold')
    expect(next({ requesterKind: 'court' })).toContain('what it names and nothing more')
    expect(next({ kind: 'accounting' })).toContain('list as a PDF')
  })

  it('follows the file until it has left the house', () => {
    const given = { status: 'fulfilled', sharing: 'prepared' } as const
    expect(next({ ...given, method: 'portal', file: 'waiting' })).toContain('being put together')
    expect(next({ ...given, method: 'portal', file: 'ready', fileUntil: '2026-04-17' })).toContain(
      'until Apr 17, 2026',
    )
    expect(next({ ...given, method: 'fax', file: 'ready' })).toContain('Take the file')
    expect(next({ ...given, method: 'fax', file: 'taken' })).toContain('mark it as sent')
    expect(next({ ...given, method: 'fax', file: 'failed' })).toContain('try again')
    expect(next({ ...given, method: 'portal', file: 'expired' })).toContain('destroyed')
    expect(next({ ...given, sharing: 'sent' })).toBe('')
  })

  it('speaks of a second look only while one is open', () => {
    const denied = { status: 'denied', isReviewAsked: true } as const
    expect(next(denied)).toContain('no part in the denial')
    expect(next({ ...denied, isReviewed: true })).toBe('')
    expect(next({ status: 'withdrawn' })).toBe('')
  })

  it('presses from a week before the day on', () => {
    expect(pressureOf('2026-04-13', today)).toBe('late')
    expect(pressureOf(today, today)).toBe('soon')
    expect(pressureOf('2026-04-21', today)).toBe('soon')
    expect(pressureOf('2026-04-22', today)).toBe('later')
  })
})
