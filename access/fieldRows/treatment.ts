import type { FieldRows } from '../fieldRights'

/** Visits, plans, and who treats whom. */
export const treatment: FieldRows = {
  'care-team-assignments': { default: 'desk' },
  'care-episodes': { default: 'desk', fields: { reason: 'clinical' } },
  availability: { default: 'schedule' },
  closures: { default: 'desk' },
  appointments: {
    default: 'schedule',
    fields: {
      note: 'notice',
      cancelReason: 'notice',
      missingAtCheckIn: 'notice',
      // It counts visits that are none of a proxy's business.
      sequence: 'notice',
      episode: 'desk',
    },
  },
  'calendar-feeds': { default: 'desk', fields: { tokenHash: 'secret' } },
  'slot-holds': { default: 'secret' },
  'removed-records': { default: 'secret' },
  sessions: { default: 'desk', fields: { response: 'clinical', techniqueTags: 'clinical' } },
  rooms: { default: 'desk' },
  'safety-plans': { default: 'clinical' },
  'treatment-plans': {
    default: 'clinical',
    fields: {
      // They count the plans of a patient.
      planKey: 'workup',
      uniqueKey: 'workup',
      returnComment: 'workup',
      returnedAt: 'workup',
      returnedBy: 'workup',
      dueExtensionDays: 'workup',
    },
  },
  'plan-problems': { default: 'clinical' },
  'plan-goals': { default: 'clinical' },
  'plan-objectives': { default: 'clinical' },
  'plan-interventions': { default: 'clinical' },
  'plan-comments': { default: 'clinical' },
  'risk-events': { default: 'workup' },
}
