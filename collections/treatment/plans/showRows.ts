import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { planRowSlugs } from '@/hooks/rules/treatment/planFacts'

/** Shows the rows of a plan to the client, or takes them back; repeating it changes nothing. */
export const showRows = async (
  { read, record, req }: EffectContext,
  isShared: boolean,
): Promise<void> => {
  for (const collection of planRowSlugs) {
    const rows = await read.many(collection, { plan: { equals: record.id } })
    for (const row of rows.filter((each) => (each['isShared'] === true) !== isShared)) {
      const id = String(row['id'])
      await moveRow(req, { collection, id, data: { isShared } })
    }
  }
}
