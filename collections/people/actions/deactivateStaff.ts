import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { departureEffects } from '../departure'
import { ownersNow } from '../roles/owners'

export const deactivateStaff = defineAction({
  slug: 'staff',
  name: 'deactivate',
  label: 'Deactivate',
  confirm: 'The person is signed out everywhere and cannot sign in again. Their signatures stay.',
  tone: 'danger',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async ({ now, read, record }) => {
    const id = String(record['id'])
    const owners = await ownersNow(read)
    if (owners.length === 1 && owners[0]?.['id'] === id) {
      throw new Refusal(
        'conflict',
        `${record['name']} is the only owner. Make somebody else an owner first.`,
      )
    }
    const places = await read.count('auth-sessions', {
      and: [
        { surface: { equals: 'staff' } },
        { userId: { equals: id } },
        { revokedAt: { exists: false } },
      ],
    })
    const programs = await read.count('api-clients', {
      and: [{ owner: { equals: id } }, { isActive: { equals: true } }],
    })
    return {
      set: { isActive: false, deactivatedAt: now.toISOString() },
      refs: { places, programs },
    }
  },
  effects: departureEffects,
})
