import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { roleEndsIn, roleEndsText, rolesOn } from '@/src/domain/people/roleEnds'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { closeTasks } from '../../../records/closeTasks'
import { applyGrant, tellDecision } from '../applyGrant'

const sorted = (roles: readonly string[]): string => [...roles].sort().join(' ')

/** The second person says yes (R98); from the next request on the roles hold. */
export const confirmGrant = defineAction({
  slug: 'role-grants',
  name: 'confirm',
  label: 'Confirm',
  confirm: 'The roles hold from the person’s next request on.',
  tone: 'primary',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['requested'] },
  prepare: async ({ actor, now, read, record }) => {
    const person = await read.one('staff', idIn(record, 'staff'))
    if (person?.['isActive'] !== true) {
      throw new Refusal('conflict', 'This person does not work here any more. Decline the change.')
    }
    const today = practiceToday()
    const held = sorted(rolesOn(person, today))
    const asked = sorted(
      String(record['rolesBefore'] ?? '')
        .split(' ')
        .filter(Boolean),
    )
    const ends = roleEndsText(roleEndsIn(person['roleEnds']))
    if (held !== asked || ends !== String(record['endsBefore'] ?? '')) {
      throw new Refusal(
        'conflict',
        'The roles of this person changed since this was asked for. Decline it and ask again.',
      )
    }
    const endsOn = record['endsOn']
    if (typeof endsOn === 'string' && endsOn && endsOn < today) {
      throw new Refusal('conflict', 'The last day of this change is over. Decline it.')
    }
    return { set: { status: 'active', decidedBy: actor.id, decidedAt: now.toISOString() } }
  },
  effects: [
    { name: 'roles', run: (context) => applyGrant(context, context.record) },
    {
      name: 'tell',
      run: async (context) => {
        const { record } = context
        await closeTasks(context, { kind: 'role-grant', recordIds: [record.id] })
        const to = [idIn(record, 'requestedBy'), idIn(record, 'staff')]
        await tellDecision(context, record, { to, words: 'was confirmed and is in force' })
      },
    },
  ],
})
