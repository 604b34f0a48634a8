import type { Rows } from './row'

/** What leaves the practice, and what is asked about a record. */
export const sharing: Rows = {
  releases: {
    owner: 'RX/all',
    director: 'R/all prepare/all sign/all decline/all cancel/all revoke/all',
    'clinician intern':
      'R/caseload prepare/caseload decline/caseload cancel/caseload revoke/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all prepare/all revoke/all',
    compliance: 'RX/all prepare/all sign/all decline/all cancel/all revoke/all',
    patient:
      'R/compartment give/compartment sign/compartment decline/compartment revoke/compartment',
    'biller hr marketing proxy apiClient anonymous': '-',
  },
  disclosures: {
    owner: 'RX/all',
    director: 'R/all record/all',
    clinician: 'R/caseload prepare/caseload record/caseload send/caseload cancel/caseload',
    intern: 'R/caseload record/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all',
    compliance: 'RX/all prepare/all record/all send/all cancel/all hide/all',
    'biller hr marketing patient proxy apiClient anonymous': '-',
  },
  'chart-exports': {
    clinician: 'RX/caseload',
    compliance: 'RX/all',
    patient: 'RX/shared',
    // Made of what they may read, for nobody else.
    proxy: 'RX/proxyAsked',
    'owner director supervisor intern frontDesk biller hr marketing apiClient anonymous': '-',
  },
  'record-requests': {
    owner: 'R/all',
    director: 'R/all review/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all enter/all',
    compliance:
      'R/all enter/all verify/all extend/all fulfil/all deny/all refuse/all ask-review/all withdraw/all',
    patient: 'R/compartment ask/compartment withdraw/compartment ask-review/compartment',
    // As with changes to the record: what they asked themselves.
    proxy: 'R/proxyAsked ask/proxyRecords withdraw/proxyAsked ask-review/proxyAsked',
    'biller hr marketing apiClient anonymous': '-',
  },
  'amendment-requests': {
    owner: 'R/all',
    director: 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all enter/all',
    compliance: 'R/all enter/all extend/all accept/all deny/all disagree/all withdraw/all',
    patient: 'R/compartment ask/compartment withdraw/compartment disagree/compartment',
    // Each parent sees what they asked themselves, and nothing that the patient or the other parent did.
    proxy: 'R/proxyAsked ask/proxyRecords withdraw/proxyAsked disagree/proxyAsked',
    'biller hr marketing apiClient anonymous': '-',
  },
  'outside-care': {
    owner: 'R/all',
    'director frontDesk': 'R/all add/all end/all',
    'clinician intern': 'R/caseload add/caseload end/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all add/all end/all',
    patient: 'R/compartment',
    'biller hr marketing proxy apiClient anonymous': '-',
  },
  'part2-labels': {
    director: 'R/all label/all',
    clinician: 'R/caseload label/caseload',
    intern: 'R/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all label/all unlabel/all',
    'owner frontDesk biller hr marketing patient proxy apiClient anonymous': '-',
  },
  'legal-holds': {
    owner: 'R/all place/all',
    director: 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    'frontDesk biller': 'R/all',
    compliance: 'R/all place/all lift/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
}
