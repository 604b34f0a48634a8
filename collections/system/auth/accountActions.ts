import { z } from 'zod'
import type { Surface } from '@/access/session/cookies'
import { surfaces } from '@/access/session/cookies'
import { revokeSessions } from '@/access/session/open'
import { type AnyAction, defineAction } from '@/hooks/actions/define'
import { dropFactors } from '@/hooks/factors/rows'
import { Refusal } from '@/src/lib/errors'
import { tellOwner } from './tellOwner'

/** Signs somebody out everywhere; the account stays open. */
export const endSessionsOf = (surface: Surface): AnyAction =>
  defineAction({
    slug: surfaces[surface].collection,
    name: 'end-sessions',
    label: 'Sign out everywhere',
    confirm: 'The person is signed out on every device and can sign in again.',
    tone: 'danger',
    input: z.object({}),
    fields: [],
    prepare: async () => ({ set: {} }),
    effects: [
      {
        name: 'sessions',
        run: async ({ req, record }) => {
          await revokeSessions(req.payload, { surface, userId: record.id, req })
        },
      },
    ],
  })

const holdsOwner = (roles: unknown): boolean => Array.isArray(roles) && roles.includes('owner')

/**
 * For who lost phone and recovery codes: the second factor is taken away. Never one's own, and never an
 * owner's: that needs somebody at the server besides (`npm run owner`).
 */
export const resetFactorsOf = (surface: Surface): AnyAction =>
  defineAction({
    slug: surfaces[surface].collection,
    name: 'reset-factors',
    label: 'Take second factor away',
    confirm:
      'Only after you saw or heard the person and know that it is them. They are signed out everywhere and told by e-mail. With the password they can sign in and set up a new one.',
    tone: 'danger',
    stepUp: true,
    input: z.object({}),
    fields: [],
    from: { column: 'hasFactor', values: [true] },
    prepare: async ({ actor, record }) => {
      if (surface === 'staff' && actor.id === record['id'])
        throw new Refusal('not-granted', 'Remove your own second factor on the page "Signing in".')
      if (holdsOwner(record['roles'])) {
        throw new Refusal(
          'not-granted',
          'An owner’s second factor is taken away at the server, with npm run owner and --without-factor. Nobody does it alone from here.',
        )
      }
      return { set: { hasFactor: false } }
    },
    effects: [
      {
        name: 'factors',
        run: async ({ req, record }) => {
          const owner = { surface, userId: record.id }
          await dropFactors(req.payload, owner, req)
          await revokeSessions(req.payload, { ...owner, req })
        },
      },
      {
        name: 'mail',
        run: ({ req, record }) =>
          tellOwner(req, { surface, userId: record.id }, `reset|${record['rev']}`),
      },
    ],
  })
