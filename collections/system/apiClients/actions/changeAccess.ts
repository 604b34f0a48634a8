import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { accessFields, accessInput, answeringPerson } from '../clientInput'

/** What a client may do, from where, how often and who answers for it; holds from its next call. */
export const changeAccess = defineAction({
  slug: 'api-clients',
  name: 'change-access',
  label: 'Change what it may do',
  stepUp: true,
  input: z.object(accessInput),
  fields: accessFields,
  prepare: async ({ actor, input, read, record }) => ({
    set: {
      scopes: input.scopes,
      allowedAddresses: input.allowedAddresses,
      callsPerMinute: input.callsPerMinute,
      owner: await answeringPerson({ actor, read }, input.owner, idIn(record, 'owner')),
    },
  }),
})
