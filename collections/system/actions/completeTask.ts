import { z } from 'zod'
import { hasRole } from '@/access/principal'
import { isStaffRole } from '@/access/roles'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'

export const completeTask = defineAction({
  slug: 'tasks',
  name: 'complete',
  label: 'Mark done',
  tone: 'primary',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, record, now }) => {
    const closers = String(record['closesOnlyBy'] ?? '')
      .split(' ')
      .filter(isStaffRole)
    if (record['kind'] === 'role-grant') {
      throw new Refusal('refused-by-rule', [
        { message: 'Confirm or decline the change: this then closes.', fixUrl: '/admin/roles' },
      ])
    }
    if (closers.length && !hasRole(actor, ...closers)) {
      throw new Refusal('refused-by-rule', [
        {
          rule: record['kind'] === 'risk' ? 'R19' : undefined,
          message:
            'This task can only be closed by the clinician or the supervisor. Call them now.',
        },
      ])
    }
    return { set: { status: 'done', doneAt: now.toISOString(), doneBy: actor.id } }
  },
})
