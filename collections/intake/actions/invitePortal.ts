import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { sendInvitation } from '../../system/mail/sendInvitation'

/** Where an invitation goes: the address the patient asked for first. */
const invitedAt = (record: Row): string =>
  String(record['privateEmail'] || record['email'] || '').toLowerCase()

type PortalUser = { id: string; email: string; isActive?: boolean }

export const invitePortal = defineAction({
  slug: 'patients',
  name: 'invite-portal',
  label: 'Invite to the portal',
  input: z.object({}),
  fields: [],
  prepare: async ({ read, record }) => {
    const email = invitedAt(record)
    if (!email) {
      throw new Refusal('refused-by-rule', [
        { path: 'email', message: 'Add an e-mail address first: the invitation goes there.' },
      ])
    }
    const taken = await read.one('portal-users', { email: { equals: email } })
    if (taken && taken['patient'] !== record['id']) {
      throw new Refusal('refused-by-rule', [
        {
          path: 'email',
          message: 'This address opens another portal account. Ask for a different one.',
        },
      ])
    }
    return { set: {} }
  },
  effects: [
    {
      name: 'account',
      run: async ({ req, record }) => {
        const { db } = req.payload
        const email = invitedAt(record)
        const known = await db.findOne<PortalUser>({
          collection: 'portal-users',
          where: { patient: { equals: record.id } },
          req,
        })
        if (known) {
          await db.updateOne({
            collection: 'portal-users',
            id: known.id,
            data: { isActive: true, email },
            req,
          })
          return
        }
        await db.create({
          collection: 'portal-users',
          data: { email, patient: record.id, isActive: true, hasFactor: false, rev: 1 },
          req,
        })
      },
    },
    {
      name: 'mail',
      run: async ({ req, record }) => {
        const user = await req.payload.db.findOne<PortalUser>({
          collection: 'portal-users',
          where: { patient: { equals: record.id } },
          req,
        })
        if (!user) return
        const uniqueKey = `portal-invitation|${record.id}|${record['rev']}`
        await sendInvitation(req, { userId: user.id, uniqueKey })
      },
    },
  ],
})
