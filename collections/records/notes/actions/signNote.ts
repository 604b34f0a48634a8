import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { noteFactsOf } from '@/hooks/rules/records/noteFacts'
import { isTrainee } from '@/hooks/rules/records/trainee'
import { closeTasks } from '../../closeTasks'
import { askForCosignature } from '../../signing/cosignTasks'
import { lateColumns } from '../../signing/lateColumns'
import { requireAuthor } from '../../signing/requireAuthor'
import { signatureBy } from '../../signing/signature'
import { afterFinalNote } from '../afterFinalNote'
import { noteHash } from '../canonicalNote'
import { snapshotOf } from '../sessionSnapshot'

/** Locks the note (R52). A trainee's goes to the supervisor (R55). */
export const signNote = defineAction({
  slug: 'progress-notes',
  name: 'sign',
  label: 'Sign note',
  tone: 'primary',
  confirm: 'Nobody can change it afterwards. Corrections are made as addenda.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft', 'returned'] },
  prepare: async ({ actor, now, read, record, req }) => {
    await requireAuthor({ actor, author: record['author'], read })
    const { plan, session } = await noteFactsOf(read, record)
    const own = {
      ...(session ? snapshotOf(session) : {}),
      treatmentPlan: plan ? String(plan['id']) : null,
    }
    const signature = await signatureBy({ actor, now, read }, noteHash({ ...record, ...own }))
    const endedAt = record['contactAt'] ? String(record['contactAt']) : null
    return {
      set: {
        ...own,
        ...signature,
        ...(await lateColumns(req, { session, endedAt, now })),
        status: isTrainee(actor) ? 'pendingCosign' : 'signed',
        isFinal: !isTrainee(actor),
      },
    }
  },
  effects: [
    {
      name: 'note-task',
      run: async (context) => {
        const recordIds = [String(context.record['session'] ?? ''), context.record.id]
        await closeTasks(context, { kind: 'note-due', recordIds })
        await closeTasks(context, { kind: 'returned', recordIds })
      },
    },
    {
      name: 'cosign-task',
      run: async (context) => {
        if (context.record['status'] !== 'pendingCosign') return
        await askForCosignature(context, {
          collectionSlug: 'progress-notes',
          title: 'Co-sign a note',
        })
      },
    },
    ...afterFinalNote,
  ],
})
