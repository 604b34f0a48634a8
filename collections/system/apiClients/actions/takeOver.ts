import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** Answers for a client from now on; one whose person has left works again. */
export const takeOver = defineAction({
  slug: 'api-clients',
  name: 'take-over',
  label: 'Take over',
  confirm: 'You answer for what this client does. Keys of it that have not ended work again.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  prepare: async ({ actor, record }) => {
    if (idIn(record, 'owner') === actor.id) {
      throw new Refusal('conflict', 'You answer for this client already.')
    }
    return { set: { owner: actor.id } }
  },
})
