import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { closeTasks } from '../../closeTasks'
import { refuseChangedText } from '../../signing/refuseChangedText'
import { cosignatureBy } from '../../signing/signature'
import { afterFinalNote } from '../afterFinalNote'
import { noteHash } from '../canonicalNote'

export const cosignNote = defineAction({
  slug: 'progress-notes',
  name: 'cosign',
  label: 'Co-sign',
  tone: 'primary',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['pendingCosign'] },
  prepare: async ({ actor, now, read, record }) => {
    refuseChangedText(record, noteHash(record))
    const cosignature = await cosignatureBy({ actor, now, read })
    return { set: { ...cosignature, status: 'signed', isFinal: true } }
  },
  effects: [
    {
      name: 'tasks',
      run: (context) => closeTasks(context, { kind: 'cosign', recordIds: [context.record.id] }),
    },
    ...afterFinalNote,
  ],
})
