import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn, type Row } from '@/src/domain/row'
import { serviceDateOf } from '@/src/domain/scheduling/zonedTime'

/** Telehealth is at the patient's home unless the session says otherwise (CMS place of service 10). */
const placeFor = (format: unknown, location: Row | null): string =>
  format === 'inPerson' ? String(location?.['placeOfService'] || '11') : '10'

export const startSession = defineAction({
  slug: 'appointments',
  name: 'start-session',
  label: 'Start session',
  tone: 'primary',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['checkedIn'] },
  prepare: async ({ now }) => ({
    set: { status: 'inSession', sessionStartedAt: now.toISOString() },
  }),
  effects: [
    {
      name: 'session',
      run: async ({ read, record, system }) => {
        const startedAt = String(record['sessionStartedAt'])
        const zone = String(record['zone'])
        const patient = idIn(record, 'patient')
        const location = await read.one('locations', idIn(record, 'location'))
        const before = await read.count('sessions', {
          and: [{ patient: { equals: patient } }, { startedAt: { less_than: startedAt } }],
        })
        await ensureRow(system, 'sessions', {
          uniqueKey: `appointment|${record.id}`,
          appointment: record.id,
          patient,
          clinician: idIn(record, 'clinician'),
          location: idIn(record, 'location'),
          startedAt,
          serviceDate: serviceDateOf({ instant: startedAt, zone }),
          zone,
          format: record['format'],
          placeOfService: placeFor(record['format'], location),
          kind: record['kind'],
          isIntake: record['kind'] === 'intake',
          sequence: before + 1,
          attendance: 'present',
          status: 'inProgress',
        })
      },
    },
  ],
  answer: async ({ read, record }) => {
    const session = await read.one('sessions', {
      uniqueKey: { equals: `appointment|${record.id}` },
    })
    return { session: session?.['id'] ?? null }
  },
})
