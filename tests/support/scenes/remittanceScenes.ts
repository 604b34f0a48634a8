import {
  type Billed,
  type EraClaim,
  era,
  importEra,
  makeClaim,
  type Office,
  postEra,
  submit,
} from '@/tests/support/billing'
import { rowsOf } from '@/tests/support/practice'
import type { Scenes } from './scene'

const sent = async (office: Office): Promise<Billed> => {
  const billed = await makeClaim(office)
  await submit(office, billed.claim)
  return billed
}

/** $180 charged, $96 paid, $64 contractual, $20 from the patient. */
const answered = ({ controlNumber, memberId }: Billed, more: Partial<EraClaim> = {}): EraClaim => ({
  controlNumber,
  memberId,
  chargeCents: 18_000,
  paidCents: 9_600,
  adjustments: [
    ['CO', '45', 6_400],
    ['PR', '3', 2_000],
  ],
  ...more,
})

/** Money in the books that nobody knows a claim for. */
const parked = async (office: Office): Promise<{ item: string; claim: string }> => {
  const billed = await sent(office)
  const stranger = { controlNumber: `WRONG${billed.controlNumber}`, memberId: 'OTHER' }
  const posted = await postEra(office, era({ claims: [answered(billed, stranger)] }))
  const [item] = await rowsOf(office.app, 'remittance-items', { remittance: posted.body.id })
  return { item: String(item?.id), claim: billed.claim }
}

export const remittanceScenes: Scenes<Office> = {
  'remittances.import': {
    begin: async (office) => {
      const [one, two] = [await sent(office), await sent(office)]
      const text = `${era({ claims: [answered(one)] })}${era({ claims: [answered(two)] })}`
      return { client: office.dana.client, path: '/api/remittances/import', body: { text } }
    },
  },
  'remittances.enter': {
    begin: async (office) => {
      const billed = await sent(office)
      const [line] = await rowsOf(office.app, 'claim-lines', { claim: billed.claim })
      return {
        client: office.dana.client,
        path: '/api/remittances/enter',
        body: {
          payer: office.aetna,
          number: `CHK${billed.controlNumber}`,
          paidOn: '2026-04-10',
          lines: [
            {
              line: line?.id,
              paidCents: 9_600,
              contractualCents: 6_400,
              copayCents: 2_000,
            },
          ],
        },
      }
    },
  },
  'remittances.post': {
    begin: async (office) => {
      const billed = await sent(office)
      const stranger = { controlNumber: 'UNKNOWN', chargeCents: 7_000, paidCents: 7_000 }
      const text = era({ claims: [answered(billed), stranger], plb: [['WO', 500]] })
      const { body } = await importEra(office.dana.client, text)
      return { client: office.dana.client, path: `/api/remittances/${body.id}/post` }
    },
  },
  'remittance-items.match': {
    begin: async (office) => {
      const { claim, item } = await parked(office)
      const path = `/api/remittance-items/${item}/match`
      return { client: office.dana.client, path, body: { claim } }
    },
  },
  'remittance-items.dismiss': {
    begin: async (office) => {
      const { item } = await parked(office)
      const path = `/api/remittance-items/${item}/dismiss`
      return { client: office.dana.client, path, body: { reason: 'Not ours.' } }
    },
  },
}
