import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { ArchiveWriter } from './archive'
import { type CopiedFacts, type DataRestore, type DataSource, differing } from './dataSource'
import { BackupProblem } from './problem'

const entryName = 'clinic.db'

export const sqlitePath = (databaseUrl: string): string =>
  resolve(databaseUrl.replace(/^file:/, ''))

const connect = (file: string) => drizzle({ connection: { url: `file:${file}` } }).$client

type Connection = ReturnType<typeof connect>

const withFile = async <T>(file: string, work: (client: Connection) => Promise<T>): Promise<T> => {
  const client = connect(file)
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const tableNames = async (client: Connection): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return rows.map((row) => String(row['name']))
}

const rowsByTable = async (client: Connection): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const name of await tableNames(client)) {
    const { rows } = await client.execute(`SELECT count(*) AS n FROM ${quoted(name)}`)
    counts[name] = Number(rows[0]?.['n'])
  }
  return counts
}

const migrationsIn = async (client: Connection): Promise<string[]> => {
  if (!(await tableNames(client)).includes('payload_migrations')) return []
  const { rows } = await client.execute(
    'SELECT name FROM payload_migrations WHERE batch > 0 ORDER BY name',
  )
  return rows.map((row) => String(row['name']))
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A copy that a killed backup left holds what the database holds. */
const removeOldCopies = async (original: string): Promise<void> => {
  const prefix = `${basename(original)}.backup-`
  for (const name of await readdir(dirname(original))) {
    const isOld = name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))
    if (isOld) await rm(join(dirname(original), name), { force: true })
  }
}

const readAtOneInstant = async (original: string, archive: ArchiveWriter): Promise<CopiedFacts> => {
  if (!existsSync(original))
    throw new BackupProblem(`There is no database at ${original}. Check DATABASE_URL.`)
  await removeOldCopies(original)
  const copy = `${original}.backup-${process.pid}`
  try {
    // Made before SQLite writes to it, so that it belongs to us alone from its first byte.
    await writeFile(copy, '', { flag: 'wx', mode: 0o600 })
    await withFile(original, async (client) => {
      await client.execute('PRAGMA busy_timeout = 10000')
      await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    })
    const facts = await withFile(copy, async (client) => ({
      rows: await rowsByTable(client),
      migrations: await migrationsIn(client),
    }))
    const blocks = createReadStream(copy, { highWaterMark: 1024 * 1024 })
    await archive.add({ section: 'database', name: entryName }, blocks)
    return facts
  } finally {
    await rm(copy, { force: true })
  }
}

/**
 * SQLite: `VACUUM INTO` copies the database as it is at one instant while others read and write on
 * (sqlite.org/lang_vacuum.html). The copy lies beside the database until it is sealed.
 */
export const sqliteSource = (databaseUrl: string): DataSource => ({
  kind: 'sqlite',
  ways: [(archive) => readAtOneInstant(sqlitePath(databaseUrl), archive)],
  close: async () => {},
})

const isLocked = (error: unknown): boolean =>
  error instanceof Error && /SQLITE_BUSY|locked/.test(error.message)

/** Ends the write-ahead log of the file that goes; refuses while a server has it open. */
const closeOld = async (file: string): Promise<void> => {
  if (!existsSync(file)) return
  try {
    await withFile(file, (client) => client.execute('PRAGMA journal_mode = DELETE'))
  } catch (error) {
    if (isLocked(error)) {
      throw new BackupProblem(
        'A server has this database open. Stop it, then restore; nothing was changed.',
      )
    }
    // What is not a database any more may be replaced.
  }
  for (const ending of ['-wal', '-shm']) await rm(`${file}${ending}`, { force: true })
}

// Looked at from outside: a connection, even a closed one, may hold the file until memory is cleared,
// and would then be taken for a server.
const isEmptyFile = async (file: string): Promise<boolean> =>
  !existsSync(file) || (await stat(file)).size === 0

export const sqliteRestore = (databaseUrl: string): DataRestore => {
  const file = sqlitePath(databaseUrl)
  const aside = `${file}.restoring`
  return {
    kind: 'sqlite',
    place: file,
    isEmpty: () => isEmptyFile(file),
    take: async (_head, blocks) => {
      await mkdir(dirname(file), { recursive: true })
      await rm(aside, { force: true })
      const handle = await open(aside, 'wx', 0o600)
      try {
        for await (const block of blocks) await handle.writeFile(block)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    check: (expected) =>
      withFile(aside, async (client) => {
        const { rows } = await client.execute('PRAGMA integrity_check')
        if (rows[0]?.['integrity_check'] !== 'ok')
          throw new BackupProblem('The database in the backup is not sound. Use another backup.')
        const counts = await rowsByTable(client)
        return differing(expected, counts)
      }),
    commit: async () => {
      await closeOld(file)
      await rename(aside, file)
    },
    abandon: () => rm(aside, { force: true }),
    close: async () => {},
  }
}
