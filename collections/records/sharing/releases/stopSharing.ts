import { ensureTask } from '@/collections/system/ensureTask'
import { moveRecord } from '@/collections/treatment/moveRecord'
import type { EffectContext } from '@/hooks/actions/define'
import { formatDate } from '@/src/domain/calendarDate'
import type { Row } from '@/src/domain/row'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { dropExport } from '../exports/dropExport'

type Ending = Pick<EffectContext, 'now' | 'read' | 'record' | 'req' | 'system'>

/** The sentence that stands on a send which did not go out. */
export const endedWords = (release: Row, on: string): string => {
  const verb = release['status'] === 'expired' ? 'ended' : 'was taken back'
  return `The release for ${String(release['recipientName'])} ${verb} on ${formatDate(on)}: this was not sent.`
}

/** What a release that ends takes along at once: sends that wait, their files, people outside the practice (R65). */
export const stopSharing = async ({ now, read, record, req, system }: Ending): Promise<void> => {
  const endedAt = record['endedAt'] ? new Date(String(record['endedAt'])) : now
  const on =
    record['status'] === 'expired' ? String(record['expiresOn']) : dayIn(endedAt, practiceZone())
  const waiting = await read.many('disclosures', {
    and: [
      { or: [{ release: { equals: record.id } }, { part2Consent: { equals: record.id } }] },
      { status: { equals: 'prepared' } },
    ],
  })
  for (const row of waiting) {
    const id = String(row['id'])
    await moveRecord(req, {
      collection: 'disclosures',
      id,
      from: { status: { equals: 'prepared' } },
      set: {
        status: 'cancelled',
        cancelledAt: now.toISOString(),
        cancelReason: endedWords(record, on),
      },
    })
    await dropExport({ read, req }, id)
  }
  const outside = await read.many('outside-care', {
    and: [{ release: { equals: record.id } }, { status: { equals: 'active' } }],
  })
  for (const row of outside)
    await moveRecord(req, {
      collection: 'outside-care',
      id: String(row['id']),
      from: { status: { equals: 'active' } },
      set: { status: 'ended', endedAt: now.toISOString() },
    })
  const cancelled = await read.count('disclosures', {
    and: [
      { or: [{ release: { equals: record.id } }, { part2Consent: { equals: record.id } }] },
      { status: { equals: 'cancelled' } },
    ],
  })
  if (!cancelled) return
  await ensureTask(system, {
    uniqueKey: `release-ended|${record.id}`,
    title: 'A release ended while something waited to be sent under it: take papers off the fax.',
    kind: 'release-ended',
    assignedRole: 'compliance',
    dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
    isUrgent: true,
    collectionSlug: 'releases',
    recordId: record.id,
  })
}
