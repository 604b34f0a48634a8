#!/usr/bin/env node
// npm test: everything that proves the product, from lint to the browser. It installs what is missing.
//   npm test -- --only unit,integration     some steps
//   npm test -- --fast                      without MongoDB, build and browser
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { ensureBuild } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { fillClinics } from './lib/clinics.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureMongo, withoutMongo } from './lib/mongo.mjs'
import { anyFreePort } from './lib/ports.mjs'
import { run, stopChildrenWithUs } from './lib/processes.mjs'
import { playwrightCounts, vitestCounts } from './lib/reports.mjs'
import { bin, inRoot, root, typescript } from './lib/root.mjs'
import { bold, dim, duration, green, main, PlainError, red, say } from './lib/say.mjs'
import { filesUnder } from './lib/sources.mjs'

const reports = inRoot('.cache', 'reports')
const one = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 })
const notYet = (note) => ({ passed: 0, failed: 0, skipped: 0, note })

/** A program that is right or wrong as a whole; what it printed is shown when it is wrong. */
const check = (command, args) => async () => {
  const { code, output } = await run(command, args, { cwd: root, capture: true })
  return { ...one(code === 0), output: code === 0 ? '' : output }
}

const script = (name, ...args) => check('node', typescript(`scripts/${name}`, ...args))

const hasTests = (folder, ending) =>
  filesUnder(inRoot('tests', folder)).some((file) => file.endsWith(ending))

const vitest =
  ({ project, report = project, env = {}, isQuiet = false }) =>
  async () => {
    if (!hasTests(project, '.test.ts')) return notYet(`no ${project} tests yet`)
    const file = `${reports}/${report}.json`
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]
    const { code, output } = await run(bin('vitest'), args, {
      cwd: root,
      env: { ...process.env, TZ: 'UTC', ...env },
      capture: isQuiet,
    })
    return { ...vitestCounts(file), output: code === 0 ? '' : output }
  }

const integrationOnMongo = async () => {
  if (!hasTests('integration', '.test.ts')) return notYet('no integration tests yet')
  const server = await ensureMongo()
  if (!server) return notYet(withoutMongo)
  try {
    say(dim(`On ${server.name}.`))
    return await vitest({
      project: 'integration',
      report: 'mongo',
      env: server.env,
    })()
  } finally {
    await server.stop()
  }
}

const build = async () => {
  const isNew = await ensureBuild()
  return { ...one(true), ...(isNew ? {} : { note: 'built before from the same sources' }) }
}

let areClinicsFilled = false

/** Done while the build leaves a core idle. */
const clinics = async () => {
  await fillClinics()
  areClinicsFilled = true
  return one(true)
}

const endToEnd = async () => {
  if (!hasTests('e2e', '.spec.ts')) return notYet('no e2e tests yet')
  const chromium = await ensureChromium()
  await ensureBuild()
  const file = `${reports}/e2e.json`
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    E2E_PORTS: `${await anyFreePort()},${await anyFreePort()}`,
    // Without the step before, Playwright has them filled itself.
    E2E_CLINICS: areClinicsFilled ? 'filled' : '',
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  }
  await run(bin('playwright'), ['test', '--reporter=list,json'], { cwd: root, env })
  return playwrightCounts(file)
}

const steps = [
  { name: 'types', isQuiet: true, work: check(bin('tsc'), ['--noEmit']) },
  { name: 'unit', isQuiet: true, work: vitest({ project: 'unit', isQuiet: true }) },
  { name: 'lint', isQuiet: true, work: check(bin('biome'), ['check', '.']) },
  { name: 'deadcode', isQuiet: true, work: check(bin('knip'), ['--no-progress']) },
  {
    name: 'lockfile',
    isQuiet: true,
    work: check('node', ['scripts/complete-lockfile.mjs', '--check']),
  },
  { name: 'schema', isQuiet: true, work: script('check-schema.ts') },
  { name: 'docs', isQuiet: true, work: script('generate-docs.ts', '--check') },
  { name: 'integration', work: vitest({ project: 'integration', env: { TEST_MONGO_URL: '' } }) },
  { name: 'mongo', isSlow: true, work: integrationOnMongo },
  { name: 'security', work: vitest({ project: 'security', env: { TEST_MONGO_URL: '' } }) },
  { name: 'build', isSlow: true, isQuiet: true, work: build },
  { name: 'clinics', isSlow: true, isQuiet: true, work: clinics },
  { name: 'e2e', isSlow: true, work: endToEnd },
]

const names = steps.map(({ name }) => name).join(', ')

const chosenSteps = (args) => {
  const at = args.indexOf('--only')
  const stray = args.find(
    (arg, index) => arg !== '--fast' && (at < 0 || ![at, at + 1].includes(index)),
  )
  if (stray !== undefined)
    throw new PlainError(`npm test does not know "${stray}". It takes --only and --fast.`)
  if (at < 0) return args.includes('--fast') ? steps.filter(({ isSlow }) => !isSlow) : steps
  const wanted = (args[at + 1] ?? '').split(',').filter(Boolean)
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length || !wanted.length) throw new PlainError(`--only takes some of: ${names}.`)
  return steps.filter(({ name }) => wanted.includes(name))
}

const runStep = async ({ name, isQuiet, work }) => {
  if (!isQuiet) say(`\n${bold(`── ${name}`)}`)
  const startedAt = Date.now()
  const result = await work().catch((error) => ({
    ...one(false),
    output: error instanceof PlainError ? error.message : String(error?.stack ?? error),
  }))
  const ms = Date.now() - startedAt
  if (result.output) say(`\n${bold(`── ${name}`)}\n${result.output.trimEnd()}`)
  say(line({ name, ms, ...result }))
  return { name, ms, ...result }
}

const line = ({ name, ms, passed, failed, skipped, note }) => {
  const mark = failed ? red('✗') : passed ? green('✓') : dim('–')
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped ? [`${skipped} skipped`] : []),
  ].join(', ')
  return `${mark} ${name.padEnd(12)} ${duration(ms).padStart(12)}   ${note && !passed ? note : counts}${note && passed ? ` (${note})` : ''}`
}

/** Quiet steps that stand next to each other run two at a time; the others own the terminal. */
const runAll = async (chosen) => {
  const results = []
  for (let index = 0; index < chosen.length; ) {
    const length = chosen[index].isQuiet
      ? chosen.slice(index).findIndex(({ isQuiet }) => !isQuiet)
      : 1
    const group = chosen.slice(index, length < 0 ? undefined : index + length)
    const waiting = [...group]
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift())
        results.push(await runStep(step))
    }
    await Promise.all([lane(), lane()])
    index += group.length
  }
  return chosen.map(({ name }) => results.find((result) => result.name === name))
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  const chosen = chosenSteps(process.argv.slice(2))
  const startedAt = Date.now()
  await ensureDependencies()
  if (existsSync(reports)) rmSync(reports, { recursive: true })
  mkdirSync(reports, { recursive: true })
  say(dim(`Packages are there (${duration(Date.now() - startedAt)}).`))
  const results = await runAll(chosen)
  say(`\n${bold('Summary')}`)
  for (const result of results) say(line(result))
  for (const { name, failures = [], failed, output } of results) {
    // What went wrong is said again where people look first: at the end.
    const reasons = failed && output ? output.trimEnd().split('\n').slice(-12) : failures
    for (const reason of reasons.slice(0, 20)) say(red(`${name}: ${reason}`))
    if (reasons.length > 20) say(red(`${name}: and ${reasons.length - 20} more`))
  }
  say(dim(`All in ${duration(Date.now() - startedAt)}.`))
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  say(`${total('passed')} passed, ${total('failed')} failed`)
  return total('failed') ? 1 : 0
})
