import { rolesOn } from '@/src/domain/people/roleEnds'
import { idIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { defineRule } from '../rule'

type Facts = { name: string; owners: readonly string[] }

const rolesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One owner asks, another confirms; nobody grants to themselves, and one owner always stays. */
export const twoDecideAboutRoles = defineRule<Facts>({
  id: 'R98',
  title: 'A change of roles is confirmed by a second owner, and nobody grants to themselves',
  area: 'people',
  appliesTo: ['staff:action:grant-roles', 'role-grants:action:confirm'],
  override: null,
  facts: async (read, { slug, before }) => {
    const today = practiceToday()
    const rows = await read.many('staff', {
      and: [{ isActive: { equals: true } }, { roles: { in: ['owner'] } }],
    })
    const person = slug === 'staff' ? before : await read.one('staff', idIn(before ?? {}, 'staff'))
    return {
      name: String(person?.['name'] ?? 'This person'),
      owners: rows
        .filter((row) => rolesOn(row, today).includes('owner'))
        .map(({ id }) => String(id)),
    }
  },
  check: ({ actor, change, facts, today }) => {
    const { name, owners } = facts
    const before = change.before ?? {}
    const isAsked = change.slug === 'staff'
    const staff = isAsked ? String(before['id']) : idIn(before, 'staff')
    const after = isAsked
      ? rolesIn(change.input?.['roles'])
      : String(before['rolesAfter'] ?? '').split(' ')
    const others = owners.filter((id) => id !== staff)
    if (owners.includes(staff ?? '') && !after.includes('owner') && !others.length) {
      const message = `${name} is the only owner. Make somebody else an owner first.`
      return [{ path: 'roles', message }]
    }
    if (isAsked) {
      const held = rolesOn(before, today)
      const isGreedy = actor.id === staff && after.some((role) => !held.includes(role))
      return isGreedy
        ? [
            {
              path: 'roles',
              message: 'Nobody grants a role to themselves. Ask another owner to do it.',
            },
          ]
        : []
    }
    const requester = idIn(before, 'requestedBy')
    if (actor.id === requester) {
      return [{ message: 'You asked for this yourself. Ask another owner to confirm it.' }]
    }
    const third = others.filter((id) => id !== requester)
    if (actor.id === staff && third.length) {
      return [{ message: 'This is about your own roles. Ask another owner to confirm it.' }]
    }
    return []
  },
})
