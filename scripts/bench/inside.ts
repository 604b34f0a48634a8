import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../lib/processes.mjs'
import { inRoot, root, typescript } from '../lib/root.mjs'
import { PlainError } from '../lib/say.mjs'
import type { Line, Tell } from './lines'

/** Measures a part inside a process of its own that has the product open on an empty SQLite database. */
export const measureInside = async (part: string, tell: Tell): Promise<Line[]> => {
  const folder = inRoot('.cache', `bench-${part}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'keys'), { recursive: true })
  tell(`The part "${part}" ...`)
  const file = join(folder, 'lines.json')
  const { code, output } = await run('node', typescript(`scripts/bench/${part}.ts`, file), {
    cwd: root,
    capture: true,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TZ: 'UTC',
      LOG_LEVEL: 'error',
      RUN_JOBS: '0',
      DATABASE_URL: `file:${join(folder, 'ours.db')}`,
      KEY_DIR: join(folder, 'keys'),
      UPLOAD_DIR: join(folder, 'files'),
      PAYLOAD_SECRET: 'bench-secret-bench-secret-bench-secret',
      SERVER_URL: 'http://localhost:3000',
    },
  })
  if (code !== 0) throw new PlainError(`${output}\nThe part "${part}" failed.`)
  const lines = JSON.parse(readFileSync(file, 'utf8')) as Line[] // written by the part
  rmSync(folder, { recursive: true, force: true })
  return lines
}
