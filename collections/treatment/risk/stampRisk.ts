import type { CollectionBeforeChangeHook } from 'payload'
import { clock } from '@/src/lib/clock'

/** Everything else about a risk event is written by its actions. */
export const stampRisk: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create') return data
  data['detectedAt'] ??= clock.now().toISOString()
  data['status'] = 'open'
  return data
}
