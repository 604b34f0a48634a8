import { z } from 'zod'
import { optionalText, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { amountInput } from '../../amountInput'
import { postPayment } from '../postPayment'
import { manualProvider } from '../provider'

export const recordPayment = defineAction({
  slug: 'payments',
  name: 'record',
  label: 'Record payment',
  tone: 'primary',
  on: 'collection',
  input: z.object({
    patient: requiredText('Choose who paid.', 80),
    amountCents: amountInput('Enter the amount that was paid.'),
    method: z.enum(['cash', 'check', 'terminal'], { error: 'Choose how it was paid.' }),
    reference: optionalText(120),
    receivedOn: optionalText(10),
    statement: optionalText(80),
  }),
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
    { name: 'amountCents', label: 'Amount', type: 'money', isRequired: true },
    {
      name: 'method',
      label: 'Paid by',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'cash', label: 'Cash' },
        { value: 'check', label: 'Check' },
        { value: 'terminal', label: 'Card terminal' },
      ],
    },
    { name: 'reference', label: 'Check number or receipt', type: 'text' },
    { name: 'receivedOn', label: 'Received on', type: 'day', help: 'Empty: today.' },
    { name: 'statement', label: 'Statement', type: 'relationship', relationTo: 'statements' },
  ],
  prepare: async ({ input, now, actor, key, read }) => {
    const today = practiceToday()
    const receivedOn = input.receivedOn ?? today
    if (!isCalendarDate(receivedOn) || receivedOn > today) {
      throw new Refusal('invalid', [
        { path: 'receivedOn', message: 'Enter the day the money came, today or earlier.' },
      ])
    }
    const statement = input.statement ? await read.one('statements', input.statement) : null
    if (input.statement && idIn(statement ?? {}, 'patient') !== input.patient) {
      throw new Refusal('invalid', [
        { path: 'statement', message: 'Choose a statement of this patient.' },
      ])
    }
    return {
      set: {
        uniqueKey: `record|${key}`,
        patient: input.patient,
        statement: input.statement ?? null,
        status: 'received',
        amountCents: input.amountCents,
        method: input.method,
        reference: input.reference ?? '',
        receivedOn,
        receivedAt: now.toISOString(),
        provider: manualProvider.name,
        takenBy: actor.kind === 'staff' ? actor.id : null,
      },
    }
  },
  effects: [{ name: 'post', run: postPayment }],
})
