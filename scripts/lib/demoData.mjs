import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'
import { inRoot, root, typescript } from './root.mjs'
import { PlainError } from './say.mjs'

/** Where a demo keeps what it owns; nothing outside its folder is ever touched. */
export const demoFolder = (folder) => ({
  folder,
  database: join(folder, 'clinic.db'),
  keys: join(folder, 'keys'),
  files: join(folder, 'files'),
  secret: join(folder, 'secret'),
  /** Written by the seed: `[{ who, address, email, password }]`. */
  logins: join(folder, 'logins.json'),
  /** Names the seed that is under way or the one that finished. */
  state: join(folder, 'state'),
})

const isTouched = ({ folder: _, ...inside }) =>
  Object.values(inside).some((path) => existsSync(path))

const readOr = (file, otherwise) =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : otherwise

const secretOf = (files) => {
  if (!existsSync(files.secret))
    writeFileSync(files.secret, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readOr(files.secret, '')
}

/** The environment of the demo's server and seed. Settings of a real practice never leak into it. */
export const demoEnvironment = (files, port) => {
  mkdirSync(files.folder, { recursive: true })
  // What is there without a state is not known to be ours: it is not marked for removal.
  if (!isTouched(files)) writeFileSync(files.state, 'seeding')
  mkdirSync(files.keys, { recursive: true, mode: 0o700 })
  mkdirSync(files.files, { recursive: true })
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
    DEMO: '1',
    DATABASE_URL: `file:${files.database}`,
    KEY_DIR: files.keys,
    KEY_COMMAND: '',
    UPLOAD_DIR: files.files,
    PAYLOAD_SECRET: secretOf(files),
    SERVER_URL: `http://localhost:${port}`,
    PORT: String(port),
    SMTP_URL: '',
    RUN_JOBS: '1',
    FAULT_POINT: '',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  }
}

/** `empty`, `seeding` (a seed began and did not finish) or `ready`. */
export const demoState = (files) => readOr(files.state, 'empty')

/**
 * Takes away what a demo made in its folder, and the folder when nothing else is in it. Throws where no
 * demo ever began: somebody else's database and keys are not ours to remove.
 */
export const removeDemo = (files) => {
  if (!existsSync(files.folder)) return
  const { folder, state, ...own } = files
  if (demoState(files) === 'empty' && isTouched(files))
    throw new PlainError(
      `${folder} holds something that no demo made; nothing was removed. Name another folder with --data.`,
    )
  const beside = ['-wal', '-shm', '-journal'].map((ending) => `${own.database}${ending}`)
  // The state goes last: a removal that stops half-way is then taken up again.
  for (const path of [...Object.values(own), ...beside, state])
    rmSync(path, { recursive: true, force: true })
  if (!readdirSync(folder).length) rmdirSync(folder)
}

/**
 * Fills an empty database. Throws when it holds something else, or when the seed failed; with `capture` the
 * error says what the seed printed.
 */
export const seedDemo = async (files, env, { capture = false } = {}) => {
  const seed = inRoot('scripts', 'seed.ts')
  if (!existsSync(seed)) return false
  // Most of what a seed makes is short-lived: more room for it saves collecting it over and over. Its two
  // processes have both cores at work: collecting side by side would only get in their way.
  const flags = ['--single-threaded-gc', '--max-semi-space-size=64']
  const args = [...flags, ...typescript(seed, '--logins', files.logins)]
  const { code, output } = await run('node', args, {
    cwd: root,
    env: { ...env, RUN_JOBS: '0' },
    capture,
  })
  if (code !== 0) throw new PlainError(`${output}\nThe demo could not be filled; see above.`.trim())
  writeFileSync(files.state, 'ready')
  return true
}

/** Who can sign in where, as the seed wrote it. */
export const demoLogins = (files) => JSON.parse(readOr(files.logins, '[]'))
