import type { CollectionBeforeChangeHook } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { mayPointAt } from '@/hooks/checkReferences'
import { idIn, type StoredRow } from '@/src/domain/row'
import { randomToken } from '@/src/lib/crypto'

/**
 * Gives a new row of a plan its stable key and the plan's patient. The system brings keys of its own
 * when it copies a version.
 */
export const keyPlanRow =
  (kind: 'problem' | 'goal' | 'objective' | 'intervention'): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    const planId = idIn(data, 'plan')
    const found = planId
      ? await req.payload.db.findOne<StoredRow>({
          collection: 'treatment-plans',
          where: { id: { equals: planId } },
          req,
        })
      : null
    // One out of reach is as if there were none; `checkReferences` says so.
    const plan = found && (await mayPointAt(req, 'treatment-plans', found)) ? found : null
    const isCopy = systemMarkOf(req) !== null && typeof data['key'] === 'string'
    const key = isCopy
      ? data['key']
      : `${kind}-${randomToken(6)
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, 'x')}`
    data['key'] = key
    data['uniqueKey'] = `${planId}|${key}`
    data['patient'] = plan ? idIn(plan, 'patient') : null
    return data
  }
