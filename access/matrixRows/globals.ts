import { outside, type Rows } from './row'

/** Settings of the practice and of its website. */
export const globals: Rows = {
  practice: {
    owner: 'RU/all',
    'director clinician supervisor intern frontDesk biller hr marketing compliance': 'R/all',
    [outside]: 'R/all',
  },
  'sign-in-settings': {
    owner: 'RU/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  // The guided start and its checklist; what it keeps is written by its own doors.
  setup: {
    owner: 'RU/all',
    'director compliance': 'R/all',
    apiClient: 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy anonymous': '-',
  },
  'rule-settings': {
    'owner director': 'RU/all',
    'clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  'site-header': {
    'owner marketing': 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  'site-footer': {
    'owner marketing': 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
}
