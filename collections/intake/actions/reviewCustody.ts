import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** R11: somebody read the order, and entered what it gives each parent. A newer order is read again. */
export const reviewCustody = defineAction({
  slug: 'patients',
  name: 'review-custody',
  label: 'Custody paper read',
  confirm: 'You have read the order. Enter for each parent what it gives them, and nothing more.',
  input: z.object({ document: requiredText('Choose the custody paper.', 64) }),
  fields: [
    {
      name: 'document',
      label: 'Custody paper',
      type: 'relationship',
      relationTo: 'documents',
      isRequired: true,
    },
  ],
  prepare: async ({ actor, input, now, read, record }) => {
    const document = await read.one('documents', input.document)
    const isTheirs = idIn(document ?? {}, 'patient') === record['id']
    if (!isTheirs || document?.['kind'] !== 'custody' || document['status'] !== 'active') {
      throw new Refusal('invalid', [
        {
          path: 'document',
          message: "Choose a custody paper from the patient's files. Add it there first.",
          fixUrl: `/admin/collections/documents/create?patient=${String(record['id'])}`,
        },
      ])
    }
    return {
      set: {
        custodyDocument: input.document,
        custodyReviewedAt: now.toISOString(),
        custodyReviewedBy: actor.id,
      },
    }
  },
})
