import type { BasePayload } from 'payload'
import { MEASURES, measureKey } from '@/src/domain/measures/catalog'
import type { StoredRow } from '@/src/domain/row'
import { isDuplicateKey, isWriteConflict } from '@/src/lib/database'

type Row = StoredRow & { uniqueKey: string }

const rowsOf = () =>
  MEASURES.map((measure) => ({
    uniqueKey: measureKey(measure),
    measureId: measure.id,
    version: measure.version,
    title: measure.title,
    itemCount: measure.items.length,
    maximum: measure.score.max,
    recall: measure.recall,
    notice: measure.licence.notice,
    isActive: true,
  }))

type Seed = ReturnType<typeof rowsOf>[number]

const isSame = (row: Row, seed: Seed): boolean =>
  Object.entries(seed).every(([name, value]) => row[name] === value)

const write = async (payload: BasePayload, seed: Seed, known: Row | undefined): Promise<void> => {
  if (known && isSame(known, seed)) return
  if (known) {
    await payload.db.updateOne({ collection: 'measures', id: known.id, data: seed })
    return
  }
  try {
    await payload.db.create({ collection: 'measures', data: { ...seed, rev: 1 } })
  } catch (error) {
    // Several servers start at once: whoever came first made the row.
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
  }
}

/**
 * Keeps the list of measures equal to the catalog: adds what is new, corrects what changed, and
 * switches off versions that no longer ship. Answers given under them keep their version.
 */
export const seedMeasures = async (payload: BasePayload): Promise<void> => {
  const { docs } = await payload.db.find<Row>({
    collection: 'measures',
    limit: 0,
    pagination: false,
  })
  const seeds = rowsOf()
  for (const seed of seeds) {
    await write(
      payload,
      seed,
      docs.find(({ uniqueKey }) => uniqueKey === seed.uniqueKey),
    )
  }
  for (const row of docs) {
    const isGone = !seeds.some(({ uniqueKey }) => uniqueKey === row.uniqueKey)
    if (isGone && row['isActive']) {
      await payload.db.updateOne({ collection: 'measures', id: row.id, data: { isActive: false } })
    }
  }
}
