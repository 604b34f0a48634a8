import type { BasePayload, PayloadRequest } from 'payload'
import { onBehalfOf } from '@/hooks/actions/onBehalf'
import { idleLock } from '../importCodes'
import { type ImportRun, mayImport } from '../run'
import { moveRun } from './progress'

/**
 * The request in which one line is worked on: in the name of who started the import, as they are now. Null once
 * they do not work here any more, or may not import: the import then stands still until somebody takes it over.
 */
export const actingFor = async (
  payload: BasePayload,
  run: ImportRun,
  reason: string,
): Promise<PayloadRequest | null> => {
  const req = await onBehalfOf(payload, { actorId: run.actsFor ?? null, reason })
  return mayImport(req, run.kind) ? req : null
}

export const standStill = async (payload: BasePayload, run: ImportRun): Promise<void> => {
  await moveRun(payload, run, {
    to: 'stopped',
    stoppedIn: run.status,
    lock: idleLock(run.id),
    sentence:
      'Whoever started this may not import any more, so it stands still. Somebody who may can go on in their own name.',
  })
}
