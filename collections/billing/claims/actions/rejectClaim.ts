import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { idIn, textIn } from '@/src/domain/row'
import { moveRow } from '../../moveRow'

export const rejectClaim = defineAction({
  slug: 'claims',
  name: 'reject',
  label: 'Note a rejection',
  confirm: 'The claim never reached the payer: it can be mended and sent again as it is.',
  input: z.object({ reason: requiredText('Write what the clearinghouse or payer said.', 500) }),
  fields: [{ name: 'reason', label: 'What was said', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['submitted', 'accepted'] },
  prepare: async ({ input }) => ({
    set: { status: 'rejected', reason: input.reason, batch: null },
  }),
  effects: [
    {
      name: 'charge',
      run: async ({ req, record }) => {
        const id = idIn(record, 'charge')
        if (!id) return
        const where = { status: { equals: 'claimed' } }
        await moveRow(req, 'charges', { id, where, data: { status: 'ready' } })
      },
    },
    {
      name: 'task',
      run: ({ system, record, now }) =>
        ensureTask(system, {
          uniqueKey: `claim-rejected|${record.id}|${record['batchNumber']}`,
          title: `Claim ${textIn(record, 'controlNumber')} was rejected, not denied. Mend it and send it again.`,
          kind: 'claim',
          assignedRole: 'biller',
          dueAt: new Date(now.getTime() + 2 * 86_400_000),
          collectionSlug: 'claims',
          recordId: record.id,
        }).then(() => undefined),
    },
  ],
})
