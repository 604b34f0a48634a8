import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { roleEndsText } from '@/src/domain/people/roleEnds'
import { setRoles } from '../roles/setRoles'

const longAgo = '1970-01-01'

const rolesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/**
 * Somebody comes back without roles: two decide about them again (R98). The commit ends what they held, in
 * the one column that can be written with it; the effect takes it off.
 */
export const reactivateStaff = defineAction({
  slug: 'staff',
  name: 'reactivate',
  label: 'Reactivate',
  confirm: 'The person can sign in again, without roles. Give them roles under Roles.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [false] },
  prepare: async ({ record }) => {
    const ends = rolesIn(record['roles']).map((role) => [role, longAgo] as const)
    return {
      set: {
        isActive: true,
        deactivatedAt: null,
        roleEnds: roleEndsText(Object.fromEntries(ends)),
      },
    }
  },
  effects: [
    {
      name: 'roles',
      run: ({ req, record }) =>
        setRoles(req, { id: record.id, roleEnds: record['roleEnds'] }, { roles: [], roleEnds: '' }),
    },
  ],
})
