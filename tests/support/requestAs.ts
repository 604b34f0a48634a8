import { createLocalReq, type PayloadRequest } from 'payload'
import { stampSession } from '@/access/principal'
import type { StoredRow } from '@/src/domain/row'
import type { TestApp } from './boot'
import type { Person } from './people'

/** A request as a page makes it for somebody who is signed in: what a screen reads goes through it. */
export const requestAs = async (
  { payload }: TestApp,
  { id }: Person,
  surface: 'staff' | 'portal' = 'staff',
): Promise<PayloadRequest> => {
  const collection = surface === 'staff' ? 'staff' : 'portal-users'
  const row = await payload.db.findOne<StoredRow>({
    collection,
    where: { id: { equals: id } },
  })
  const stamp = { sessionId: `local-${id}`, mfaAt: null, passwordAt: null, surface }
  const user = stampSession({ ...row, collection }, stamp)
  return createLocalReq({ user: user as never, context: { surface } }, payload) // an auth collection
}
