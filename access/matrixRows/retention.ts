import type { Rows } from './row'

/** How long a chart is kept, and its end. */
export const retention: Rows = {
  'retention-rules': {
    'owner compliance': 'CRU/all',
    director: 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'destruction-lists': {
    'owner compliance': 'R/all approve/all decline/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'destruction-lines': {
    'owner compliance': 'R/all keep/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
}
