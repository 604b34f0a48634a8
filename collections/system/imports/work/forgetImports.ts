import type { BasePayload, Where } from 'payload'
import { onBehalfOf } from '@/hooks/actions/onBehalf'
import { sealTexts } from '@/hooks/sealConfidential'
import { importLimits } from '@/src/domain/imports/limits'
import { clock } from '@/src/lib/clock'
import type { ImportRun } from '../run'
import { moveRun } from './progress'

const oldRuns = async (payload: BasePayload, where: Where): Promise<ImportRun[]> =>
  (
    await payload.db.find<ImportRun>({
      collection: 'import-runs',
      where,
      limit: 50,
      pagination: false,
    })
  ).docs

/** Lines that were not possible keep their cells for a month, to enter them by hand. */
const forgetRefused = async (payload: BasePayload, before: string): Promise<void> => {
  const runs = await oldRuns(payload, {
    and: [
      { status: { in: ['done', 'undone'] } },
      { finishedAt: { less_than: before } },
      { problemCount: { greater_than: 0 } },
    ],
  })
  for (const run of runs) {
    await payload.db.updateMany({
      collection: 'import-lines',
      where: { run: { equals: run.id } },
      data: { sealed: null, problemCount: 0 },
    })
    await payload.db.updateOne({
      collection: 'import-runs',
      where: { id: { equals: run.id } },
      data: { problemCount: 0 },
    })
  }
}

/** Files that nobody imported for a month are deleted with their lines: they hold people who may never come. */
export const forgetImports = async (payload: BasePayload): Promise<number> => {
  const month = importLimits.keptDays * 86_400_000
  const before = new Date(clock.now().getTime() - month).toISOString()
  const runs = await oldRuns(payload, {
    and: [{ status: { in: ['uploaded', 'checked'] } }, { uploadedAt: { less_than: before } }],
  })
  for (const run of runs) {
    const req = await onBehalfOf(payload, { actorId: null, reason: 'An old import is forgotten' })
    const isOurs = await moveRun(payload, run, {
      to: 'discarded',
      fileKey: `gone|${run.id}`,
      sealed: await sealTexts(req, 'import-runs', run, {}),
    })
    if (!isOurs) continue
    await payload.db.deleteMany({
      collection: 'import-lines',
      where: { run: { equals: run.id } },
    })
  }
  await forgetRefused(payload, before)
  return runs.length
}
