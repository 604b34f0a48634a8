import type { FieldRows } from '../fieldRights'

/** What is written about a patient and signed. */
export const records: FieldRows = {
  'progress-notes': {
    default: 'clinical',
    fields: {
      riskLine: 'workup',
      returnComment: 'workup',
      returnedAt: 'workup',
      returnedBy: 'workup',
      voidReason: 'workup',
      hiddenFrom: 'workup',
      hiddenAt: 'workup',
      hiddenBy: 'workup',
      hiddenReason: 'workup',
      isOpenToProxies: 'workup',
    },
  },
  addenda: { default: 'clinical', fields: { isOpenToProxies: 'workup' } },
  'psychotherapy-notes': { default: 'author' },
  documents: { default: 'contact' },
}
