import type { Rows } from './row'

/** Who works here. */
export const people: Rows = {
  staff: {
    owner:
      'CRU/all invite/all deactivate/all reactivate/all grant-roles/all change-email/all end-sessions/all reset-factors/all',
    director: 'RU/all',
    hr: 'CRU/all invite/all change-email/all',
    'clinician supervisor intern frontDesk biller marketing': 'R/all U/self',
    compliance: 'R/all U/self end-sessions/all',
    'patient proxy': '-',
    'apiClient anonymous': '-',
  },
  handovers: {
    'owner compliance hr': 'R/all',
    'director clinician supervisor intern frontDesk biller marketing patient proxy apiClient anonymous':
      '-',
  },
  'role-grants': {
    owner: 'R/all confirm/all decline/all withdraw/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  credentials: {
    owner: 'R/all verify/all',
    director: 'RU/all verify/all',
    hr: 'CRU/all verify/all',
    'clinician intern': 'CR/own',
    supervisor: 'R/own',
    'frontDesk biller': 'R/all',
    compliance: 'RX/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  'supervision-agreements': {
    'owner director': 'CR/all end/all',
    hr: 'R/all',
    supervisor: 'R/own',
    intern: 'R/supervised',
    compliance: 'RX/all',
    'clinician frontDesk biller marketing patient proxy apiClient anonymous': '-',
  },
  'on-call-shifts': {
    'owner director': 'CRUD/all',
    frontDesk: 'CRUD/all',
    'clinician supervisor intern biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
}
