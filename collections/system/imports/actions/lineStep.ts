import { moveRecord } from '@/collections/treatment/moveRecord'
import type { ActionContext, Effect } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import type { ImportRun } from '../run'
import { requireImport } from '../run'

/** The import of a line, where its lines may still be changed. */
export const openRunOf = async ({
  read,
  record,
  req,
}: ActionContext<unknown>): Promise<ImportRun> => {
  const run = (await read.one('import-runs', idIn(record, 'run'))) as ImportRun | null
  if (run) requireImport(req, run.kind)
  if (run?.status === 'checked' || run?.status === 'checking') return run
  throw new Refusal('conflict', 'Lines are changed before the import starts. This one has started.')
}

/** The file is checked again: what one line says may stand against another. */
export const checkFile: Effect = {
  name: 'check',
  run: async ({ record, req }) => {
    await moveRecord(req, {
      collection: 'import-runs',
      id: idIn(record, 'run') ?? '',
      from: { status: { in: ['checked', 'checking'] } },
      set: { status: 'checking', doneCount: 0 },
    })
  },
}
