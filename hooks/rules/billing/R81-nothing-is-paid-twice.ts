import type { Row } from '@/src/domain/row'
import { defineRule } from '../rule'

export const nothingIsPaidTwice = defineRule({
  id: 'R81',
  title: 'What a remittance pays is posted once; what does not match waits with its reason',
  area: 'billing',
  appliesTo: ['remittances:action:post'],
  override: null,
  status: 409,
  facts: async (read, { after }): Promise<{ twin: Row | null }> => {
    if (!after['traceNumber'] || !after['paymentCents']) return { twin: null }
    const twins = await read.many('remittances', {
      and: [
        { paymentKey: { equals: after['paymentKey'] } },
        { status: { not_equals: 'imported' } },
      ],
    })
    return { twin: twins.find((row) => row['id'] !== after['id']) ?? null }
  },
  check: ({ facts, change }) =>
    facts.twin
      ? [
          {
            path: 'traceNumber',
            message: `Payment ${String(change.after['traceNumber'])} was posted from another file already. Open that remittance.`,
            fixUrl: `/admin/collections/remittances/${facts.twin['id']}`,
          },
        ]
      : [],
})
