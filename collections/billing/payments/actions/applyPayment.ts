import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { applyUnappliedPosting } from '@/src/domain/billing/ledger'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { billPaidCharges } from '../../charges/billPaidCharges'
import { openChargesOf, unappliedOf } from '../../ledger/patientBooks'
import { type Posted, postingsOf, postOnce } from '../../ledger/postOnce'
import { serviceDatesOf } from '../postPayment'

const applicable = (
  posted: readonly Posted[],
  { patientId, serviceDates }: { patientId: string; serviceDates: ReadonlyMap<string, string> },
) =>
  applyUnappliedPosting({
    patientId,
    availableCents: Math.max(0, unappliedOf(posted, patientId)),
    openCharges: openChargesOf(posted, serviceDates),
  })

export const applyPayment = defineAction({
  slug: 'payments',
  name: 'apply',
  label: 'Apply unapplied money',
  confirm: "The patient's unapplied money pays the oldest open charges.",
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['received'] },
  prepare: async ({ req, read, record, now }) => {
    const patientId = idIn(record, 'patient') ?? ''
    const posted = await postingsOf(req, patientId)
    if (!applicable(posted, { patientId, serviceDates: await serviceDatesOf(read, patientId) })) {
      throw new Refusal(
        'conflict',
        'There is nothing to apply: no unapplied money, or no open charge.',
      )
    }
    return { set: { appliedAt: now.toISOString() } }
  },
  effects: [
    {
      name: 'post',
      run: async (context) => {
        const { record, read } = context
        const patientId = idIn(record, 'patient') ?? ''
        const serviceDates = await serviceDatesOf(read, patientId)
        await postOnce(context, {
          uniqueKey: `apply|${record.id}|${record['lastAction']}`,
          patientId,
          facts: { paymentId: record.id },
          build: (posted) => applicable(posted, { patientId, serviceDates }),
        })
        await billPaidCharges(context, patientId)
      },
    },
  ],
})
