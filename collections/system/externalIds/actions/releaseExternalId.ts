import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

/** The name no longer stands for the record; it can be given again, and the record can get another. */
export const releaseExternalId = defineAction({
  slug: 'external-ids',
  name: 'release',
  label: 'Release',
  input: z.object({}),
  fields: [],
  from: { column: 'isCurrent', values: [true] },
  prepare: async ({ record }) => {
    const freed = `released|${String(record['id'])}`
    return { set: { isCurrent: false, uniqueKey: freed, recordKey: freed } }
  },
})
