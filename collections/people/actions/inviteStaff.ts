import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { issueToken } from '../../system/auth/tokens'
import { queueMail } from '../../system/mail/queueMail'

export const inviteStaff = defineAction({
  slug: 'staff',
  name: 'invite',
  label: 'Send invitation',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async () => ({ set: {} }),
  effects: [
    {
      name: 'mail',
      run: async ({ req, record }) => {
        const uniqueKey = `staff-invitation|${record.id}|${record['rev']}`
        const known = await req.payload.db.findOne({
          collection: 'outbox',
          where: { uniqueKey: { equals: uniqueKey } },
          req,
        })
        if (known) return
        const token = await issueToken(req.payload, {
          purpose: 'invite',
          surface: 'staff',
          userId: record.id,
          req,
        })
        await queueMail(req, {
          template: 'staff-invitation',
          recipientKind: 'staff',
          recipientId: record.id,
          refs: { token },
          uniqueKey,
        })
      },
    },
  ],
})
