import { z } from 'zod'
import { optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { closeDenial } from '../closeDenial'
import { ensureClaimRow } from '../ensureClaim'
import { noteReadiness } from '../noteReadiness'

/** Stays the same however often the follow-up runs. */
export const followerKey = (claim: Row): string => `follows|${claim['id']}|${claim['lastAction']}`

export const replaceClaim = defineAction({
  slug: 'claims',
  name: 'replace',
  label: 'Make a corrected claim',
  confirm: 'A new draft is made that replaces this claim at the payer when you send it.',
  input: z.object({ payerClaimNumber: optionalText(50) }),
  fields: [
    {
      name: 'payerClaimNumber',
      label: "The payer's number of this claim",
      type: 'text',
      help: 'Only when the remittance did not bring it.',
    },
  ],
  from: {
    column: 'status',
    values: ['accepted', 'paid', 'partiallyPaid', 'denied', 'patientOwes'],
  },
  prepare: async ({ record, input }) => {
    if (record['isReplaced'] === true) {
      throw new Refusal('conflict', 'A corrected claim was made already. Open that one.')
    }
    const payerClaimNumber = input.payerClaimNumber ?? textIn(record, 'payerClaimNumber')
    if (!payerClaimNumber) {
      throw new Refusal('refused-by-rule', [
        {
          path: 'payerClaimNumber',
          message: "A corrected claim names the payer's number of the first one. Enter it.",
        },
      ])
    }
    return { set: { isReplaced: true, payerClaimNumber } }
  },
  effects: [
    {
      name: 'draft',
      run: async ({ system, req, read, record }) => {
        const charge = await read.one('charges', idIn(record, 'charge'))
        if (!charge) return
        const claim = await ensureClaimRow(
          { system, req },
          {
            uniqueKey: followerKey(record),
            charge,
            frequency: '7',
            originalClaimId: record.id,
            payerClaimNumber: textIn(record, 'payerClaimNumber'),
          },
        )
        await noteReadiness({ system, req }, claim)
      },
    },
    { name: 'denial', run: closeDenial },
  ],
  answer: async ({ read, record }) => {
    const claim = await read.one('claims', { uniqueKey: { equals: followerKey(record) } })
    return { claimId: claim?.['id'] ?? null, controlNumber: textIn(claim, 'controlNumber') }
  },
})
