import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { sourcesFingerprint } from '../../scripts/lib/sources.mjs'

const kept = resolve('.cache', 'test-template')

const hourMs = 3_600_000

/** Those of earlier sources; a run that is still going keeps its own. */
const forgetOld = (): void => {
  for (const name of readdirSync(kept)) {
    const folder = join(kept, name)
    if (Date.now() - statSync(folder).mtimeMs > hourMs)
      rmSync(folder, { recursive: true, force: true })
  }
}

/** Made once for the sources as they are: building the schema takes longer than most files' tests. */
export const setup = (): void => {
  if (process.env['TEST_MONGO_URL'] || process.env['TEST_MONGO_PROGRAM']) return
  const ready = join(kept, sourcesFingerprint())
  process.env['TEST_TEMPLATE'] = join(ready, 'template.db')
  if (existsSync(ready)) return
  mkdirSync(resolve('.cache'), { recursive: true })
  const folder = mkdtempSync(join(resolve('.cache'), 'template-'))
  mkdirSync(join(folder, 'keys'))
  const file = join(folder, 'template.db')
  execFileSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', resolve('tests/support/makeTemplate.ts')],
    {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: `file:${file}`,
        KEY_DIR: join(folder, 'keys'),
        PAYLOAD_SECRET: 'test-secret-test-secret-test-secret-1234',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  mkdirSync(kept, { recursive: true })
  forgetOld()
  renameSync(folder, ready)
}
