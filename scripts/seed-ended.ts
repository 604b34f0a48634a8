// Started by scripts/seed.ts: tells of the therapies that have ended while that one tells of everybody else.
// Takes `Asked` as a message, answers `Told`; nothing more is said.
import 'dotenv/config'
import { getPayload } from 'payload'
import { type Clinic, stageFor } from '@/src/demo/seed/clinic'
import { castOf } from '@/src/demo/seed/stage'
import { tellEnded } from '@/src/demo/seed/tellHistory'
import { withoutWaiting } from '@/src/lib/database'

export type Asked = { clinic: Clinic; now: string; weeks: number }
export type Told = { written: number } | { error: string }

// Read while the first process still prepares the database.
const config = import('@payload-config')

const tell = async ({ clinic, now, weeks }: Asked): Promise<Told> => {
  const payload = await getPayload({ config: (await config).default })
  try {
    const say = (): void => undefined
    const stage = stageFor({ payload, cast: castOf(payload), now: new Date(now), say, weeks })
    const written = await withoutWaiting(payload, async () => (await tellEnded(stage, clinic))())
    return { written }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    await payload.destroy()
  }
}

process.once('disconnect', () => process.exit(1))
process.once('message', async (asked: Asked) => {
  const told = await tell(asked)
  process.send?.(told, () => process.exit(0))
})
