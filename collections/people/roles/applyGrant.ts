import type { EffectContext } from '@/hooks/actions/define'
import { idIn, type Row } from '@/src/domain/row'
import { ensureTask } from '../../system/ensureTask'
import { setRoles } from './setRoles'

const dayMs = 86_400_000

type Context = Pick<EffectContext, 'now' | 'read' | 'req' | 'system'>

const nameOf = async ({ read }: Context, id: string | null): Promise<string> =>
  String((await read.one('staff', id))?.['name'] ?? 'Somebody')

/** Writes the roles of a grant in force to the person; from their next request on they hold. */
export const applyGrant = async (context: Context, grant: Row): Promise<void> => {
  const staff = idIn(grant, 'staff')
  if (!staff) return
  const now = { id: staff, roleEnds: grant['endsBefore'] }
  await setRoles(context.req, now, {
    roles: String(grant['rolesAfter'] ?? '')
      .split(' ')
      .filter(Boolean),
    roleEnds: String(grant['endsAfter'] ?? ''),
    rolesChangedBy: idIn(grant, 'requestedBy'),
  })
}

const about = (grant: Row) => ({ collectionSlug: 'role-grants', recordId: String(grant['id']) })

/** The other owners have a change of roles to look at. */
export const askOwners = async (context: Context, grant: Row): Promise<void> => {
  await ensureTask(context.system, {
    uniqueKey: `role-grant|${grant['id']}`,
    title: `Confirm or decline the change of roles of ${await nameOf(context, idIn(grant, 'staff'))}.`,
    kind: 'role-grant',
    assignedRole: 'owner',
    dueAt: new Date(context.now.getTime() + 2 * dayMs),
    closesOnlyBy: ['owner'],
    ...about(grant),
  })
}

/** What was decided alone is looked at by somebody who is not an owner. */
export const tellCompliance = async (context: Context, grant: Row): Promise<void> => {
  await ensureTask(context.system, {
    uniqueKey: `role-grant-alone|${grant['id']}`,
    title: `Look at the change of roles of ${await nameOf(context, idIn(grant, 'staff'))}: no second owner confirmed it.`,
    kind: 'role-grant-alone',
    assignedRole: 'compliance',
    dueAt: new Date(context.now.getTime() + 5 * dayMs),
    ...about(grant),
  })
}

/** Whoever asked, and whoever it is about, hear what became of it. */
export const tellDecision = async (
  context: Context,
  grant: Row,
  { to, words }: { to: readonly (string | null)[]; words: string },
): Promise<void> => {
  const name = await nameOf(context, idIn(grant, 'staff'))
  for (const assignee of new Set(to)) {
    if (!assignee) continue
    await ensureTask(context.system, {
      uniqueKey: `role-grant-told|${grant['id']}|${assignee}`,
      title: `The change of roles of ${name} ${words}.`,
      kind: 'role-grant-told',
      assignee,
      dueAt: new Date(context.now.getTime() + 5 * dayMs),
      ...about(grant),
    })
  }
}
