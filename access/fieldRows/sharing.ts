import type { FieldRows } from '../fieldRights'

/** What leaves the practice, what is asked about a record, and how long it is kept. */
export const sharing: FieldRows = {
  releases: { default: 'desk' },
  disclosures: { default: 'notice', fields: { hiddenUntil: 'legal', hiddenReason: 'legal' } },
  'chart-exports': { default: 'desk' },
  'record-requests': {
    default: 'desk',
  },
  'amendment-requests': {
    default: 'desk',
    fields: {
      wrong: 'asking',
      wish: 'asking',
      toTell: 'asking',
      answer: 'asking',
      told: 'asking',
      denialReason: 'asking',
      statement: 'asking',
    },
  },
  'outside-care': { default: 'desk' },
  'part2-labels': { default: 'notice' },
  'retention-rules': { default: 'desk' },
  'destruction-lists': { default: 'desk' },
  'destruction-lines': { default: 'desk' },
  'legal-holds': { default: 'notice', fields: { matter: 'legal', liftReason: 'legal' } },
}
