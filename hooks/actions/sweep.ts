import type { BasePayload } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { audit } from '../audit/writer'
import type { Pending } from './commit'
import type { AnyAction } from './define'
import { runEffects } from './effects'
import { onBehalfOf } from './onBehalf'
import { actionNamed, slugsWithActions } from './registry'

type Unfinished = StoredRow & { pendingAction: string }

const finish = async (
  payload: BasePayload,
  { action, row, pending }: { action: AnyAction; row: Unfinished; pending: Pending },
): Promise<void> => {
  const reason = 'Finished after an interruption'
  const req = await onBehalfOf(payload, { actorId: pending.actorId, reason })
  await runEffects(req, action, row, pending)
  await audit(req, {
    action: action.name,
    outcome: 'done',
    collection: action.slug,
    recordIds: [row.id],
    writeId: pending.key,
    reason,
  })
}

/**
 * Finishes what interrupted actions left undone. `olderThanMs` keeps off those that still run. One that
 * cannot be finished does not hold up the others; the error is thrown once they are done.
 */
export const sweepActions = async (payload: BasePayload, olderThanMs = 30_000): Promise<number> => {
  let finished = 0
  const failures: unknown[] = []
  for (const slug of slugsWithActions()) {
    const { docs } = await payload.db.find<Unfinished>({
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
      try {
        await finish(payload, { action, row, pending })
        finished += 1
      } catch (error) {
        payload.logger.error({ err: error, msg: `"${action.slug}.${action.name}" is not finished` })
        failures.push(error)
      }
    }
  }
  if (failures.length) throw failures[0]
  return finished
}
