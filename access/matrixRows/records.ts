import type { Rows } from './row'

/** What is written about a patient and signed. */
export const records: Rows = {
  'progress-notes': {
    'owner director': 'R/emergency',
    clinician:
      'CRUX/caseload sign/caseload void/caseload share/caseload hide/caseload unhide/caseload',
    intern: 'CRU/caseload sign/caseload',
    supervisor:
      'R/supervisees cosign/supervisees return/supervisees hide/supervisees unhide/supervisees',
    patient: 'R/sharedSigned',
    proxy: 'R/proxySharedSigned',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  addenda: {
    'owner director': 'R/emergency',
    'clinician intern': 'CRU/caseload sign/caseload',
    supervisor: 'CRU/supervisees sign/supervisees cosign/supervisees',
    patient: 'R/sharedSigned',
    proxy: 'R/proxySharedSigned',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'psychotherapy-notes': {
    'clinician intern': 'CRU/own void/own',
    'owner director supervisor frontDesk biller hr marketing compliance patient proxy apiClient anonymous':
      '-',
  },
  documents: {
    'owner director': 'R/all',
    'clinician intern': 'CR/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'CR/all void/all',
    biller: 'CR/all void/all',
    compliance: 'R/all',
    patient: 'CR/compartment',
    'hr marketing proxy apiClient anonymous': '-',
  },
}
