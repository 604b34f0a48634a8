import type { Row } from '@/src/domain/row'
import { defineRule, type FactReader } from '../rule'

type Facts = { twin: Row | null; isParkedWhole: boolean }

const none: Facts = { twin: null, isParkedWhole: false }

/** Whether a file that was not whole still holds its money: null when it was dismissed. */
const parkedWhole = async (read: FactReader, twin: Row): Promise<boolean | null> => {
  if (twin['status'] !== 'parked') return false
  const [item] = await read.many('remittance-items', {
    and: [{ remittance: { equals: twin['id'] } }, { position: { equals: 0 } }],
  })
  return item?.['status'] === 'dismissed' ? null : true
}

export const nothingIsPaidTwice = defineRule({
  id: 'R81',
  title: 'What a remittance pays is posted once; what does not match waits with its reason',
  area: 'billing',
  appliesTo: ['remittances:action:post'],
  override: null,
  status: 409,
  facts: async (read, { after }): Promise<Facts> => {
    if (!after['traceNumber'] || !after['paymentCents']) return none
    const twins = await read.many('remittances', {
      and: [
        { paymentKey: { equals: after['paymentKey'] } },
        { status: { not_equals: 'imported' } },
      ],
    })
    for (const twin of twins) {
      if (twin['id'] === after['id']) continue
      const isParkedWhole = await parkedWhole(read, twin)
      if (isParkedWhole !== null) return { twin, isParkedWhole }
    }
    return none
  },
  check: ({ facts: { twin, isParkedWhole }, change }) => {
    if (!twin) return []
    const number = String(change.after['traceNumber'])
    return [
      {
        path: 'traceNumber',
        message: isParkedWhole
          ? `The money of payment ${number} is parked from a file that was not whole. Open that remittance, dismiss it there, then post this one.`
          : `Payment ${number} was posted from another file already. Open that remittance.`,
        fixUrl: `/admin/remittances-post?open=${twin['id']}`,
      },
    ]
  },
})
