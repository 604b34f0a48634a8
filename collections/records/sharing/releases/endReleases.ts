import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import { moveRow } from '@/hooks/moveRow'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { stopSharing } from './stopSharing'

/** Releases whose last day is over end by themselves and stop what waits under them. Answers how many. */
export const endReleases = async (payload: BasePayload): Promise<number> => {
  const system = await asSystem(payload, 'Releases that are over')
  const { req } = system
  const read = factReader(req)
  const over = await read.many('releases', {
    and: [{ status: { equals: 'active' } }, { expiresOn: { less_than: practiceToday() } }],
  })
  const due = over.filter((row) => Boolean(row['expiresOn']))
  const now = clock.now()
  for (const row of due) {
    const id = String(row['id'])
    const record = { ...row, id, status: 'expired', endedAt: now.toISOString() }
    // What waits is stopped first: a crash in between leaves the release to be found again.
    await stopSharing({ now, read, record, req, system })
    await moveRow(req, {
      collection: 'releases',
      id,
      where: { status: { equals: 'active' } },
      data: { status: 'expired', endedAt: now.toISOString() },
    })
  }
  return due.length
}
