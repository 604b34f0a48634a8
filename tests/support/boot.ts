import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BasePayload, SanitizedConfig } from 'payload'

export type TestApp = {
  payload: BasePayload
  config: SanitizedConfig
  /** `sqlite` or `mongo`. */
  database: 'sqlite' | 'mongo'
  stop: () => Promise<void>
}

/**
 * A whole product on an empty database of its own. TEST_MONGO_URL (set by the test runner) makes it a
 * MongoDB one. Call once per file, before importing anything else of the product.
 */
export const bootApp = async (): Promise<TestApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-'))
  mkdirSync(join(folder, 'keys'))
  const mongoUrl = process.env['TEST_MONGO_URL']
  const name = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const environment = process.env as Record<string, string | undefined> // NODE_ENV is read-only in types
  environment['NODE_ENV'] = 'test'
  environment['DATABASE_URL'] = mongoUrl ? mongoUrl.replace('/?', `/${name}?`) : `file:${join(folder, 'test.db')}`
  environment['KEY_DIR'] = join(folder, 'keys')
  environment['UPLOAD_DIR'] = join(folder, 'files')
  environment['PAYLOAD_SECRET'] = 'test-secret-test-secret-test-secret-1234'
  environment['LOG_LEVEL'] = environment['LOG_LEVEL'] ?? 'silent'
  const { getPayload } = await import('payload')
  const config = await (await import('@payload-config')).default
  const payload = await getPayload({ config, disableOnInit: false })
  return {
    payload,
    config,
    database: mongoUrl ? 'mongo' : 'sqlite',
    stop: async () => {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
