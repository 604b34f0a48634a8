import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { labelled } from './labelled'

type Target = { slug: string; id: string; isPart2: boolean }

/** Sets the label on a record and on everything that was made from it; repeating it changes nothing. */
export const setLabel = async (
  context: Pick<EffectContext, 'read' | 'req'>,
  { slug, id, isPart2 }: Target,
): Promise<void> => {
  const { read, req } = context
  await moveRow(req, {
    collection: slug,
    id,
    where: isPart2 ? { isPart2: { not_equals: true } } : { isPart2: { equals: true } },
    data: { isPart2 },
  })
  for (const derived of labelled[slug] ?? []) {
    const rows = await read.many(derived.slug, { [derived.column]: { equals: id } })
    for (const row of rows)
      await setLabel(context, { slug: derived.slug, id: String(row['id']), isPart2 })
  }
}
