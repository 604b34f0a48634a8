import { z } from 'zod'
import { decideRow } from '@/access/decide'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { notFound, Refusal } from '@/src/lib/errors'
import { recordKey, valueKey } from '../externalKeys'

const pattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/

const value = requiredText('Say how your software names the record.', 80).refine(
  (text) => pattern.test(text),
  'An external id is made of letters, digits and . _ : - and begins with a letter or digit. No names, no e-mail addresses.',
)

/** The client's own name for a record it may read. */
export const giveExternalId = defineAction({
  slug: 'external-ids',
  name: 'give',
  on: 'collection',
  label: 'Give an external id',
  input: z.object({
    collection: requiredText('Say which kind of record it is, such as patients.', 60),
    record: requiredText('Say which record it is.', 64),
    value,
  }),
  fields: [
    { name: 'collection', label: 'Kind of record', type: 'text', isRequired: true },
    { name: 'record', label: 'Record', type: 'text', isRequired: true },
    { name: 'value', label: 'Its id in your software', type: 'text', isRequired: true },
  ],
  prepare: async ({ actor, input, read, req }) => {
    const { collection, record } = input
    const client = actor.id
    const isKind = Boolean(req.payload.collections[collection]) && collection !== 'external-ids'
    const row = isKind ? await read.one(collection, record) : null
    if (!client || !row || !(await decideRow(req, collection, 'read', row))) throw notFound()
    const own = await read.one('external-ids', {
      recordKey: { equals: recordKey({ client, collection, record }) },
    })
    if (own) {
      throw new Refusal('conflict', [
        {
          path: 'record',
          message: `This record has your id "${String(own['value'])}" already. Release that one first.`,
        },
      ])
    }
    const named = { client, collection, value: input.value }
    const taken = await read.one('external-ids', { uniqueKey: { equals: valueKey(named) } })
    if (taken) {
      throw new Refusal('conflict', [
        {
          path: 'value',
          message: `"${input.value}" names another of your ${collection}. Release it there first.`,
        },
      ])
    }
    return {
      set: {
        uniqueKey: valueKey(named),
        recordKey: recordKey({ client, collection, record }),
        client,
        collectionSlug: collection,
        recordId: record,
        value: input.value,
        isCurrent: true,
      },
    }
  },
})
