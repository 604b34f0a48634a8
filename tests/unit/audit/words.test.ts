import { describe, expect, it } from 'vitest'
import { matrix } from '@/access/matrix'
import { accessLines, type NamedAccess } from '@/src/domain/audit/accesses'
import { areaOf } from '@/src/domain/audit/areas'
import { type LoggedEvent, phraseOf } from '@/src/domain/audit/phrase'
import { csvLine } from '@/src/domain/csv'

const event = (more: Partial<LoggedEvent>): LoggedEvent => ({
  action: 'read',
  outcome: 'seen',
  collectionSlug: 'appointments',
  resultCount: 1,
  fields: '',
  rules: '',
  ...more,
})

describe('phraseOf', () => {
  it('says what was done in plain words', () => {
    expect(phraseOf(event({}))).toBe('Looked at an appointment')
    expect(phraseOf(event({ resultCount: 12 }))).toBe('Looked at 12 appointments')
    expect(
      phraseOf(event({ action: 'sign', outcome: 'done', collectionSlug: 'progress-notes' })),
    ).toBe('Signed a progress note')
    expect(
      phraseOf(event({ action: 'book-intake', outcome: 'done', collectionSlug: 'inquiries' })),
    ).toBe('Book intake: an inquiry')
    expect(phraseOf(event({ action: 'sign-in', outcome: 'done', collectionSlug: '' }))).toBe(
      'Signed in',
    )
    expect(phraseOf(event({ action: 'sign-in', outcome: 'refused', collectionSlug: '' }))).toBe(
      'Was refused: sign in',
    )
    expect(phraseOf(event({ action: 'patch', outcome: 'refused', rules: 'R52 R53' }))).toBe(
      'Was refused: change an appointment (R52, R53)',
    )
    expect(phraseOf(event({ action: 'update', outcome: 'not-applied' }))).toBe(
      'Changed an appointment, which did not come about',
    )
  })

  it('has words for every collection that is about a patient', () => {
    const chart = Object.entries(matrix).filter(([slug, row]) => {
      const cells = Object.entries(row).filter(([who]) => who.includes('patient'))
      return cells.some(([, cell]) => cell?.includes('/compartment')) && slug !== 'patients'
    })
    expect(chart.length).toBeGreaterThan(10)
    for (const [slug] of chart) expect(areaOf(slug).yours, slug).not.toBeNull()
  })
})

describe('accessLines', () => {
  const access = (more: Partial<NamedAccess>): NamedAccess => ({
    at: '2026-04-14T17:00:00.000Z',
    actorId: 'kim-id',
    name: 'Kim',
    role: 'Clinician',
    collectionSlug: 'appointments',
    isChange: false,
    isEmergency: false,
    ...more,
  })
  const dayOf = (instant: string): string => instant.slice(0, 10)

  it('makes one line per person and day, newest first, without ids', () => {
    const lines = accessLines(
      [
        access({}),
        access({ at: '2026-04-14T17:05:00.000Z', collectionSlug: 'treatment-plans' }),
        access({ at: '2026-04-14T17:06:00.000Z', collectionSlug: 'plan-goals' }),
        access({ at: '2026-04-15T08:00:00.000Z', actorId: 'ben-id', name: 'Ben', isChange: true }),
      ],
      dayOf,
    )
    expect(lines).toEqual([
      {
        at: '2026-04-15T08:00:00.000Z',
        firstAt: '2026-04-15T08:00:00.000Z',
        name: 'Ben',
        role: 'Clinician',
        saw: [],
        changed: ['your appointments'],
        isEmergency: false,
      },
      {
        at: '2026-04-14T17:06:00.000Z',
        firstAt: '2026-04-14T17:00:00.000Z',
        name: 'Kim',
        role: 'Clinician',
        saw: ['your appointments', 'your treatment plan'],
        changed: [],
        isEmergency: false,
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('kim-id')
  })

  it('gives what was opened in an emergency a line of its own', () => {
    const lines = accessLines(
      [access({}), access({ at: '2026-04-14T17:05:00.000Z', isEmergency: true })],
      dayOf,
    )
    expect(lines.map(({ isEmergency }) => isEmergency)).toEqual([true, false])
  })

  it('never names private notes, nor what is not the patient’s', () => {
    expect(
      accessLines(
        [access({ collectionSlug: 'psychotherapy-notes' }), access({ collectionSlug: 'staff' })],
        dayOf,
      ),
    ).toEqual([])
  })
})

describe('csvLine', () => {
  it('quotes what needs it and disarms formulas', () => {
    expect(csvLine(['a', 2, 'b,c', 'say "x"'])).toBe('a,2,"b,c","say ""x"""\r\n')
    for (const start of ['=1+1', '+1', '-1', '@x', '\tx']) expect(csvLine([start])).toMatch(/^"?'/)
  })
})
