import { z } from 'zod'
import { roleLabels, staffRoles } from '@/access/roles'
import { codesText, optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { isCalendarDate } from '@/src/domain/calendarDate'
import {
  afterGrant,
  onlyTakesAway,
  roleEndsIn,
  roleEndsText,
  rolesOn,
} from '@/src/domain/people/roleEnds'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { applyGrant, askOwners, tellCompliance, tellDecision } from '../applyGrant'
import { ownersNow } from '../owners'

const input = z.object({
  roles: codesText('Choose at least one role.')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z
        .array(z.enum(staffRoles, { error: 'Choose roles from the list.' }))
        .min(1, 'Choose at least one role.'),
    ),
  endsOn: optionalText(10).refine(
    (day) => !day || isCalendarDate(day),
    'Enter a day such as 2026-06-30.',
  ),
  reason: optionalText(300),
})

const inOrder = (roles: readonly string[]): string =>
  staffRoles.filter((role) => roles.includes(role)).join(' ')

/**
 * Asks for a change of somebody's roles (R98). It waits for another owner; where there is none it takes
 * effect and is marked so, and what only takes away waits for nobody. The commit marks who asked; the change is a row of its own.
 */
export const grantRoles = defineAction({
  slug: 'staff',
  name: 'grant-roles',
  label: 'Set roles',
  confirm:
    'Another owner confirms it before it takes effect. Without a second owner it does at once, and so does what only takes away.',
  stepUp: true,
  input,
  fields: [
    {
      name: 'roles',
      label: 'Roles',
      type: 'choices',
      isRequired: true,
      options: staffRoles.map((value) => ({ value, label: roleLabels[value] })),
    },
    {
      name: 'endsOn',
      label: 'Last day',
      type: 'day',
      help: 'For roles that are added here or end already. Empty: without an end.',
    },
    { name: 'reason', label: 'Why', type: 'text' },
  ],
  from: { column: 'isActive', values: [true] },
  prepare: async ({ actor, input: wish, now, read, record }) => {
    const today = practiceToday()
    const staff = String(record['id'])
    const before = { roles: rolesOn(record, today), ends: roleEndsIn(record['roleEnds']) }
    const endsOn = wish.endsOn ?? null
    if (endsOn && endsOn < today) {
      throw new Refusal('invalid', [
        { path: 'endsOn', message: 'The last day is over. Choose today or a later one.' },
      ])
    }
    const open = await read.count('role-grants', {
      and: [{ staff: { equals: staff } }, { status: { equals: 'requested' } }],
    })
    if (open) {
      throw new Refusal('conflict', [
        {
          message: `A change of roles of ${record['name']} waits already. Confirm, decline or withdraw it first.`,
          fixUrl: '/admin/roles',
        },
      ])
    }
    const after = afterGrant(before, { roles: wish.roles, endsOn })
    const isSame =
      inOrder(before.roles) === inOrder(after.roles) &&
      roleEndsText(before.ends) === roleEndsText(after.ends)
    if (isSame) {
      throw new Refusal('conflict', `${record['name']} holds exactly these roles already.`)
    }
    const hasEnd = Object.keys(after.ends).length > 0
    if (endsOn && !hasEnd) {
      throw new Refusal('invalid', [
        { path: 'endsOn', message: 'A last day needs a role that is added with it.' },
      ])
    }
    const others = (await ownersNow(read)).filter(({ id }) => id !== actor.id)
    return {
      set: { rolesAskedBy: actor.id },
      refs: {
        before: inOrder(before.roles),
        after: inOrder(after.roles),
        endsBefore: roleEndsText(before.ends),
        endsAfter: roleEndsText(after.ends),
        endsOn: hasEnd ? endsOn : null,
        reason: wish.reason ?? null,
        isReduction: onlyTakesAway(before, after),
        isAlone: others.length === 0,
        at: now.toISOString(),
      },
    }
  },
  effects: [
    {
      name: 'grant',
      run: async (context) => {
        const { actorId, record, refs, system } = context
        const isReduction = refs['isReduction'] === true
        const isAlone = refs['isAlone'] === true && !isReduction
        const isDecided = isReduction || isAlone
        const grant = (await ensureRow(system, 'role-grants', {
          uniqueKey: `${record.id}|${record['rev']}`,
          staff: record.id,
          status: isDecided ? 'active' : 'requested',
          rolesBefore: refs['before'],
          rolesAfter: refs['after'],
          endsBefore: refs['endsBefore'],
          endsAfter: refs['endsAfter'],
          endsOn: refs['endsOn'],
          reason: refs['reason'],
          isSingleHanded: isAlone,
          isReduction,
          requestedBy: actorId,
          requestedAt: refs['at'],
          decidedAt: isDecided ? refs['at'] : null,
        })) as unknown as Record<string, unknown> // a row, read by column
        if (!isDecided) return askOwners(context, grant)
        await applyGrant(context, grant)
        if (isAlone) await tellCompliance(context, grant)
        await tellDecision(context, grant, { to: [record.id], words: 'is in force' })
      },
    },
  ],
  answer: async ({ refs }) => ({
    isInForce: refs['isAlone'] === true || refs['isReduction'] === true,
  }),
})
