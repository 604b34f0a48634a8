import type { FactReader } from '@/hooks/rules/rule'
import { Refusal } from '@/src/lib/errors'
import { busyLock, importStates } from '../importCodes'

/** One import writes at a time: lines of two could be the same person. */
export const requireFree = async (read: FactReader): Promise<void> => {
  const other = await read.one('import-runs', { lock: { equals: busyLock } })
  if (!other) return
  const state = importStates.find(({ value }) => value === other['status'])?.label.toLowerCase()
  throw new Refusal('conflict', [
    {
      path: 'status',
      message: `Another import is under way: "${String(other['fileName'])}", ${state ?? 'busy'}, ${Number(other['doneCount'] ?? 0)} of ${Number(other['lineCount'] ?? 0)} lines. Begin when it is done.`,
      fixUrl: `/admin/import?open=${String(other['id'])}`,
    },
  ])
}
