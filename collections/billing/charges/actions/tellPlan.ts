import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { formatMoney } from '@/src/domain/money'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { coverCharge } from '../../coverage/coverWaitingCharges'
import { consumeUnit } from '../../effects/consumeUnit'
import { owedOn } from '../../ledger/patientBooks'
import { postingsOf } from '../../ledger/postOnce'

/** 45 CFR 164.522(a)(2): a restriction ends when the patient agrees, or when the fee was not paid in full. */
export const tellPlan = defineAction({
  slug: 'charges',
  name: 'tell-plan',
  label: 'May be told to the plan',
  tone: 'danger',
  confirm:
    'From now on a claim may be made for this service. What the plan once knows cannot be taken back.',
  input: z.object({
    tellReason: requiredChoice(['patientAgreed', 'notPaid'], 'Choose why it may be told.'),
  }),
  fields: [
    {
      name: 'tellReason',
      label: 'Why',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'patientAgreed', label: 'The patient agreed in writing' },
        { value: 'notPaid', label: 'The fee was not paid in full' },
      ],
    },
  ],
  from: { column: 'isKeptFromPlan', values: [true] },
  prepare: async ({ input, record, req }) => {
    const posted = await postingsOf(req, idIn(record, 'patient') ?? '')
    const owed = owedOn(posted, String(record['id']), { kind: 'patient' })
    if (input.tellReason === 'notPaid' && owed <= 0) {
      throw new Refusal('refused-by-rule', [
        {
          path: 'tellReason',
          rule: 'R71',
          message:
            'The fee was paid in full: it stays kept from the plan until the patient agrees.',
        },
      ])
    }
    return {
      set: {
        isKeptFromPlan: false,
        reason:
          input.tellReason === 'notPaid'
            ? `Not kept from the plan any more: ${formatMoney(owed)} was not paid.`
            : 'Not kept from the plan any more: the patient agreed.',
      },
    }
  },
  effects: [
    {
      name: 'cover',
      run: async ({ read, record, req, system }) =>
        coverCharge({ system, req }, { read, charge: record }),
    },
    {
      name: 'unit',
      run: async ({ record, req, system }) => {
        const appointmentId = idIn(record, 'appointment')
        const sessionId = idIn(record, 'session')
        if (appointmentId && sessionId)
          await consumeUnit({ req, system }, { appointmentId, sessionId })
      },
    },
  ],
})
