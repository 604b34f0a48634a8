import { closed, outside, type Rows, staff } from './row'

/** What Payload keeps for itself: guarded by owner, or written by the system alone. */
export const payloadsOwn: Rows = {
  'payload-preferences': {
    [staff]: 'CRUD/keptForOne',
    [outside]: '-',
  },
  'payload-locked-documents': closed,
  'payload-jobs': closed,
  'payload-jobs-stats': closed,
  'payload-migrations': closed,
  'payload-kv': closed,
}
