import { describe, expect, it } from 'vitest'
import { type Duties, type LoggedRead, viewedNotAssigned } from '@/src/domain/audit/duty'

const dayOf = (instant: string): string => instant.slice(0, 10)

const duties: Duties = {
  assignments: [
    { staff: 'kim', patient: 'ana', startsOn: '2026-01-01', endsOn: '2026-04-14' },
    { staff: 'leo', patient: 'cam', startsOn: '2026-01-01', endsOn: null },
  ],
  supervisions: [
    { supervisor: 'sue', supervisee: 'leo', startsOn: '2026-01-01', endsOn: '2026-04-30' },
  ],
  shifts: [
    { staff: 'theo', startsAt: '2026-04-14T00:00:00.000Z', endsAt: '2026-04-14T12:00:00.000Z' },
  ],
}

const read = (more: Partial<LoggedRead>): LoggedRead => ({
  at: '2026-04-14T10:00:00.000Z',
  staffId: 'kim',
  roles: ['clinician'],
  collectionSlug: 'treatment-plans',
  patientIds: ['ana'],
  isEmergency: false,
  ...more,
})

const found = (...reads: Partial<LoggedRead>[]): string[] =>
  viewedNotAssigned(reads.map(read), { duties, dayOf }).map(
    ({ staffId, patientId }) => `${staffId} ${patientId}`,
  )

describe('R108 viewed, not assigned', () => {
  it('leaves out the care team while it lasts, and names who was on it before', () => {
    expect(found({})).toEqual([])
    expect(found({ at: '2026-04-15T00:00:00.000Z' })).toEqual(['kim ana'])
    expect(found({ patientIds: ['bob'] })).toEqual(['kim bob'])
  })

  it('leaves out supervisors of the care team, and who is on call, at that time only', () => {
    expect(found({ staffId: 'sue', roles: ['supervisor'], patientIds: ['cam'] })).toEqual([])
    const after = '2026-05-01T10:00:00.000Z'
    expect(
      found({ staffId: 'sue', roles: ['supervisor'], patientIds: ['cam'], at: after }),
    ).toEqual(['sue cam'])
    expect(found({ staffId: 'theo' })).toEqual([])
    expect(found({ staffId: 'theo', at: '2026-04-14T12:00:00.000Z' })).toEqual(['theo ana'])
  })

  it('leaves out the office’s own work, not the chart behind it', () => {
    const ben = { staffId: 'ben', roles: ['frontDesk'], patientIds: ['ana', 'bob'] }
    expect(found({ ...ben, collectionSlug: 'appointments' })).toEqual([])
    expect(found({ ...ben, collectionSlug: 'progress-notes' })).toEqual(['ben ana', 'ben bob'])
    expect(found({ staffId: 'dana', roles: ['biller'], collectionSlug: 'diagnoses' })).toEqual([])
    const imani = { staffId: 'imani', roles: ['director'], collectionSlug: 'risk-events' }
    expect(found({ ...imani, patientIds: ['ana', 'bob'] })).toEqual([])
    expect(found(imani)).toEqual(['imani ana'])
  })

  it('always names emergency access, and counts by person and patient', () => {
    const rows = viewedNotAssigned(
      [
        read({ isEmergency: true }),
        read({ at: '2026-04-20T10:00:00.000Z', collectionSlug: 'diagnoses' }),
      ],
      { duties, dayOf },
    )
    expect(rows).toEqual([
      {
        staffId: 'kim',
        patientId: 'ana',
        roles: ['clinician'],
        firstAt: '2026-04-14T10:00:00.000Z',
        lastAt: '2026-04-20T10:00:00.000Z',
        times: 2,
        slugs: ['treatment-plans', 'diagnoses'],
        isEmergency: true,
      },
    ])
  })
})
