import { closed, type Rows } from './row'

/** Accounts, software, imports, tasks and the access log. */
export const system: Rows = {
  'portal-users': {
    owner: 'R/all deactivate/all end-sessions/all reset-factors/all',
    'director frontDesk': 'R/all deactivate/all reset-factors/all',
    compliance: 'R/all end-sessions/all',
    'patient proxy': 'R/self',
    'clinician supervisor intern biller hr marketing apiClient anonymous': '-',
  },
  'api-clients': {
    owner:
      'R/all register/all change-access/all issue-key/all rotate-key/all revoke/all take-over/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'api-keys': {
    owner: 'R/all revoke/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'external-ids': {
    'owner compliance': 'R/all',
    apiClient: 'R/own give/own release/own',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy anonymous':
      '-',
  },
  webhooks: {
    owner: 'R/all register/all change/all change-secret/all pause/all resume/all send-test/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'webhook-deliveries': {
    owner: 'R/all replay/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  tasks: {
    'owner director': 'CRU/all complete/all',
    'clinician supervisor intern frontDesk biller hr marketing': 'CRU/team complete/team',
    compliance: 'R/all complete/team',
    'patient proxy apiClient anonymous': '-',
  },
  outbox: {
    owner: 'R/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  overrides: {
    'owner director compliance': 'RX/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  // Each kind of record also asks for what makes one by hand (collections/system/imports/run.ts).
  'import-runs': {
    'owner frontDesk':
      'R/all upload/all map/all check/all answer-all/all start/all resume/all undo/all discard/all',
    'director biller apiClient':
      'R/own upload/own map/own check/own answer-all/own start/own resume/own undo/own discard/own',
    compliance: 'R/all',
    'clinician supervisor intern hr marketing patient proxy anonymous': '-',
  },
  'import-lines': {
    'owner frontDesk': 'R/all answer/all mend/all',
    'director biller apiClient': 'R/own answer/own mend/own',
    compliance: 'R/all',
    'clinician supervisor intern hr marketing patient proxy anonymous': '-',
  },
  'audit-events': {
    owner: 'R/all',
    compliance: 'RX/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-checkpoints': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-verifications': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'access-reviews': {
    owner: 'R/all',
    compliance: 'R/all close/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'access-review-lines': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'key-rotations': {
    owner: 'R/all start/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'break-glass-grants': {
    owner: 'R/all start/all end/own',
    director: 'R/own start/all end/own',
    compliance: 'R/all review/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-subjects': closed,
  'auth-sessions': closed,
  'auth-tokens': closed,
  'auth-factors': closed,
  'recovery-codes': closed,
  'idempotency-keys': closed,
  counters: closed,
  'data-keys': closed,
  'job-runs': closed,
  'kept-searches': closed,
}
