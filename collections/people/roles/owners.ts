import type { FactReader } from '@/hooks/rules/rule'
import { rolesOn } from '@/src/domain/people/roleEnds'
import type { Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'

/** Who may grant roles: everybody who works here and holds the owner role today. */
export const ownersNow = async (read: FactReader): Promise<Row[]> => {
  const rows = await read.many('staff', {
    and: [{ isActive: { equals: true } }, { roles: { in: ['owner'] } }],
  })
  return rows.filter((row) => rolesOn(row, practiceToday()).includes('owner'))
}
