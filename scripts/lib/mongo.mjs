import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anyFreePort, waitForPort } from './ports.mjs'
import { hasProgram, run, start, stop, stopChildrenWithUs } from './processes.mjs'
import { inRoot, root } from './root.mjs'
import { PlainError, say } from './say.mjs'

// GPL-2.0: a tool of the tests, never shipped with the product.
const emulator = {
  package: 'SecantusDB==0.7.0b3',
  replicaSet: 'secantus',
  venv: inRoot('.cache', 'mongo'),
}

const howTo =
  'Set MONGODB_TEST_URL to a replica set (for example mongodb://127.0.0.1:27017/?replicaSet=rs0), install mongod, or install Python 3 with venv.'

const urlOf = (port, replicaSet) => `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSet}`

// Tests put the name of a database of their own between the slash and the question mark.
const withoutDatabase = (url) =>
  url.replace(
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/,
    (_, hosts, query) => `${hosts}/${query ?? '?'}`,
  )

const launch = async ({ command, args, port }) => {
  const child = start(command, args, { stdio: 'ignore', cwd: root })
  if (!(await waitForPort(port, 30_000))) {
    await stop(child)
    return null
  }
  return child
}

const initiate = async (port) => {
  // The driver comes with the packages; a fresh mongod answers only to a direct connection.
  const script = `
    import mongoose from 'mongoose'
    const c = await mongoose.createConnection('mongodb://127.0.0.1:${port}/?directConnection=true').asPromise()
    const admin = c.db.admin()
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: '127.0.0.1:${port}' }] } })
    for (;;) { const { isWritablePrimary } = await admin.command({ hello: 1 }); if (isWritablePrimary) break; await new Promise((r) => setTimeout(r, 100)) }
    await c.close()`
  return (
    (
      await run('node', ['--input-type=module', '-e', script], {
        cwd: root,
        capture: true,
        timeout: 60_000,
      })
    ).code === 0
  )
}

const fromMongod = async () => {
  if (!(await hasProgram('mongod'))) return null
  const port = await anyFreePort()
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-mongod-'))
  const args = [
    '--replSet',
    'rs0',
    '--dbpath',
    folder,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
  ]
  const child = await launch({ command: 'mongod', args, port })
  if (!child || !(await initiate(port))) return null
  return {
    name: 'mongod',
    env: { TEST_MONGO_URL: urlOf(port, 'rs0') },
    stop: async () => {
      await stop(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const installEmulator = async () => {
  const program = join(emulator.venv, 'bin', 'secantusd-py')
  if (existsSync(program)) return program
  if (!(await hasProgram('python3'))) return null
  say('Installing a MongoDB-compatible server for the tests (pip) ...')
  mkdirSync(inRoot('.cache'), { recursive: true })
  const made = await run('python3', ['-m', 'venv', emulator.venv], { capture: true })
  if (made.code !== 0) return null
  const pip = join(emulator.venv, 'bin', 'pip')
  const installed = await run(pip, ['install', '--quiet', '--pre', emulator.package], {
    capture: true,
  })
  if (installed.code !== 0) say(installed.output)
  return existsSync(program) ? program : null
}

const fromEmulator = async () => {
  const program = await installEmulator()
  return (
    program && {
      name: 'SecantusDB, a server for each file',
      env: { TEST_MONGO_PROGRAM: program },
      stop: async () => {},
    }
  )
}

/** One server that lives as long as the tests of one file: `{ url, stop }`. */
export const mongoForOneFile = async (program) => {
  stopChildrenWithUs()
  const port = await anyFreePort()
  const args = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', ':memory:']
  const child = await launch({ command: program, args, port })
  if (!child) throw new Error(`${program} did not answer on port ${port} within 30 seconds.`)
  return { url: urlOf(port, emulator.replicaSet), stop: () => stop(child) }
}

/**
 * A MongoDB with transactions for the integration tests: the one MONGODB_TEST_URL names, a `mongod` on
 * this machine, or SecantusDB, which speaks the same protocol. (mongodb-memory-server-core would come
 * between the last two; it is not among our packages because what it downloads cannot be pinned.)
 * Answers null when there is none and nobody insists; with CI=true that is an error.
 */
export const ensureMongo = async () => {
  const given = process.env['MONGODB_TEST_URL']
  if (given) {
    const env = { TEST_MONGO_URL: withoutDatabase(given) }
    return { name: 'MONGODB_TEST_URL', env, stop: async () => {} }
  }
  const server = (await fromMongod()) ?? (await fromEmulator())
  if (server) return server
  if (process.env['CI'] === 'true')
    throw new PlainError(`There is no MongoDB to test with, and CI may not go without. ${howTo}`)
  return null
}

export const withoutMongo = `Skipped: there is no MongoDB here. ${howTo}`
