import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { busyLock } from '../importCodes'
import type { ImportRun } from '../run'
import { requireImport } from '../run'
import { requireFree } from './requireFree'

export const resumeImport = defineAction({
  slug: 'import-runs',
  name: 'resume',
  label: 'Go on in my name',
  tone: 'primary',
  confirm: 'What is left is done in your name.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['stopped'] },
  prepare: async ({ actor, read, record, req }) => {
    requireImport(req, (record as ImportRun).kind)
    await requireFree(read)
    return {
      set: { status: record['stoppedIn'], lock: busyLock, actsFor: actor.id, sentence: null },
    }
  },
})
