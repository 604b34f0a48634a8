import type { BasePayload } from 'payload'
import { clock } from '@/src/lib/clock'
import { Crash } from '@/src/lib/faults'
import { type ImportState, workingStates } from '../importCodes'
import type { ImportRun } from '../run'
import { checkLines } from './checkLines'
import { leaseRun, readRun, releaseRun } from './progress'
import { readLines } from './readLines'
import { undoLines } from './undoLines'
import { writeLines } from './writeLines'

export type Work = { payload: BasePayload; run: ImportRun; isTimeUp: () => boolean }

const steps: Readonly<Partial<Record<ImportState, (work: Work) => Promise<void>>>> = {
  reading: readLines,
  checking: checkLines,
  starting: checkLines,
  writing: writeLines,
  undoing: undoLines,
}

/** Step after step until the time is up or the run waits for somebody. */
const goOn = async (payload: BasePayload, first: ImportRun, end: number): Promise<void> => {
  const isTimeUp = (): boolean => clock.wall().getTime() >= end
  for (let run: ImportRun | null = first; run; run = await readRun(payload, first.id)) {
    const step = steps[run.status]
    if (!step) return
    await step({ payload, run, isTimeUp })
    if (isTimeUp()) return
  }
}

/**
 * Works on one import for about `workMs`. One process at a time does; whoever comes meanwhile gets on. Begun
 * again after a crash it goes on where it stood. Answers whether it was this call that worked.
 */
export const workOn = async (
  payload: BasePayload,
  id: string,
  workMs: number,
): Promise<boolean> => {
  const run = await leaseRun(payload, id)
  if (!run) return false
  try {
    await goOn(payload, run, clock.wall().getTime() + workMs)
  } catch (error) {
    // A process that died does not give back what it held.
    if (!(error instanceof Crash)) await releaseRun(payload, id)
    throw error
  }
  await releaseRun(payload, id)
  return true
}

/** Every import that has work to do, for about `workMs` each. */
export const workOnImports = async (payload: BasePayload, workMs = 40_000): Promise<string> => {
  const { docs } = await payload.db.find<ImportRun>({
    collection: 'import-runs',
    where: { status: { in: [...workingStates] } },
    limit: 20,
    pagination: false,
  })
  const failures: unknown[] = []
  for (const { id } of docs) {
    try {
      await workOn(payload, id, workMs)
    } catch (error) {
      payload.logger.error({ err: error, msg: `The import ${id} did not get on` })
      failures.push(error)
    }
  }
  if (failures.length) throw failures[0]
  return `${docs.length} worked on`
}
