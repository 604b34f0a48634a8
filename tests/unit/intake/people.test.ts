import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  normalizeEmail,
  normalizeName,
  normalizePhone,
  possibleDuplicates,
} from '@/src/domain/intake/duplicates'
import {
  allowedInquiryActions,
  INQUIRY_ACTIONS,
  INQUIRY_STATES,
  INQUIRY_TRANSITIONS,
  type InquiryState,
  nextInquiryState,
} from '@/src/domain/intake/inquiryStates'
import { foldText, matchesPrefix, searchText } from '@/src/domain/intake/searchText'

describe('Normalizing', () => {
  it.each([
    ['(503) 555-0142', '+15035550142'],
    ['503.555.0142', '+15035550142'],
    ['+1 503 555 0142 ext. 9', '+15035550142'],
    ['1-503-555-0142', '+15035550142'],
    ['+49 30 901820', '+4930901820'],
    ['12', null],
    ['call me', null],
    ['', null],
    [null, null],
  ])('should read the phone %s as %s', (phone, expected) => {
    expect(normalizePhone({ phone })).toBe(expected)
  })

  it.each([
    [' Ana.Lee@Example.COM ', 'ana.lee@example.com'],
    ['ana+therapy@example.com', 'ana+therapy@example.com'],
    ['ana@example', null],
    ['ana@@example.com', null],
    ['ana lee@example.com', null],
    ['ana@example..com', null],
    ['', null],
    [undefined, null],
  ])('should read the e-mail %s as %s', (email, expected) => {
    expect(normalizeEmail(email)).toBe(expected)
  })

  it.each([
    ['Álvarez-Díaz', 'alvarezdiaz'],
    ["O'Connor", 'oconnor'],
    ['O’Connor', 'oconnor'],
    ['Großmann', 'grossmann'],
    ['Łukasz Øster', 'lukaszoster'],
    ['ＡＮＡ', 'ana'],
    ['李 明', '李明'],
    [null, ''],
  ])('should fold the name %s to %s', (name, expected) => {
    expect(normalizeName(name)).toBe(expected)
  })
})

describe('Possible duplicates (R01)', () => {
  const existing = [
    {
      id: 1,
      firstName: 'Mara',
      lastName: 'Okafor',
      birthDate: '1990-05-02',
      phone: '503-555-0142',
      email: 'mara@example.com',
    },
    { id: 2, lastName: 'Okafor', birthDate: '1988-01-01', phone: '+1 503 555 0142' },
    { id: 3, lastName: 'Lee', birthDate: '1990-05-02' },
    { id: 4 },
  ]

  it('should say what is the same, most reasons first', () => {
    expect(
      possibleDuplicates({
        candidate: {
          lastName: 'OKÁFOR',
          birthDate: '1990-05-02T00:00:00.000Z',
          phone: '(503) 555 0142',
          email: 'MARA@example.com',
        },
        existing,
      }),
    ).toEqual([
      {
        id: 1,
        reasons: [
          'Same phone number.',
          'Same e-mail address.',
          'Same last name and date of birth.',
        ],
      },
      { id: 2, reasons: ['Same phone number.'] },
    ])
  })

  it('should not match on a name alone, a birthday alone, or on nothing', () => {
    expect(possibleDuplicates({ candidate: { lastName: 'Okafor' }, existing })).toEqual([])
    expect(possibleDuplicates({ candidate: { birthDate: '1990-05-02' }, existing })).toEqual([])
    expect(
      possibleDuplicates({ candidate: { phone: 'n/a', email: 'none', lastName: '' }, existing }),
    ).toEqual([])
  })
})

describe('Search text', () => {
  it('should hold each folded word once and match by prefixes in any order', () => {
    const text = searchText(['José', 'Núñez-Ortega', null, 'José'])
    expect(text).toBe('jose nunez ortega')
    expect(matchesPrefix({ text, query: 'ORT jos' })).toBe(true)
    expect(matchesPrefix({ text, query: 'Núñ' })).toBe(true)
    expect(matchesPrefix({ text, query: 'tega' })).toBe(false)
    expect(matchesPrefix({ text, query: 'jose lee' })).toBe(false)
    expect(matchesPrefix({ text, query: ' ' })).toBe(true)
  })

  it('should be stable under folding again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('Inquiry states', () => {
  it('should play the story from the website to a patient', () => {
    const path: InquiryState[] = ['new']
    for (const action of ['triage', 'offer', 'book-intake', 'convert'] as const) {
      path.push(nextInquiryState({ state: path.at(-1)!, action })!)
    }
    expect(path).toEqual(['new', 'triaged', 'offered', 'intakeBooked', 'converted'])
  })

  it('should let nobody reach a list, an offer or a booking without triage', () => {
    expect(allowedInquiryActions('new')).toEqual(['triage', 'decline', 'close'])
  })

  it('should end at converted and reopen only what was declined or closed', () => {
    expect(allowedInquiryActions('converted')).toEqual([])
    for (const state of INQUIRY_STATES) {
      expect(nextInquiryState({ state, action: 'reopen' }) !== null).toBe(
        state === 'declined' || state === 'closed',
      )
    }
  })

  it('should reach every state from new', () => {
    const reached = new Set<string>(['new'])
    for (let round = 0; round < INQUIRY_STATES.length; round += 1) {
      for (const state of INQUIRY_STATES.filter((name) => reached.has(name))) {
        for (const next of Object.values(INQUIRY_TRANSITIONS[state])) reached.add(next)
      }
    }
    expect([...reached].sort()).toEqual([...INQUIRY_STATES].sort())
    const used = new Set(INQUIRY_STATES.flatMap((state) => allowedInquiryActions(state)))
    expect(used.size).toBe(INQUIRY_ACTIONS.length)
  })
})
