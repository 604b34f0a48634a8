#!/usr/bin/env node
// npm run migration -- add-fax-number: writes src/migrations/<time>_add_fax_number from the difference
// between the collections and the last migration. Touches no database of yours.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, stopChildrenWithUs } from './lib/processes.mjs'
import { payloadCommand, root } from './lib/root.mjs'
import { main, PlainError } from './lib/say.mjs'

await main(async () => {
  stopChildrenWithUs()
  const [name] = process.argv.slice(2)
  if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new PlainError(
      'Name the migration with small letters and dashes, for example: npm run migration -- add-fax-number',
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-migration-'))
  try {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: `file:${join(folder, 'empty.db')}`,
      KEY_DIR: folder,
      UPLOAD_DIR: folder,
    }
    const args = payloadCommand('migrate:create', name, '--skip-empty', '--force-accept-warning')
    return (await run('node', args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }))
      .code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
