import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { idIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { closeDenial } from '../closeDenial'
import { ensureClaimRow } from '../ensureClaim'
import { noteReadiness } from '../noteReadiness'
import { followerKey } from './replaceClaim'

const unsent = ['draft', 'needsAttention', 'ready', 'rejected']

export const voidClaim = defineAction({
  slug: 'claims',
  name: 'void',
  label: 'Void claim',
  tone: 'danger',
  confirm:
    'A claim that was not sent is voided at once. For one that the payer has, a voiding claim is drafted.',
  input: z.object({ reason: requiredText('Write why the claim is voided.', 500) }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: {
    column: 'status',
    values: [...unsent, 'accepted', 'paid', 'partiallyPaid', 'denied', 'patientOwes'],
  },
  prepare: async ({ record, input }) => {
    if (unsent.includes(textIn(record, 'status'))) {
      return { set: { status: 'voided', reason: input.reason }, refs: { isAtPayer: false } }
    }
    if (record['isReplaced'] === true) {
      throw new Refusal(
        'conflict',
        'A claim that corrects or voids this one exists. Open that one.',
      )
    }
    if (!textIn(record, 'payerClaimNumber')) {
      throw new Refusal('refused-by-rule', [
        {
          path: 'reason',
          message:
            "The payer's number of this claim is not known yet. Note its acceptance with the number first.",
        },
      ])
    }
    return { set: { isReplaced: true, reason: input.reason }, refs: { isAtPayer: true } }
  },
  effects: [
    {
      name: 'follower',
      run: async ({ system, req, read, record, refs }) => {
        const originalId = idIn(record, 'originalClaim')
        if (!refs['isAtPayer']) {
          // The claim that this one would have replaced may be corrected again.
          if (originalId)
            await moveRow(req, {
              collection: 'claims',
              id: originalId,
              data: { isReplaced: false },
            })
          return
        }
        const charge = await read.one('charges', idIn(record, 'charge'))
        if (!charge) return
        const claim = await ensureClaimRow(
          { system, req },
          {
            uniqueKey: followerKey(record),
            charge,
            frequency: '8',
            originalClaimId: record.id,
            payerClaimNumber: textIn(record, 'payerClaimNumber'),
          },
        )
        await noteReadiness({ system, req }, claim)
      },
    },
    { name: 'denial', run: closeDenial },
  ],
})
