import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'

const columns = ['isShared', 'isOpenToProxies'] as const

/** What was added to a note is shown wherever the note is, and hidden wherever it is hidden. */
export const showAddenda = async ({ read, record, req }: EffectContext): Promise<void> => {
  const set = {
    isShared: record['isShared'] === true,
    isOpenToProxies: record['isOpenToProxies'] !== false,
  }
  const rows = await read.many('addenda', { note: { equals: record.id } })
  for (const row of rows.filter((each) => columns.some((name) => each[name] !== set[name]))) {
    const id = String(row['id'])
    await moveRow(req, { collection: 'addenda', id, data: set })
  }
}
