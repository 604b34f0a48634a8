import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpDatabase } from '@/tests/support/dumpDatabase'
import { letGoOfFiles } from '@/tests/support/letGoOfFiles'

const isMongo = Boolean(process.env['TEST_MONGO_URL'])
const folder = process.env['TEST_FOLDER'] ?? ''
const passphrase = 'five small boats at anchor'

const place = (name: string) => ({
  databaseUrl: `file:${join(folder, name, 'clinic.db')}`,
  uploadDir: join(folder, name, 'files'),
  keyDir: join(folder, name, 'keys'),
})

type Place = ReturnType<typeof place>

/** Starts the product as `npm start` does, on a database of its own, and ends it again. */
const start = (where: Place, migrations: 'of this release' | 'and one more') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'tests/support/startOnce.ts', migrations],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SCHEMA_READY: '0',
        RUN_JOBS: '0',
        LOG_LEVEL: 'error',
        DATABASE_URL: where.databaseUrl,
        UPLOAD_DIR: where.uploadDir,
        KEY_DIR: where.keyDir,
      },
      encoding: 'utf8',
    },
  )
  return { status, text: `${stdout}${stderr}` }
}

const run = async (where: Place, sql: string): Promise<Record<string, unknown>[]> => {
  const client = drizzle({ connection: { url: where.databaseUrl } }).$client
  try {
    return (await client.execute(sql)).rows as unknown as Record<string, unknown>[] // rows by column
  } finally {
    client.close()
    await letGoOfFiles()
  }
}

const columns = async (where: Place): Promise<string[]> =>
  (await run(where, "SELECT name FROM pragma_table_info('referrers')")).map(({ name }) => `${name}`)

const told = 'what the earlier release knew'

describe.skipIf(isMongo)('upgrading a SQLite practice, as docs/backup.md says', () => {
  const old = place('old')
  const backup = join(folder, 'before-upgrade.backup')
  const known = ['of an earlier release']

  beforeAll(async () => {
    expect(start(old, 'of this release').text).toContain('started')
    await run(
      old,
      `INSERT INTO referrers (id, name, rev) VALUES ('5a3b1c1e-7d51-4f9e-9f43-6a1f0a6d2b10', '${told}', 1)`,
    )
    const { migrations } = await import('@/src/migrations')
    known.push(...migrations.map(({ name }) => name))
  })

  afterAll(() => expect(existsSync(backup)).toBe(true))

  it('begins with a backup, which knows the state of the database', async () => {
    const { makeBackup } = await import('@/src/lib/backup/backUp')
    const manifest = await makeBackup({
      place: old,
      file: backup,
      passphrase,
      withKeys: true,
      now: new Date('2026-11-24T09:40:00Z'),
      release: '0.1.0',
    })
    expect(manifest.migrations).toEqual(known.slice(1))
    expect(manifest.rows['referrers']).toBe(1)
  })

  it('migrates at the start of the new release, and every row stays', async () => {
    expect(await columns(old)).not.toContain('fax')
    const { status, text } = start(old, 'and one more')
    expect(status, text).toBe(0)
    expect(await columns(old)).toContain('fax')
    expect(await run(old, 'SELECT name, fax FROM referrers')).toMatchObject([
      { name: told, fax: 'not known' },
    ])
    const names = (await run(old, 'SELECT name FROM payload_migrations')).map(({ name }) => name)
    expect(names).toContain('29991231_235959_one_more')
    // Once only.
    expect(start(old, 'and one more').status).toBe(0)
    const again = await run(
      old,
      "SELECT count(*) AS n FROM payload_migrations WHERE name = '29991231_235959_one_more'",
    )
    expect(again).toMatchObject([{ n: 1 }])
  })

  it('goes back by restoring, and forward again', async () => {
    const { restoreBackup } = await import('@/src/lib/backup/restore')
    const asBefore = place('back')
    const request = { file: backup, passphrase, withKeys: true, knownMigrations: known }
    await restoreBackup({ ...request, place: asBefore, mayReplace: false })
    expect(await columns(asBefore)).not.toContain('fax')
    const before = await dumpDatabase(asBefore.databaseUrl)
    await restoreBackup({ ...request, place: old, mayReplace: true })
    expect(await dumpDatabase(old.databaseUrl)).toEqual(before)
    expect(start(old, 'of this release').status).toBe(0)
    expect(start(old, 'and one more').status).toBe(0)
    expect(await run(old, 'SELECT name, fax FROM referrers')).toMatchObject([
      { name: told, fax: 'not known' },
    ])
  })

  it('does not run backwards: a backup of the later release is refused by the earlier one', async () => {
    const { makeBackup } = await import('@/src/lib/backup/backUp')
    const { restoreBackup } = await import('@/src/lib/backup/restore')
    const file = join(folder, 'later.backup')
    await makeBackup({
      place: old,
      file,
      passphrase,
      withKeys: true,
      now: new Date('2026-11-24T09:40:00Z'),
      release: '0.2.0',
    })
    await expect(
      restoreBackup({
        file,
        passphrase,
        place: place('earlier'),
        mayReplace: false,
        withKeys: true,
        knownMigrations: known,
      }),
    ).rejects.toThrow(/made by a later release .* does not know 29991231_235959_one_more/)
  })

  it('stops with the reason when a migration fails, and the rows are as before', async () => {
    const { restoreBackup } = await import('@/src/lib/backup/restore')
    const broken = place('broken')
    await restoreBackup({
      file: backup,
      passphrase,
      place: broken,
      mayReplace: false,
      withKeys: true,
      knownMigrations: known,
    })
    await run(broken, 'ALTER TABLE referrers ADD COLUMN fax TEXT')
    const { status, text } = start(broken, 'and one more')
    expect(status).not.toBe(0)
    expect(text).toMatch(/duplicate column name: fax/)
    expect(await run(broken, 'SELECT name FROM referrers')).toMatchObject([{ name: told }])
  })
})
