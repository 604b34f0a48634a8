import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import { globalState } from '@/src/lib/globalState'
import { ensureRow } from './actions/ensureRow'
import { audit } from './audit/writer'

export type Damage = { slug: string; id: string; what: 'text' | 'file' }

const told = globalState('damaged-records', () => new Set<string>())

const nameOf = (payload: BasePayload, slug: string): string => {
  const singular = payload.collections[slug as never]?.config.labels?.singular // any slug of the configuration
  return typeof singular === 'string' ? singular : slug
}

const tell = async (payload: BasePayload, damage: Damage, uniqueKey: string): Promise<void> => {
  const { slug, id, what } = damage
  const system = await asSystem(payload, `A ${what} can no longer be read`)
  await audit(system.req, {
    action: 'found-damaged',
    outcome: 'failed',
    collection: slug,
    recordIds: [id],
  })
  await ensureRow(system, 'tasks', {
    uniqueKey,
    title: `The ${what} of a record can no longer be read (${nameOf(payload, slug)}): it was damaged or moved, or its key is gone. Leave it as it is and ask whoever runs the system to put it back from a backup.`,
    kind: 'damaged-record',
    assignedRole: 'compliance',
    dueAt: clock.now().toISOString(),
    isUrgent: true,
    status: 'open',
    collectionSlug: slug,
    recordId: id,
    closesOnlyBy: 'compliance owner',
  })
}

/**
 * Ciphertext that does not open: a line in the log of the server and in the access log, and an urgent task
 * for compliance, once a day for each record. The reader goes on without the text meanwhile.
 */
export const reportDamage = (payload: BasePayload, damage: Damage): void => {
  const day = clock.wall().toISOString().slice(0, 10)
  const uniqueKey = `damaged|${damage.slug}|${damage.id}|${day}`
  if (told.has(uniqueKey)) return
  told.add(uniqueKey)
  payload.logger.error({
    msg: `ALERT: a confidential ${damage.what} is damaged, was moved or lost its key`,
    collection: damage.slug,
    record: damage.id,
  })
  // Tried again at the next reading when it cannot be written down now.
  void tell(payload, damage, uniqueKey).catch(() => told.delete(uniqueKey))
}
