import type { BasePayload } from 'payload'
import { onBehalfOf } from '@/hooks/actions/onBehalf'
import { sealTexts } from '@/hooks/sealConfidential'
import { importLimits } from '@/src/domain/imports/limits'
import { clock } from '@/src/lib/clock'
import type { ImportRun } from '../run'
import { moveRun } from './progress'

/** Files that nobody imported for a month are deleted with their lines: they hold people who may never come. */
export const forgetImports = async (payload: BasePayload): Promise<number> => {
  const before = new Date(clock.now().getTime() - importLimits.keptDays * 86_400_000)
  const { docs } = await payload.db.find<ImportRun>({
    collection: 'import-runs',
    where: {
      and: [
        { status: { in: ['uploaded', 'checked'] } },
        { uploadedAt: { less_than: before.toISOString() } },
      ],
    },
    limit: 50,
    pagination: false,
  })
  for (const run of docs) {
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
  return docs.length
}
