import { markChargeReady } from '@/collections/billing/effects/markChargeReady'
import type { Effect } from '@/hooks/actions/define'

/** What the final signature of a note sets off: its charge may be billed. */
export const afterFinalNote: readonly Effect[] = [
  {
    name: 'charge',
    run: async ({ record, req, system }) => {
      if (record['isFinal'] !== true || !record['session']) return
      await markChargeReady({ req, system }, String(record['session']))
    },
  },
]
