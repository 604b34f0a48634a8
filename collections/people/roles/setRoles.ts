import type { PayloadRequest } from 'payload'
import { roleEndsIn, roleEndsText } from '@/src/domain/people/roleEnds'

type Holding = { roles: readonly string[]; roleEnds: string } & Record<string, unknown>

/**
 * Writes what somebody holds. On SQLite roles lie in a table of their own, so it takes several statements:
 * the last days of before and after hold while the roles are exchanged, and nobody keeps one without its end.
 */
export const setRoles = async (
  req: PayloadRequest,
  { id, roleEnds }: { id: string; roleEnds: unknown },
  { roles, ...rest }: Holding,
): Promise<void> => {
  const both = roleEndsText({ ...roleEndsIn(roleEnds), ...roleEndsIn(rest.roleEnds) })
  for (const data of [{ roleEnds: both }, { roles: [...roles] }, rest]) {
    await req.payload.db.updateOne({ collection: 'staff', id, data, req })
  }
}
