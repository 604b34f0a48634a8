import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import { audit } from '../audit/writer'
import { actionNamed, slugsWithActions } from './registry'
import { type Pending, runEffects } from './run'

type Stored = Record<string, unknown> & { id: string; pendingAction: string }

/** Finishes what interrupted actions left undone. `olderThanMs` keeps off those that still run. */
export const sweepActions = async (payload: BasePayload, olderThanMs = 30_000): Promise<number> => {
  let finished = 0
  for (const slug of slugsWithActions()) {
    const { docs } = await payload.db.find<Stored>({
      collection: slug,
      where: { pendingAction: { exists: true } },
      limit: 200,
      pagination: false,
    })
    for (const row of docs) {
      if (!row.pendingAction) continue
      const pending = JSON.parse(row.pendingAction) as Pending
      const action = actionNamed(slug, pending.action)
      const age = clock.wall().getTime() - new Date(pending.at).getTime()
      if (!action || age < olderThanMs) continue
      const { req } = await asSystem(payload, 'Finish an interrupted action')
      await runEffects(req, action, row, pending)
      await audit(req, {
        action: action.name,
        outcome: 'done',
        collection: slug,
        recordIds: [row.id],
        writeId: pending.key,
        reason: 'Finished after an interruption',
      })
      finished += 1
    }
  }
  return finished
}
