#!/usr/bin/env node
// npm run demo: the clinic Harbour Therapy on this machine, with its data in .data/demo.
//   npm run demo -- --reset           start over
//   npm run demo -- --data <folder>   keep the data elsewhere
//   PORT=4000 npm run demo            another port
import { resolve } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import {
  demoEnvironment,
  demoFolder,
  demoLogins,
  demoState,
  removeDemo,
  seedDemo,
} from './lib/demoData.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { nextFreePort } from './lib/ports.mjs'
import { start, stopChildrenWithUs } from './lib/processes.mjs'
import { inRoot, root } from './lib/root.mjs'
import { bold, dim, duration, main, PlainError, say } from './lib/say.mjs'
import { serverArguments } from './lib/server.mjs'
import { waitUntilServing } from './lib/serving.mjs'

const options = (args) => {
  const at = args.indexOf('--data')
  const given = args[at + 1]
  if (at >= 0 && (!given || given.startsWith('--')))
    throw new PlainError('--data takes the folder in which the demo keeps its data.')
  return {
    isReset: args.includes('--reset'),
    folder: at < 0 ? inRoot('.data', 'demo') : resolve(given),
  }
}

const choosePort = async () => {
  const wanted = Number(process.env['PORT'] || 3000)
  const port = await nextFreePort(wanted, '0.0.0.0')
  if (port !== wanted) say(`Port ${wanted} is in use by something else; the demo takes ${port}.`)
  return port
}

const timed = async (title, work) => {
  const startedAt = Date.now()
  const result = await work()
  if (result !== false) say(dim(`${title}: ${duration(Date.now() - startedAt)}`))
}

const clearIfAsked = (files, isReset) => {
  if (isReset) removeDemo(files)
  if (demoState(files) !== 'seeding') return
  say('The last start stopped while the demo was being filled; it starts over.')
  removeDemo(files)
}

const introduce = (files, port) => {
  const origin = `http://localhost:${port}`
  say()
  say(bold('Harbour Therapy is open.'))
  say()
  say(`  Website   ${origin}/`)
  say(`  Office    ${origin}/admin`)
  say(`  Portal    ${origin}/portal`)
  say()
  const logins = demoLogins(files)
  const width = Math.max(0, ...logins.map(({ who }) => who.length))
  for (const { who, address, email, password } of logins) {
    say(`  ${who.padEnd(width)}   ${`${origin}${address}`}   ${email}   ${password}`)
  }
  say()
  say(
    dim(
      'Ctrl-C stops it; the next start goes on with the same data. npm run demo -- --reset starts over.',
    ),
  )
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  const { isReset, folder } = options(process.argv.slice(2))
  const files = demoFolder(folder)
  await timed('Packages', ensureDependencies)
  const port = await choosePort()
  clearIfAsked(files, isReset)
  const env = demoEnvironment(files, port)
  const isFilled = demoState(files) === 'ready'
  // Beside each other: the two together take little longer than the longer one.
  await Promise.all([
    timed('Production build', ensureBuild),
    ...(isFilled ? [] : [timed('Demo data', () => seedDemo(files, env))]),
  ])
  const server = start(process.execPath, serverArguments, { cwd: root, env })
  await waitUntilServing(server, { port, what: 'The demo' })
  introduce(files, port)
  return new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 0)))
})
