import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { mongoForOneFile } from '../../scripts/lib/mongo.mjs'

// Packages stay loaded from file to file; what is ours, and what it keeps for the process, begins anew.
const kept = globalThis as {
  _payload?: Map<string, unknown>
  _payload_graphql?: object
  environmentOfTests?: Record<string, string | undefined>
}
vi.resetModules()
for (const key of Object.getOwnPropertySymbols(kept))
  if (Symbol.keyFor(key)?.startsWith('therapy-ops.')) Reflect.deleteProperty(kept, key)
kept._payload?.clear()
if (kept._payload_graphql) Object.assign(kept._payload_graphql, { graphql: null, promise: null })
kept.environmentOfTests ??= { ...process.env }
for (const name of Object.keys(process.env))
  if (!(name in kept.environmentOfTests)) delete process.env[name]
Object.assign(process.env, kept.environmentOfTests)

/** Runs before every file: an empty database and keys of its own, whatever the file imports first. */
const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-'))
mkdirSync(join(folder, 'keys'))
// A server that gets slower with all it ever held is started anew for every file.
const mongoProgram = process.env['TEST_MONGO_PROGRAM']
if (mongoProgram) {
  const server = await mongoForOneFile(mongoProgram)
  process.env['TEST_MONGO_URL'] = server.url
  afterAll(server.stop)
}
const mongoUrl = process.env['TEST_MONGO_URL']
const name = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`

const template = process.env['TEST_TEMPLATE']
if (template && !mongoUrl) {
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(`${template}${part}`))
      copyFileSync(`${template}${part}`, join(folder, `test.db${part}`))
  }
}

Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: mongoUrl ? mongoUrl.replace('/?', `/${name}?`) : `file:${join(folder, 'test.db')}`,
  KEY_DIR: join(folder, 'keys'),
  UPLOAD_DIR: join(folder, 'files'),
  PAYLOAD_SECRET: 'test-secret-test-secret-test-secret-1234',
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  SCHEMA_READY: template || mongoUrl ? '1' : '0',
  TEST_FOLDER: folder,
})
