import type { Rows } from './row'

/** Payers, claims and money. */
export const billing: Rows = {
  payers: {
    'owner biller': 'CRU/all',
    'director clinician supervisor intern frontDesk hr compliance': 'R/all',
    marketing: 'R/all',
    patient: 'R/all',
    proxy: 'R/all',
    anonymous: 'R/active',
    apiClient: '-',
  },
  'payer-rules': {
    biller: 'CRU/all',
    'owner director clinician supervisor intern frontDesk compliance': 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'payer-enrollments': {
    'owner hr biller': 'CRU/all',
    'director frontDesk compliance': 'R/all',
    'clinician intern': 'R/own',
    'supervisor marketing patient proxy apiClient anonymous': '-',
  },
  'fee-schedules': {
    'owner biller': 'CRU/all',
    'director clinician supervisor intern frontDesk compliance': 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'insurance-policies': {
    owner: 'R/all',
    biller: 'CRU/all end/all',
    frontDesk: 'CRU/all end/all',
    'clinician intern': 'R/caseload',
    compliance: 'R/all',
    patient: 'CR/compartment',
    proxy: 'R/proxyBilling',
    'director supervisor hr marketing apiClient anonymous': '-',
  },
  'eligibility-checks': {
    owner: 'R/all',
    'biller frontDesk': 'CR/all',
    'clinician intern': 'R/caseload',
    compliance: 'R/all',
    'director supervisor hr marketing patient proxy apiClient anonymous': '-',
  },
  authorizations: {
    owner: 'R/all',
    biller: 'CRU/all close/all',
    frontDesk: 'CR/all',
    'director clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'authorization-units': {
    'owner biller frontDesk compliance': 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    'director hr marketing patient proxy apiClient anonymous': '-',
  },
  charges: {
    owner: 'RX/all write-off/all pass-on/all keep-from-plan/all tell-plan/all',
    biller: 'RX/all void/all write-off/all pass-on/all keep-from-plan/all tell-plan/all',
    clinician: 'R/ownService',
    compliance: 'RX/all',
    'director supervisor intern frontDesk hr marketing patient proxy apiClient anonymous': '-',
  },
  claims: {
    owner: 'RX/all submit/all',
    biller: 'RUX/all prepare/all submit/all mark-accepted/all reject/all void/all replace/all',
    compliance: 'RX/all',
    apiClient: 'R/granted',
    'director clinician supervisor intern frontDesk hr marketing patient proxy anonymous': '-',
  },
  'claim-lines': {
    'owner biller compliance': 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'claim-batches': {
    owner: 'R/all',
    biller: 'R/all submit/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  remittances: {
    owner: 'R/all',
    biller: 'R/all import/all enter/all post/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'remittance-items': {
    'owner compliance': 'R/all',
    biller: 'R/all match/all dismiss/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  postings: {
    'owner biller compliance': 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'ledger-entries': {
    'owner biller compliance': 'RX/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  payments: {
    owner: 'R/all record/all refund/all',
    biller: 'R/all record/all apply/all refund/all',
    frontDesk: 'R/all record/all',
    compliance: 'R/all',
    patient: 'R/compartment pay/compartment',
    apiClient: 'R/granted',
    'director clinician supervisor intern hr marketing proxy anonymous': '-',
  },
  statements: {
    owner: 'R/all issue/all',
    biller: 'R/all issue/all void/all',
    compliance: 'R/all',
    patient: 'R/compartment',
    proxy: 'R/proxyBilling',
    'director clinician supervisor intern frontDesk hr marketing apiClient anonymous': '-',
  },
}
