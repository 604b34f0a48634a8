import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { audit } from '@/hooks/audit/writer'
import { roleEndsIn, roleEndsText, rolesOn } from '@/src/domain/people/roleEnds'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { setRoles } from './setRoles'

type Person = { id: string; roles?: string[] | null; roleEnds?: string | null } & Record<
  string,
  unknown
>

const reason = 'The last day of a role is over'

const peopleWithEnds = async (payload: BasePayload): Promise<Person[]> =>
  (
    await payload.db.find<Person>({
      collection: 'staff',
      where: { roleEnds: { contains: ':' } },
      limit: 0,
      pagination: false,
    })
  ).docs

/**
 * Takes off the roles whose last day is over and closes their grants. They ceased to hold with that day
 * (the session asks at every request); this makes the lists say so. Answers how many people it was.
 */
export const endRoleGrants = async (payload: BasePayload): Promise<number> => {
  const today = practiceToday()
  const { req } = await asSystem(payload, reason)
  let count = 0
  for (const person of await peopleWithEnds(payload)) {
    const roles = rolesOn(person, today)
    if (roles.length === (person.roles?.length ?? 0)) continue
    const ends = Object.entries(roleEndsIn(person.roleEnds)).filter(([, day]) => day >= today)
    await setRoles(
      req,
      { id: person.id, roleEnds: person.roleEnds },
      {
        roles,
        roleEnds: roleEndsText(Object.fromEntries(ends)),
      },
    )
    await audit(req, {
      action: 'end-roles',
      outcome: 'done',
      collection: 'staff',
      recordIds: [person.id],
      fields: ['roles'],
      rules: ['R98'],
    })
    count += 1
  }
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'role-grants',
    where: {
      and: [
        { status: { equals: 'active' } },
        { endsOn: { exists: true } },
        { endsOn: { less_than: today } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'role-grants',
      id,
      data: { status: 'ended', endedAt: clock.now().toISOString() },
      req,
    })
  }
  return count
}
