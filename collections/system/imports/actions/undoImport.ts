import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { busyLock } from '../importCodes'
import type { ImportRun } from '../run'
import { requireImport } from '../run'
import { requireFree } from './requireFree'

export const undoImport = defineAction({
  slug: 'import-runs',
  name: 'undo',
  label: 'Take the import back',
  tone: 'danger',
  confirm:
    'What it brought and nobody touched since is marked as entered in error. What somebody worked with stays and is listed.',
  input: z.object({
    reason: requiredText('Write why the import is taken back.', 500),
  }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['done'] },
  prepare: async ({ actor, input, now, read, record, req }) => {
    requireImport(req, (record as ImportRun).kind)
    await requireFree(read)
    return {
      set: {
        status: 'undoing',
        lock: busyLock,
        doneCount: 0,
        actsFor: actor.id,
        undoneAt: now.toISOString(),
        sentence: null,
        undoReason: input.reason,
      },
    }
  },
})
