import { outside, type Rows } from './row'

/** The website and its campaigns. */
export const outreach: Rows = {
  pages: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/published',
    'patient proxy apiClient anonymous': 'R/published',
  },
  services: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/all',
    'patient proxy apiClient anonymous': 'R/published',
  },
  'therapist-profiles': {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern': 'R/all U/own',
    'frontDesk biller hr': 'R/all',
    'patient proxy apiClient anonymous': 'R/published',
  },
  posts: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/published',
    'patient proxy apiClient anonymous': 'R/published',
  },
  redirects: {
    'owner marketing': 'CRUD/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/active',
  },
  locations: {
    owner: 'CRU/all',
    marketing: 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  media: {
    'owner marketing': 'CRUD/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  campaigns: {
    owner: 'RX/all',
    marketing: 'CRUX/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr patient proxy apiClient anonymous': '-',
  },
  'campaign-costs': {
    owner: 'RX/all',
    marketing: 'CRUX/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr patient proxy apiClient anonymous': '-',
  },
}
