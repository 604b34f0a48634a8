import type { EffectContext } from '@/hooks/actions/define'
import { moveRecord } from '../../treatment/moveRecord'

/** What was added to a note is shown wherever the note is. */
export const showAddenda = async ({ read, record, req }: EffectContext): Promise<void> => {
  const isShared = record['isShared'] === true
  const rows = await read.many('addenda', { note: { equals: record.id } })
  for (const row of rows.filter((each) => (each['isShared'] === true) !== isShared)) {
    const id = String(row['id'])
    await moveRecord(req, {
      collection: 'addenda',
      id,
      from: { id: { equals: id } },
      set: { isShared },
    })
  }
}
