import { describe, expect, it } from 'vitest'
import {
  afterGrant,
  onlyTakesAway,
  roleEndsIn,
  roleEndsText,
  rolesOn,
} from '@/src/domain/people/roleEnds'

describe('R98 roles with a last day', () => {
  const person = { roles: ['clinician', 'compliance'], roleEnds: 'compliance:2026-06-30' }

  it.each([
    ['2026-06-29', ['clinician', 'compliance']],
    ['2026-06-30', ['clinician', 'compliance']],
    ['2026-07-01', ['clinician']],
    ['2027-01-01', ['clinician']],
  ])('on %s are %j', (today, expected) => {
    expect(rolesOn(person, today)).toEqual(expected)
  })

  it('are none where nothing is written, and an end that cannot be read ends nothing', () => {
    expect(rolesOn({}, '2026-01-01')).toEqual([])
    expect(rolesOn({ roles: null, roleEnds: 7 }, '2026-01-01')).toEqual([])
    expect(rolesOn({ roles: ['hr'], roleEnds: 'hr:soon' }, '2026-01-01')).toEqual(['hr'])
  })

  it('are written as they are read', () => {
    const ends = { hr: '2026-02-01', biller: '2026-01-01' }
    expect(roleEndsIn(roleEndsText(ends))).toEqual(ends)
  })
})

describe('R98 what somebody holds after a grant', () => {
  const before = { roles: ['clinician', 'compliance'], ends: { compliance: '2026-06-30' } }

  it('ends what is added or ended before, and leaves what stays for good', () => {
    const wish = { roles: ['clinician', 'compliance', 'hr'], endsOn: '2026-12-31' }
    expect(afterGrant(before, wish)).toEqual({
      roles: ['clinician', 'compliance', 'hr'],
      ends: { compliance: '2026-12-31', hr: '2026-12-31' },
    })
  })

  it('has no end without a last day', () => {
    const wish = { roles: ['clinician', 'compliance'], endsOn: null }
    expect(afterGrant(before, wish)).toEqual({ roles: ['clinician', 'compliance'], ends: {} })
  })
})

describe('R98 a change that only takes away', () => {
  const held = { roles: ['clinician', 'biller', 'compliance'], ends: { biller: '2026-06-30' } }

  it.each([
    ['a role less', ['clinician', 'compliance'], {}, true],
    ['an earlier day', held.roles, { biller: '2026-05-31' }, true],
    ['a last day for what had none', held.roles, { clinician: '2026-05-31', ...held.ends }, true],
    ['a later day', held.roles, { biller: '2026-07-31' }, false],
    ['no day any more', held.roles, {}, false],
    ['another role', ['clinician', 'hr', 'compliance'], {}, false],
    ['the role that watches', ['clinician', 'biller'], held.ends, false],
    ['a last day for it', held.roles, { compliance: '2026-12-31', ...held.ends }, false],
  ])('%s', (_, roles, ends, expected) => {
    expect(onlyTakesAway(held, { roles, ends })).toBe(expected)
  })
})
