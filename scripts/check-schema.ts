// npm run check:schema: fails when the committed SQLite migrations do not lead to the schema that the
// collections describe.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '@/src/migrations'
import { run, stopChildrenWithUs } from './lib/processes.mjs'
import { inRoot, root, typescript } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'

const shown = 40

const dump = async (mode: 'production' | 'test'): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-schema-'))
  try {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: mode,
      DATABASE_URL: `file:${join(folder, 'empty.db')}`,
      KEY_DIR: folder,
      UPLOAD_DIR: folder,
      PAYLOAD_SECRET: 'schema-secret-schema-secret-schema-secret',
      LOG_LEVEL: 'silent',
      RUN_JOBS: '0',
      DEMO: '0',
    }
    const args = typescript(inRoot('scripts', 'lib', 'dumpSchema.ts'))
    const { code, output } = await run('node', args, { cwd: root, env, capture: true })
    const line = output.split('\n').find((each) => each.startsWith('["'))
    if (code !== 0 || !line)
      throw new PlainError(`${output}\nThe schema could not be read (${mode}).`)
    return JSON.parse(line)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const listed = (title: string, lines: readonly string[]): void => {
  if (!lines.length) return
  say(title)
  for (const line of lines.slice(0, shown)) say(`  ${line}`)
  if (lines.length > shown) say(`  and ${lines.length - shown} more`)
}

await main(async () => {
  stopChildrenWithUs()
  if (!migrations.length) {
    say('There are no migrations. Make the first one with: npm run migration -- initial')
    return 1
  }
  const [migrated, described] = await Promise.all([dump('production'), dump('test')])
  const missing = described.filter((line) => !migrated.includes(line))
  const left = migrated.filter((line) => !described.includes(line))
  if (!missing.length && !left.length) {
    say('The migrations lead to the schema that the collections describe.')
    return 0
  }
  listed('Missing in the migrations:', missing)
  listed('In the migrations, but no longer described:', left)
  say('Make a migration with: npm run migration -- say-what-changed')
  return 1
})
