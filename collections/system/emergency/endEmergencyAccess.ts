import type { BasePayload, PayloadRequest, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { audit } from '@/hooks/audit/writer'
import { moveRow } from '@/hooks/moveRow'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'

type Row = { id: string; patient: string; expiresAt: string; rev?: number }

const collection = 'break-glass-grants'

/** Frees the key that keeps a person to one open chart. */
export const endedKey = (id: string): string => `ended|${id}`

const endOne = async (req: PayloadRequest, row: Row): Promise<boolean> => {
  const event = {
    action: 'end',
    collection,
    recordIds: [row.id],
    patientIds: [String(row.patient)],
    breakGlassId: row.id,
    writeId: randomToken(9),
    rev: Number(row.rev ?? 0),
  }
  await audit(req, { ...event, outcome: 'intended' })
  const isEnded = await moveRow(req, {
    collection,
    id: row.id,
    where: { status: { equals: 'active' } },
    data: {
      status: 'ended',
      uniqueKey: endedKey(row.id),
      endedAt: new Date(row.expiresAt).toISOString(),
      endedBy: 'time',
    },
  })
  await audit(req, { ...event, outcome: isEnded ? 'done' : 'not-applied' })
  return isEnded
}

/**
 * Ends every emergency access whose time is up, or those of one person, and says so in the log. It opens
 * nothing any more from that moment on, whether or not this has run. Answers how many it ended.
 */
export const endEmergencyAccess = async (
  source: BasePayload | PayloadRequest,
  staff?: string,
): Promise<number> => {
  const { req } = await asSystem(source, 'The time of an emergency access is up')
  const conditions: Where[] = [
    { status: { equals: 'active' } },
    { expiresAt: { less_than_equal: clock.wall().toISOString() } },
    ...(staff ? [{ staff: { equals: staff } }] : []),
  ]
  const { docs } = await req.payload.db.find<Row>({
    collection,
    where: { and: conditions },
    limit: 200,
    pagination: false,
    req,
  })
  let ended = 0
  for (const row of docs) if (await endOne(req, row)) ended += 1
  return ended
}
