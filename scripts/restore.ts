// npm run restore -- <file> [--replace] [--with-keys] [--passphrase-file <file>]: puts a backup into the
// database and folders that the environment names. The server must be stopped. See docs/backup.md.
import { existsSync } from 'node:fs'
import { loadEnv } from 'payload/node'
import { optionValue, readPassphrase } from './lib/passphrase.mjs'
import { run } from './lib/processes.mjs'
import { inRoot, root, typescript } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'

/** The restored log is walked from its first event to its last; answers the exit code. */
const checkAccessLog = async (): Promise<number> => {
  const script = inRoot('scripts', 'audit-verify.ts')
  if (!existsSync(script)) return 0
  const env = { ...process.env, NODE_ENV: process.env['NODE_ENV'] ?? 'production' }
  const { code } = await run(process.execPath, typescript(script), { cwd: root, env })
  return code
}

await main(async () => {
  loadEnv()
  const args = process.argv.slice(2)
  const valued = optionValue('--passphrase-file')
  const file = args.find((arg) => !arg.startsWith('--') && arg !== valued)
  if (!file) throw new PlainError('Say which: npm run restore -- backups/clinic.backup')
  const { env } = await import('@/src/lib/env')
  const { restoreBackup } = await import('@/src/lib/backup/restore')
  const { isBackupProblem } = await import('@/src/lib/backup/problem')
  const { migrations } = await import('@/src/migrations')
  try {
    const { manifest, createdAt, notes } = await restoreBackup({
      place: { databaseUrl: env.DATABASE_URL, uploadDir: env.UPLOAD_DIR, keyDir: env.KEY_DIR },
      file,
      passphrase: await readPassphrase({ isNew: false }),
      mayReplace: args.includes('--replace'),
      withKeys: args.includes('--with-keys'),
      knownMigrations: migrations.map(({ name }) => name),
    })
    const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
    const files = manifest.sections.files?.entries ?? 0
    say(`The practice is as it was on ${createdAt}: ${total} rows and ${files} files, counted.`)
    for (const note of notes) say(note)
    // Without its keys the log cannot be checked, and no server starts.
    return notes.length ? 0 : await checkAccessLog()
  } catch (error) {
    throw isBackupProblem(error) ? new PlainError(error.message) : error
  }
})
process.exit()
