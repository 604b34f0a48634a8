import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { removeExportFile } from './exportFiles'

/** What was put together for a disclosure that is not sent is destroyed; repeating it changes nothing. */
export const dropExport = async (
  { read, req }: Pick<EffectContext, 'read' | 'req'>,
  disclosure: string,
): Promise<void> => {
  const file = await read.one('chart-exports', { disclosure: { equals: disclosure } })
  if (!file) return
  const id = String(file['id'])
  await moveRow(req, {
    collection: 'chart-exports',
    id,
    where: { status: { not_in: ['taken', 'dropped', 'expired'] } },
    data: { status: 'dropped' },
  })
  await removeExportFile({ id })
}
