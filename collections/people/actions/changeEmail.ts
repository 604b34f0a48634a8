import { z } from 'zod'
import { hasRole } from '@/access/principal'
import { revokeSessions } from '@/access/session/open'
import { defineAction } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { tellOwner } from '../../system/auth/tellOwner'
import { dropTokens } from '../../system/auth/tokens'

const input = z.object({
  email: z
    .string({ error: 'Enter the new address.' })
    .trim()
    .toLowerCase()
    .max(200)
    .pipe(z.email('Enter an e-mail address, such as name@example.com.')),
})

const isOwner = (record: Row): boolean =>
  Array.isArray(record['roles']) && record['roles'].includes('owner')

/**
 * Whoever holds the address can set a new password: a wrong one is mended with proof of who asks, and never by
 * somebody below an owner for an owner. One's own is changed on the page "Signing in", by a link.
 */
export const changeEmail = defineAction({
  slug: 'staff',
  name: 'change-email',
  label: 'Change e-mail address',
  confirm: 'Links to sign in go to this address from now on. The person is signed out everywhere.',
  stepUp: true,
  input,
  fields: [{ name: 'email', label: 'New address', type: 'text', isRequired: true }],
  prepare: async ({ actor, input: { email }, read, record }) => {
    if (actor.id === record['id'])
      throw new Refusal('not-granted', 'Change your own address on the page "Signing in".')
    if (isOwner(record) && !hasRole(actor, 'owner'))
      throw new Refusal('not-granted', 'The address of an owner is changed by an owner.')
    const known = await read.one('staff', { email: { equals: email } })
    if (known) {
      throw new Refusal('conflict', [
        { path: 'email', message: `${known['name']} signs in with this address.` },
      ])
    }
    return { set: { email } }
  },
  effects: [
    {
      name: 'sessions',
      run: async ({ req, record }) => {
        const owner = { surface: 'staff', userId: record.id, req } as const
        await revokeSessions(req.payload, owner)
        await dropTokens(req.payload, owner)
      },
    },
    {
      name: 'mail',
      run: ({ req, record }) =>
        tellOwner(req, { surface: 'staff', userId: record.id }, `email|${record['rev']}`),
    },
  ],
})
