import { z } from 'zod'
import { roleLabels, type StaffRole, staffRoles } from '@/access/roles'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'

const input = z.object({
  roles: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z
        .array(z.enum(staffRoles, { error: 'Choose roles from the list.' }))
        .min(1, 'Choose at least one role.'),
    ),
})

const isHeldBy = (record: Readonly<Record<string, unknown>>, role: StaffRole): boolean =>
  Array.isArray(record['roles']) && record['roles'].includes(role)

/** Roles live in a table of their own on SQLite, so the commit marks who granted and the effect writes them. */
export const grantRoles = defineAction({
  slug: 'staff',
  name: 'grant-roles',
  label: 'Set roles',
  stepUp: true,
  input,
  fields: [
    {
      name: 'roles',
      label: 'Roles',
      type: 'text',
      isRequired: true,
      help: `Separated by spaces: ${staffRoles.map((role) => `${role} (${roleLabels[role]})`).join(', ')}`,
    },
  ],
  prepare: async ({ actor, record, input: { roles } }) => {
    if (actor.id === record['id'] && roles.some((role) => !isHeldBy(record, role))) {
      throw new Refusal('not-granted', 'Nobody grants a role to themselves. Ask another owner.')
    }
    return { set: { rolesChangedBy: actor.id }, refs: { roles: roles.join(' ') } }
  },
  effects: [
    {
      name: 'roles',
      run: async ({ req, record, refs }) => {
        await req.payload.db.updateOne({
          collection: 'staff',
          id: record.id,
          data: { roles: String(refs['roles'] ?? '').split(' ') },
          req,
        })
      },
    },
  ],
})
