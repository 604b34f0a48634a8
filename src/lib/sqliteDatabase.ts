import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { migrations } from '../migrations'
import { env } from './env'
import { answerPlainly, type SqliteClient } from './sqliteClient'
import { findPlainly } from './sqliteFinds'

const sqliteFile = (url: string): string => {
  const file = resolve(url.replace(/^file:/, ''))
  mkdirSync(dirname(file), { recursive: true })
  return `file:${file}`
}

const busyMs = 5000
// Eight times SQLite's own: a sum over a day's rows of a large practice stays in it.
export const cacheKib = 16_384
const journalBytes = 64 * 1024 * 1024

/** SQLite in the process. Without transactions: with them a busy database loses writes. */
export const sqliteDatabase = (): DatabaseAdapterObj => {
  const url = sqliteFile(env.DATABASE_URL)
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    blocksAsJSON: true,
    wal: { journalSizeLimit: journalBytes, synchronous: 'FULL' },
    busyTimeout: busyMs,
    push: env.NODE_ENV !== 'production' && !env.SCHEMA_READY,
    migrationDir: resolve('src/migrations'),
    prodMigrations: migrations,
  })
  const settings = {
    busy_timeout: busyMs,
    cache_size: -cacheKib,
    journal_size_limit: journalBytes,
    synchronous: 'FULL',
  }
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const { connect } = database
      findPlainly(database)
      return Object.assign(database, {
        connect: async (...given: Parameters<NonNullable<typeof connect>>) => {
          await connect?.apply(database, given)
          const { client } = database as unknown as { client: SqliteClient } // adapter internals
          answerPlainly(client, url.replace(/^file:/, ''), settings)
        },
      })
    },
  }
}
