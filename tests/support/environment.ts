import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { mongoForOneFile } from '../../scripts/lib/mongo.mjs'

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
  SCHEMA_READY: template && !mongoUrl ? '1' : '0',
  TEST_FOLDER: folder,
})
