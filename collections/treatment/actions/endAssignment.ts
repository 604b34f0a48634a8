import { z } from 'zod'
import { forgetScope } from '@/access/scopeContext'
import { defineAction } from '@/hooks/actions/define'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

export const endAssignment = defineAction({
  slug: 'care-team-assignments',
  name: 'end',
  label: 'End assignment',
  tone: 'danger',
  confirm: 'The person loses access to this chart from tomorrow.',
  input: z.object({}),
  fields: [],
  from: { column: 'endsOn', values: [null, ''] },
  prepare: async ({ req, now }) => {
    forgetScope(req)
    return { set: { endsOn: dayIn(now, practiceZone()) } }
  },
})
