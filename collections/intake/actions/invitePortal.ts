import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { isInUse } from '../../system/auth/portalAccount'
import { invitedAt, invitePatient } from '../openPortalAccount'

const refuse = (message: string): never => {
  throw new Refusal('refused-by-rule', [{ path: 'email', message }])
}

/** The address of an account in use is its owner's to change; whoever lost it has the account closed first. */
export const invitePortal = defineAction({
  slug: 'patients',
  name: 'invite-portal',
  label: 'Invite to the portal',
  input: z.object({}),
  fields: [],
  prepare: async ({ read, record }) => {
    const email = invitedAt(record)
    if (!email) refuse('Add an e-mail address first: the invitation goes there.')
    const own = await read.one('portal-users', { patient: { equals: record['id'] } })
    if (isInUse(own))
      refuse(
        'This patient signs in to the portal already, and asks for a new password there. If the address they sign in with is lost, close the account first, then invite again.',
      )
    const taken = await read.one('portal-users', { email: { equals: email } })
    if (taken && taken['id'] !== own?.['id'])
      refuse('This address opens another portal account. Ask for a different one.')
    return { set: {} }
  },
  effects: [
    {
      name: 'account',
      run: (context) =>
        invitePatient(context, {
          patientId: context.record.id,
          uniqueKey: `portal-invitation|${context.record.id}|${context.record['rev']}`,
        }),
    },
  ],
})
