import { moveRecord } from '@/collections/treatment/moveRecord'
import type { EffectContext } from '@/hooks/actions/define'
import { removeExportFile } from './exportFiles'

/** What was put together for a disclosure that is not sent is destroyed; repeating it changes nothing. */
export const dropExport = async (
  { read, req }: Pick<EffectContext, 'read' | 'req'>,
  disclosure: string,
): Promise<void> => {
  const file = await read.one('chart-exports', { disclosure: { equals: disclosure } })
  if (!file) return
  const id = String(file['id'])
  await moveRecord(req, {
    collection: 'chart-exports',
    id,
    from: { status: { not_in: ['taken', 'dropped', 'expired'] } },
    set: { status: 'dropped' },
  })
  await removeExportFile({ id })
}
