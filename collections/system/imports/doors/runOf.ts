import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import type { ImportRun } from '../run'

/** The import an address names, for those who may read it. */
export const runOf = async (req: PayloadRequest): Promise<ImportRun> => {
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  if (!isGranted(req, 'import-runs', 'read'))
    throw new Refusal('not-granted', 'Imports are for those who enter patients.')
  const id = String(req.routeParams?.['id'] ?? '')
  const run = isId(id)
    ? await asUser(req).findOne({ collection: 'import-runs', where: { id: { equals: id } } })
    : null
  if (!run) throw notFound()
  return run as unknown as ImportRun // read by column
}

/** Where an import stands, in numbers. */
export const standing = (run: ImportRun) => ({
  id: run.id,
  kind: run.kind,
  status: run.status,
  sentence: (run['sentence'] as string | null | undefined) ?? null, // text column
  lineCount: run.lineCount,
  doneCount: run.doneCount ?? 0,
  problemCount: run['problemCount'] ?? 0,
  choiceCount: run['choiceCount'] ?? 0,
  writtenCount: run['writtenCount'] ?? 0,
  linkedCount: run['linkedCount'] ?? 0,
  leftOutCount: run['leftOutCount'] ?? 0,
  refusedCount: run['refusedCount'] ?? 0,
  undoneCount: run['undoneCount'] ?? 0,
  keptCount: run['keptCount'] ?? 0,
  rev: run['rev'],
})
