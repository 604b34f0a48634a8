import type { Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { isInForce } from '../records/agreements'
import type { FactReader } from '../rule'

/** Agreements under which somebody is supervised today. */
export const agreementsOf = async (read: FactReader, supervisee: string | null): Promise<Row[]> => {
  if (!supervisee) return []
  const rows = await read.many('supervision-agreements', { supervisee: { equals: supervisee } })
  return rows.filter((row) => isInForce(row, practiceToday()))
}
