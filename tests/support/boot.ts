import { rmSync } from 'node:fs'
import type { BasePayload, SanitizedConfig } from 'payload'

export type TestApp = {
  payload: BasePayload
  config: SanitizedConfig
  database: 'sqlite' | 'mongo'
  stop: () => Promise<void>
}

/**
 * A whole product on an empty database of its own (tests/support/environment.ts). TEST_MONGO_URL, set by
 * the test runner, makes it a MongoDB one.
 */
export const bootApp = async (): Promise<TestApp> => {
  const { getPayload } = await import('payload')
  const config = await (await import('@payload-config')).default
  const payload = await getPayload({ config })
  // What needs a second factor to be required says so itself: tests/integration/signIn.
  await payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired: false },
  })
  return {
    payload,
    config,
    database: process.env['TEST_MONGO_URL'] ? 'mongo' : 'sqlite',
    stop: async () => {
      await payload.destroy()
      rmSync(process.env['TEST_FOLDER'] ?? '', { recursive: true, force: true })
    },
  }
}
