import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { closeTasks } from '../../closeTasks'
import { showAddenda } from '../showAddenda'

/** Charges that do not rest on a final note. */
const untouched = ['awaitingNote', 'voided']

/** "Entered in error": the text stays readable, struck; another note can be written for the session. */
export const voidNote = defineAction({
  slug: 'progress-notes',
  name: 'void',
  label: 'Mark as entered in error',
  tone: 'danger',
  confirm: 'The note stays readable, marked as entered in error. This cannot be undone.',
  input: z.object({ reason: requiredText('Write why it was entered in error.') }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['draft', 'returned', 'pendingCosign', 'signed'] },
  prepare: async ({ actor, input: { reason }, now, read, record }) => {
    const charges = record['session']
      ? await read.many('charges', { session: { equals: record['session'] } })
      : []
    if (
      record['isFinal'] === true &&
      charges.some((row) => !untouched.includes(String(row['status'])))
    ) {
      throw new Refusal('refused-by-rule', [
        {
          message:
            'The charge of this session stands already. Ask billing to void it first, or add an addendum.',
        },
      ])
    }
    return {
      set: {
        status: 'voided',
        isFinal: false,
        isShared: false,
        voidedAt: now.toISOString(),
        voidedBy: actor.id,
        voidReason: reason,
      },
    }
  },
  effects: [
    { name: 'addenda', run: showAddenda },
    {
      name: 'tasks',
      run: async (context) => {
        await closeTasks(context, { kind: 'cosign', recordIds: [context.record.id] })
        await closeTasks(context, { kind: 'returned', recordIds: [context.record.id] })
      },
    },
  ],
})
