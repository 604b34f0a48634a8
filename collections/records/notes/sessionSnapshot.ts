import { idIn, type Row } from '@/src/domain/row'

const names = [
  'serviceDate',
  'startedAt',
  'endedAt',
  'minutes',
  'zone',
  'serviceCode',
  'placeOfService',
  'attendance',
]

/** The columns a note keeps of its session, so that it says by itself when, where and how long. */
export const snapshotOf = (session: Row): Record<string, unknown> => ({
  appointment: idIn(session, 'appointment'),
  ...Object.fromEntries(names.map((name) => [name, session[name] ?? null])),
})
