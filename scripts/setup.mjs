#!/usr/bin/env node
// npm run setup: a real practice on this machine, from the clone to the address with which its owner goes on
// in the browser. Installs, makes .env and the key files where they are missing, builds, migrates the
// practice's own database (never the demo's), prints the address, then serves. It may be run again at any
// time: it goes on where things are. What is in the environment counts before .env.
import { ensureBuild } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { makeKeyFiles } from './lib/keyFiles.mjs'
import { nextFreePort } from './lib/ports.mjs'
import { checkPlace, ensureEnvFile, practiceEnvironment, readEnvFile } from './lib/practiceEnv.mjs'
import { run, start, stopChildrenWithUs } from './lib/processes.mjs'
import { root, typescript } from './lib/root.mjs'
import { bold, dim, duration, main, PlainError, say } from './lib/say.mjs'
import { serverArguments } from './lib/server.mjs'
import { waitUntilServing } from './lib/serving.mjs'

const timed = async (title, work) => {
  const startedAt = Date.now()
  const result = await work()
  if (result !== false) say(dim(`${title}: ${duration(Date.now() - startedAt)}`))
}

const choosePort = async () => {
  const wanted = Number(process.env['PORT'] || 3000)
  const port = await nextFreePort(wanted, '0.0.0.0')
  if (port === wanted) return port
  throw new PlainError(
    `Port ${wanted} is in use. If the practice runs already, stop it first; otherwise set PORT and SERVER_URL in .env to another one.`,
  )
}

const makeKeys = ({ KEY_DIR }) => {
  const made = makeKeyFiles(KEY_DIR).filter(({ isNew }) => isNew)
  for (const { file } of made) say(`${file} made.`)
}

/** Migrates, and answers what the owner does next: the address of the guided start, or where to sign in. */
const wayIn = async (env) => {
  const { code, output } = await run(process.execPath, typescript('scripts/owner.ts'), {
    cwd: root,
    capture: true,
    env: { ...env, RUN_JOBS: '0', LOG_LEVEL: 'error' },
  })
  if (code !== 0)
    throw new PlainError(`${output}\nThe database could not be made ready; see above.`)
  return output.trim()
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  await timed('Packages', ensureDependencies)
  readEnvFile()
  const done = ensureEnvFile(await nextFreePort(Number(process.env['PORT'] || 3000), '0.0.0.0'))
  if (done) say(done)
  readEnvFile()
  const env = practiceEnvironment()
  checkPlace(env)
  const port = await choosePort()
  makeKeys(env)
  await timed('Production build', ensureBuild)
  const next = await wayIn(env)
  const server = start(process.execPath, serverArguments, { cwd: root, env })
  await waitUntilServing(server, { port, what: 'The practice' })
  say()
  say(bold('The practice is served.'))
  say()
  say(next)
  say()
  say(dim('Ctrl-C stops it. From now on npm start serves it; nothing that was entered is lost.'))
  return new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 0)))
})
