import type { PayloadRequest } from 'payload'
import type { LocalApi } from '@/access/asSystem'
import { moveRow } from '@/hooks/moveRow'
import { clock } from '@/src/lib/clock'
import { packetKey } from './keyPacketItem'

/**
 * Ticks off what a patient had to do: a text signed (reference: kind of text), a questionnaire
 * (reference: measure id), the history. Nothing happens when it was not asked for or is done. With `episode` it
 * belongs to that care from now on.
 */
export const completePacketItem = async (
  { req }: { system: LocalApi; req: PayloadRequest },
  item: { patientId: string; kind: string; reference?: string; episode?: string | null },
): Promise<void> => {
  const row = await req.payload.db.findOne<{ id: string }>({
    collection: 'packet-items',
    where: { uniqueKey: { equals: packetKey(item) } },
    req,
  })
  if (!row) return
  await moveRow(req, {
    collection: 'packet-items',
    id: row.id,
    where: { status: { equals: 'open' } },
    data: {
      status: 'done',
      doneAt: clock.now().toISOString(),
      ...(item.episode ? { episode: item.episode } : {}),
    },
  })
}
