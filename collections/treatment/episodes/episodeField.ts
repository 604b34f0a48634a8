import type { CollectionBeforeChangeHook, SingleRelationshipField } from 'payload'
import { mayPointAt } from '@/hooks/checkReferences'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn } from '@/src/domain/row'
import { managed } from '../../fields/managed'

/** The care with a consent of its own that a record belongs to; empty for all other care. */
export const episodeField = (): SingleRelationshipField =>
  managed<SingleRelationshipField>({
    name: 'episode',
    type: 'relationship',
    relationTo: 'care-episodes',
    index: true,
    label: 'Care with its own consent',
  })

/** The care a patient consented to alone that has not ended; null without any. */
export const openEpisodeOf = async (
  read: FactReader,
  patient: string | null,
): Promise<string | null> => {
  if (!patient) return null
  const [row] = await read.many(
    'care-episodes',
    { and: [{ patient: { equals: patient } }, { status: { not_equals: 'closed' } }] },
    { sort: '-uniqueKey', limit: 1 },
  )
  return row ? String(row['id']) : null
}

/**
 * A new record belongs to the care of what it hangs on. What hangs on nothing, while there is care that the
 * patient consented to alone, counts as part of that: closed rather than shown by mistake.
 */
export const stampEpisode =
  (parents: Readonly<Record<string, string>>): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    if (operation !== 'create' || data['episode'] !== undefined) return data
    const read = factReader(req)
    for (const [column, slug] of Object.entries(parents)) {
      const parent = await read.one(slug, idIn(data, column))
      if (parent && (await mayPointAt(req, slug, parent)))
        return { ...data, episode: idIn(parent, 'episode') }
    }
    return { ...data, episode: await openEpisodeOf(read, idIn(data, 'patient')) }
  }
