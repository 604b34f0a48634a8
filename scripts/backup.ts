// npm run backup [-- <file>] [--with-keys] [--passphrase-file <file>] [--stopped]: one sealed file of the
// database and the uploaded files, made while the server runs. See docs/backup.md.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnv } from 'payload/node'
import { optionValue, readPassphrase } from './lib/passphrase.mjs'
import { inRoot } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'

const fileFrom = (args: string[], now: Date): string => {
  const valued = optionValue('--passphrase-file')
  const named = args.find((arg) => !arg.startsWith('--') && arg !== valued)
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  return named ?? join('backups', `therapy-ops-${stamp}Z.backup`)
}

await main(async () => {
  loadEnv()
  const { env } = await import('@/src/lib/env')
  const { clock } = await import('@/src/lib/clock')
  const { makeBackup } = await import('@/src/lib/backup/backUp')
  const { isBackupProblem } = await import('@/src/lib/backup/problem')
  const args = process.argv.slice(2)
  const now = clock.wall()
  const file = fileFrom(args, now)
  const withKeys = args.includes('--with-keys')
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  try {
    const { rows, sections } = await makeBackup({
      place: { databaseUrl: env.DATABASE_URL, uploadDir: env.UPLOAD_DIR, keyDir: env.KEY_DIR },
      file,
      passphrase: await readPassphrase({ isNew: true }),
      withKeys,
      isStopped: args.includes('--stopped'),
      now,
      release: version,
    })
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    say(`${file} is whole: ${total} rows and ${sections.files?.entries ?? 0} files, read back.`)
    say(
      withKeys
        ? 'The keys are in it: whoever has this file and its passphrase can read everything.'
        : 'The keys are not in it. Keep a copy of the key folder somewhere else: without it confidential text stays closed.',
    )
  } catch (error) {
    throw isBackupProblem(error) ? new PlainError(error.message) : error
  }
})
process.exit()
