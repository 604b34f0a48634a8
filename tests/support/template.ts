import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Once per run: building the schema takes longer than most files' tests. */
export const setup = (): void => {
  if (process.env['TEST_MONGO_URL'] || process.env['TEST_MONGO_PROGRAM']) return
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-template-'))
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
  process.env['TEST_TEMPLATE'] = file
}
