import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { randomSecret } from './keyFiles.mjs'
import { inRoot } from './root.mjs'
import { PlainError } from './say.mjs'

const envFile = inRoot('.env')

const settingsIn = (file) => (existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {})

/** What .env says, for a command that starts before the product has read it. What is set already stays. */
export const readEnvFile = () => {
  for (const [name, value] of Object.entries(settingsIn(envFile))) process.env[name] ??= value
}

/** For a command that opens the practice's database: as the server does, which migrates and never pushes a schema. */
export const asInProduction = () => {
  process.env['NODE_ENV'] ??= 'production'
}

const withLine = (text, name, value) => {
  const line = new RegExp(`^${name}=.*$`, 'm')
  return line.test(text)
    ? text.replace(line, () => `${name}=${value}`)
    : `${text.trimEnd()}\n${name}=${value}\n`
}

/**
 * Makes .env from its example, with a secret of its own, or gives one that is there its secret. Does nothing
 * where the environment brings the secret. Answers what was done, in a sentence, or null.
 */
export const ensureEnvFile = (port, file = envFile) => {
  if (process.env['PAYLOAD_SECRET']) return null
  if (existsSync(file)) {
    if (settingsIn(file)['PAYLOAD_SECRET']) return null
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, withLine(text, 'PAYLOAD_SECRET', randomSecret()), { mode: 0o600 })
    return '.env had no secret; it has one of its own now.'
  }
  const settings = {
    PAYLOAD_SECRET: randomSecret(),
    SERVER_URL: `http://localhost:${port}`,
    PORT: String(port),
  }
  const text = Object.entries(settings).reduce(
    (before, [name, value]) => withLine(before, name, value),
    readFileSync(inRoot('.env.example'), 'utf8'),
  )
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  return '.env made, with a secret of its own. Everything that can be set is explained in it.'
}

/** The environment of a real practice: its settings, and never those of a demo. */
export const practiceEnvironment = () => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  TZ: 'UTC',
  DEMO: '0',
  FAULT_POINT: '',
  DATABASE_URL: process.env['DATABASE_URL'] || 'file:./data/clinic.db',
  KEY_DIR: process.env['KEY_DIR'] || './data/keys',
  LOG_LEVEL: process.env['LOG_LEVEL'] || 'info',
})

/**
 * Throws a PlainError where a practice must not be started: in the database of a demo, and with new keys for
 * a database that was written with others.
 */
export const checkPlace = ({ DATABASE_URL, KEY_DIR, KEY_COMMAND = '' }) => {
  if (!DATABASE_URL.startsWith('file:')) return
  const database = resolve(DATABASE_URL.slice('file:'.length))
  if (existsSync(join(dirname(database), 'logins.json')))
    throw new PlainError(
      `${database} belongs to a demo. Set DATABASE_URL to another file; the people in a demo are made up.`,
    )
  const key = join(resolve(KEY_DIR), 'general.key')
  if (!KEY_COMMAND && existsSync(database) && !existsSync(key))
    throw new PlainError(
      `There is a practice in ${database}, but its keys are not in ${resolve(KEY_DIR)}. Put the key files back from their second place, or set KEY_DIR to where they are.`,
    )
}
