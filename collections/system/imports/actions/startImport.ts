import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { busyLock } from '../importCodes'
import type { ImportRun } from '../run'
import { requireImport } from '../run'
import { requireFree } from './requireFree'

export const startImport = defineAction({
  slug: 'import-runs',
  name: 'start',
  label: 'Start the import',
  tone: 'primary',
  confirm:
    'Every line is checked once more and then becomes a record. Nobody is e-mailed. It goes on when you leave the page, and can be taken back afterwards.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['checked'] },
  prepare: async ({ actor, now, read, record, req }) => {
    requireImport(req, (record as ImportRun).kind)
    const problems = Number(record['problemCount'] ?? 0)
    if (problems > 0) {
      const lines = problems === 1 ? '1 line has a problem' : `${problems} lines have a problem`
      throw new Refusal('conflict', [
        {
          path: 'problemCount',
          message: `${lines}. Nothing is imported until all are mended or left out.`,
          fixUrl: `/admin/import?open=${String(record['id'])}`,
        },
      ])
    }
    await requireFree(read)
    return {
      set: {
        status: 'starting',
        lock: busyLock,
        doneCount: 0,
        actsFor: actor.id,
        startedAt: now.toISOString(),
        sentence: null,
      },
    }
  },
})
