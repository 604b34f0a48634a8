import type { BasePayload } from 'payload'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import type { ImportState } from '../importCodes'
import type { ImportRun } from '../run'

const leaseMs = 60_000

const later = (): string => new Date(clock.wall().getTime() + leaseMs).toISOString()

/** Keeps how far a run is, and holds it for this process a little longer. */
export const saveProgress = async (
  payload: BasePayload,
  { id }: ImportRun,
  data: Record<string, unknown>,
): Promise<void> => {
  await payload.db.updateOne({
    collection: 'import-runs',
    where: { id: { equals: id } },
    data: { ...data, leasedUntil: later() },
  })
}

/** From one state to the next, if it still stands there. */
export const moveRun = async (
  payload: BasePayload,
  run: ImportRun,
  { to, ...data }: { to: ImportState } & Record<string, unknown>,
): Promise<boolean> =>
  Boolean(
    await changeIf(payload, {
      collection: 'import-runs',
      where: [{ id: { equals: run.id } }, { status: { equals: run.status } }],
      data: { ...data, status: to },
    }),
  )

export const readRun = (payload: BasePayload, id: string): Promise<ImportRun | null> =>
  payload.db.findOne<ImportRun>({ collection: 'import-runs', where: { id: { equals: id } } })

/** Takes a run for this process; null while another one works on it. */
export const leaseRun = async (payload: BasePayload, id: string): Promise<ImportRun | null> => {
  const run = await readRun(payload, id)
  const until = run?.leasedUntil
  if (!run || (until && new Date(until) > clock.wall())) return null
  const won = await changeIf(payload, {
    collection: 'import-runs',
    where: [
      { id: { equals: id } },
      until ? { leasedUntil: { equals: until } } : { leasedUntil: { exists: false } },
    ],
    data: { leasedUntil: later() },
  })
  return won ? readRun(payload, id) : null
}

export const releaseRun = async (payload: BasePayload, id: string): Promise<void> => {
  await payload.db.updateOne({
    collection: 'import-runs',
    where: { id: { equals: id } },
    data: { leasedUntil: null },
  })
}
