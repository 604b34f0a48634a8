import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { findPart2Consent } from '@/hooks/rules/sharing/part2Consent'
import { idIn } from '@/src/domain/row'
import { isCountable } from '@/src/domain/sharing/legalBases'
import { ensureExport } from '../exports/ensureExport'

const copied = [
  'basis',
  'release',
  'isPart2',
  'classes',
  'recordsFrom',
  'recordsTo',
  'recipientKind',
  'recipientName',
  'purposeCode',
  'purpose',
  'method',
]

/** The disclosure that answers a request, and its file; a list of who got something needs neither. */
export const shareForRequest = async (context: EffectContext): Promise<void> => {
  const { actorId, now, read, record, system } = context
  if (record['kind'] === 'accounting') return
  const isOwn = record['basis'] === 'individual'
  const consent =
    record['isPart2'] === true && !isOwn
      ? await findPart2Consent(read, {
          patient: idIn(record, 'patient') ?? '',
          recipientName: String(record['recipientName']),
          basis: String(record['basis']),
          classes: String(record['classes']),
        })
      : null
  const disclosure = await ensureRow(system, 'disclosures', {
    ...Object.fromEntries(copied.map((name) => [name, record[name] ?? null])),
    uniqueKey: `disclosure|request|${record.id}|${String(record['closedAt'])}`,
    patient: idIn(record, 'patient'),
    request: record.id,
    status: 'prepared',
    recipientAddress: record['requesterAddress'] ?? '',
    isCountable: isCountable(record['basis']),
    part2Consent: consent ? String(consent['id']) : null,
    preparedAt: now.toISOString(),
    preparedBy: actorId,
  })
  await ensureExport({
    ...context,
    record: {
      ...(disclosure as unknown as EffectContext['record']),
      method: record['method'],
      portalUser: record['portalUser'],
    },
    refs: { format: String(record['format'] ?? 'pdf') },
  })
}
