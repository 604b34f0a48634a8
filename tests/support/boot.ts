import { rmSync } from 'node:fs'
import type { Model } from 'mongoose'
import type { BasePayload, SanitizedConfig } from 'payload'
import { type LogWatch, watchLog } from './logWatch'

export type TestApp = {
  payload: BasePayload
  config: SanitizedConfig
  database: 'sqlite' | 'mongo'
  log: LogWatch
  stop: () => Promise<void>
}

type MongoHandle = { connection: { models: Record<string, Model<unknown>> } }

/** Of a thousand indexes, the seventy that refuse a second row: the rest only makes large lists fast. */
const buildIndexes = async (payload: BasePayload, isLarge: boolean): Promise<void> => {
  const { connection } = payload.db as unknown as MongoHandle // mongoose adapter
  const building = Object.values(connection.models).map((model) => {
    const indexes = model.schema.indexes().filter(([, { unique }]) => isLarge || unique)
    return indexes.length
      ? model.collection.createIndexes(indexes.map(([key, rest]) => ({ key, ...rest })) as never) // mongoose's pairs are the driver's specifications
      : null
  })
  await Promise.all(building)
}

/**
 * A whole product on an empty database of its own (tests/support/environment.ts). TEST_MONGO_URL, set by
 * the test runner, makes it a MongoDB one. `isLarge` is for files with a practice's months of data.
 */
export const bootApp = async ({ isLarge = false } = {}): Promise<TestApp> => {
  const { getPayload } = await import('payload')
  const config = await (await import('@payload-config')).default
  const payload = await getPayload({ config })
  const log = watchLog(payload)
  const database = process.env['TEST_MONGO_URL'] ? 'mongo' : 'sqlite'
  if (database === 'mongo') await buildIndexes(payload, isLarge)
  // What needs a second factor to be required says so itself: tests/integration/signIn.
  await payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired: false },
  })
  return {
    payload,
    config,
    database,
    log,
    stop: async () => {
      const unfit = await log.unfit()
      await payload.destroy()
      rmSync(process.env['TEST_FOLDER'] ?? '', { recursive: true, force: true })
      if (unfit.length) throw new Error(`The log holds what it must not:\n${unfit[0]}`)
    },
  }
}
