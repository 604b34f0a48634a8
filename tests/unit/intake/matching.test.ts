import { describe, expect, it } from 'vitest'
import { type MatchTherapist, matchTherapists } from '@/src/domain/intake/matching'

const kim: MatchTherapist = {
  id: 'kim',
  name: 'Dr Kim',
  specialtyIds: ['anxiety'],
  payerIds: ['aetna'],
  licenses: [{ state: 'OR', expiresOn: '2027-06-30' }],
  unverifiedStates: [],
  caseload: 20,
  caseloadCap: 32,
  isAcceptingClients: true,
  onLeave: false,
  languages: ['English'],
  formats: ['in-person', 'video'],
  openings: 2,
}
const inquiry = {
  specialty: { id: 'anxiety', label: 'anxiety' },
  payer: { id: 'aetna', label: 'Aetna' },
  state: 'OR',
  format: 'video',
  language: 'english',
} as const
const match = (change: Partial<MatchTherapist>) =>
  matchTherapists({ inquiry, therapists: [{ ...kim, ...change }], on: '2026-11-24' })

describe('Matching therapists', () => {
  it('should say why somebody fits', () => {
    expect(match({}).ranked).toEqual([
      {
        therapistId: 'kim',
        name: 'Dr Kim',
        fits: [
          'Works with anxiety.',
          'Takes Aetna.',
          'Sees people by video.',
          'Speaks english.',
          'Licensed in OR.',
          '2 openings.',
        ],
        misses: [],
        isFull: false,
        canBeBooked: true,
      },
    ])
  })

  it('should keep the full ones apart and say how full (R96)', () => {
    const { ranked, full } = match({ caseload: 32 })
    expect(ranked).toEqual([])
    expect(full[0]).toMatchObject({ isFull: true, canBeBooked: false })
    expect(full[0]!.misses[0]).toBe('Dr Kim is full (32/32).')
    expect(match({ caseload: 31 }).full).toEqual([])
    expect(match({ weekSessions: 25, weekTarget: 25 }).full[0]!.misses[0]).toBe(
      'Dr Kim is full this week (25/25 sessions).',
    )
    expect(match({ weekSessions: 24, weekTarget: 25 }).full).toEqual([])
  })

  it.each([
    [{ licenses: [] }, 'Not licensed in OR.'],
    [{ licenses: [], unverifiedStates: ['WA'] }, 'Not licensed in OR.'],
    [{ licenses: [], unverifiedStates: ['OR'] }, 'The OR license is not verified yet.'],
    [
      {
        licenses: [{ state: 'OR', expiresOn: '2026-11-23' }],
        unverifiedStates: ['OR'],
      },
      'The OR license is not verified yet.',
    ],
    [
      { licenses: [{ state: 'OR', expiresOn: '2026-11-23' }] },
      'The OR license ended Nov 23, 2026.',
    ],
    [{ onLeave: true }, 'Dr Kim is on leave.'],
    [{ isAcceptingClients: false }, 'Dr Kim is not taking new clients.'],
    [{ openings: 0 }, 'No openings.'],
  ] as [Partial<MatchTherapist>, string][])('should stop a booking: %o', (change, sentence) => {
    expect(match(change).ranked[0]).toMatchObject({ misses: [sentence], canBeBooked: false })
  })

  it('should accept a license on its last day, and the longest of two', () => {
    expect(
      match({ licenses: [{ state: 'or', expiresOn: '2026-11-24' }] }).ranked[0]!.canBeBooked,
    ).toBe(true)
    expect(
      match({
        licenses: [
          { state: 'OR', expiresOn: '2027-01-01' },
          { state: 'OR', expiresOn: '2025-01-01' },
        ],
      }).ranked[0]!.canBeBooked,
    ).toBe(true)
  })

  it.each([
    [{ specialtyIds: [] }, 'Does not list anxiety.'],
    [{ payerIds: [] }, 'Does not take Aetna.'],
    [{ formats: ['in-person'] }, 'Does not see people by video.'],
    [{ languages: ['Spanish'] }, 'Does not speak english.'],
  ] as [Partial<MatchTherapist>, string][])(
    'should name a wish that is not met: %o',
    (change, sentence) => {
      expect(match(change).ranked[0]).toMatchObject({ misses: [sentence], canBeBooked: true })
    },
  )

  it('should put the best first, whatever the order of the list', () => {
    const therapists = [
      { ...kim, id: 'leave', name: 'Ana', onLeave: true },
      { ...kim, id: 'other', name: 'Bo', payerIds: [] },
      { ...kim, id: 'busy', name: 'Cy', openings: 1 },
      { ...kim, id: 'best', name: 'Di', openings: 5 },
    ]
    for (const list of [therapists, [...therapists].reverse()]) {
      const { ranked } = matchTherapists({ inquiry, therapists: list, on: '2026-11-24' })
      expect(ranked.map(({ therapistId }) => therapistId)).toEqual([
        'best',
        'busy',
        'other',
        'leave',
      ])
    }
  })

  it('should judge only what the inquiry says', () => {
    expect(
      matchTherapists({ inquiry: {}, therapists: [kim], on: '2026-11-24' }).ranked[0],
    ).toMatchObject({ fits: ['2 openings.'], misses: [], canBeBooked: true })
  })
})
