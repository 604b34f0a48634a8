import { z } from 'zod'
import { optionalText, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { accessFields, accessInput, answeringPerson } from '../clientInput'

/** Puts other software on the list. It can do nothing before it has a key. */
export const registerClient = defineAction({
  slug: 'api-clients',
  name: 'register',
  on: 'collection',
  label: 'Add an API client',
  tone: 'primary',
  stepUp: true,
  input: z.object({
    name: requiredText('Name the software, for example "Website form".', 80),
    purpose: optionalText(300),
    ...accessInput,
  }),
  fields: [
    { name: 'name', label: 'Name', type: 'text', isRequired: true },
    { name: 'purpose', label: 'What it is for', type: 'text' },
    ...accessFields,
  ],
  prepare: async ({ actor, input, read }) => {
    if (await read.one('api-clients', { name: { equals: input.name } })) {
      throw new Refusal('conflict', [
        {
          path: 'name',
          message: `There is a client "${input.name}" already. Choose another name.`,
        },
      ])
    }
    return {
      set: {
        name: input.name,
        purpose: input.purpose ?? null,
        scopes: input.scopes,
        allowedAddresses: input.allowedAddresses,
        callsPerMinute: input.callsPerMinute,
        owner: await answeringPerson({ actor, read }, input.owner, null),
        isActive: true,
        revokedAt: null,
      },
    }
  },
})
