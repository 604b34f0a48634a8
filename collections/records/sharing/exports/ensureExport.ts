import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn } from '@/src/domain/row'

/** The file of a disclosure, asked for once; a job or whoever waits for it puts it together. */
export const ensureExport = async ({ now, record, refs, system }: EffectContext): Promise<void> => {
  const isOnPage = record['method'] === 'portal'
  const asker = idIn(record, 'portalUser')
  await ensureRow(system, 'chart-exports', {
    uniqueKey: `export|${record.id}`,
    patient: idIn(record, 'patient'),
    disclosure: record.id,
    format: refs['format'] ?? 'pdf',
    // On the private page it is for whoever asked, the patient or who acts for them, and not for both.
    isShared: isOnPage && !asker,
    portalUser: isOnPage ? asker : null,
    status: 'waiting',
    doneCount: 0,
    totalCount: 0,
    askedAt: now.toISOString(),
  })
}
