// npm run bench [-- --json]: our REST against the same `patients` collection in bare Payload, without
// our access, rules, encryption and audit. Both behind `next start`, over HTTP, on SQLite, measured in
// turns in one run; the table gives medians and ours divided by bare.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '@/src/migrations'
import { writeBareApp } from './bench/bareApp'
import { answerTo, median, requestsPerSecond, type Side } from './bench/load'
import { caseloadSize, patientCount, patientRows } from './bench/rows'
import { ensureBuild } from './lib/build.mjs'
import { anyFreePort, waitForPort } from './lib/ports.mjs'
import { run, start, stop, stopChildrenWithUs } from './lib/processes.mjs'
import { bin, inRoot, root, typescript } from './lib/root.mjs'
import { dim, main, PlainError, say } from './lib/say.mjs'

const rounds = 15
const connections = 8
const requestsPerTurn = 120

const folder = inRoot('.cache', 'bench')
const bareFolder = inRoot('.cache', 'bench-bare')
const secret = 'bench-secret-bench-secret-bench-secret'

const isJson = process.argv.includes('--json')
const tell = (line: string): void => {
  if (!isJson) say(dim(line))
}

const must = async (
  what: string,
  work: Promise<{ code: number; output: string }>,
): Promise<void> => {
  const { code, output } = await work
  if (code !== 0) throw new PlainError(`${output}\n${what} failed.`)
}

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TZ: 'UTC',
  LOG_LEVEL: 'error',
  RUN_JOBS: '0',
  ...more,
})

const serve = async (
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ origin: string; stop: () => Promise<void> }> => {
  const port = await anyFreePort()
  const child = start(bin('next'), ['start', '-p', String(port)], {
    cwd,
    stdio: 'ignore',
    env: { ...env, NODE_ENV: 'production', SERVER_URL: `http://localhost:${port}` },
  })
  if (!(await waitForPort(port, 60_000)))
    throw new PlainError('A server of the benchmark did not start.')
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) }
}

type Callers = { clinician: string; owner: string; ids: string[] }

const prepareOurs = async () => {
  tell(`Ours: build, ${patientCount} patients, a caseload of ${caseloadSize} ...`)
  await ensureBuild()
  const env = environment({
    DATABASE_URL: `file:${join(folder, 'ours.db')}`,
    KEY_DIR: join(folder, 'keys'),
    UPLOAD_DIR: join(folder, 'files'),
    PAYLOAD_SECRET: secret,
    // Without migrations the schema is pushed, which Payload does outside production only.
    NODE_ENV: migrations.length ? 'production' : 'development',
  })
  const file = join(folder, 'callers.json')
  await must(
    'Filling our database',
    run('node', typescript('scripts/bench/seedOurs.ts', file), { cwd: root, env, capture: true }),
  )
  return { env, callers: JSON.parse(readFileSync(file, 'utf8')) as Callers } // written by seedOurs.ts
}

const prepareBare = async () => {
  tell('Bare Payload: build, the same patients ...')
  writeBareApp(root, bareFolder)
  const env = environment({ BARE_DATABASE: `file:${join(folder, 'bare.db')}` })
  const rows = join(folder, 'rows.json')
  const file = join(folder, 'bare.json')
  writeFileSync(rows, JSON.stringify(patientRows()))
  const seedEnv: NodeJS.ProcessEnv = { ...env, NODE_ENV: 'development' }
  await must(
    'Filling the bare database',
    run('node', typescript('seed.ts', rows, file), {
      cwd: bareFolder,
      env: seedEnv,
      capture: true,
    }),
  )
  const buildEnv: NodeJS.ProcessEnv = { ...env, NODE_ENV: 'production' }
  await must(
    'The bare build',
    run(bin('next'), ['build'], { cwd: bareFolder, env: buildEnv, capture: true }),
  )
  return { env, cookie: (JSON.parse(readFileSync(file, 'utf8')) as { cookie: string }).cookie } // written by seed.ts
}

const questions = (ids: readonly string[]) => [
  { name: 'by id', paths: ids.map((id) => `/api/patients/${id}?depth=0`) },
  { name: 'list of 25, sorted', paths: ['/api/patients?limit=25&sort=lastName&depth=0'] },
  {
    name: 'filtered list',
    paths: ['/api/patients?limit=25&sort=lastName&depth=0&where[status][equals]=active'],
  },
]

type Result = { question: string; caller: string; ours: number; bare: number; ratio: number }

const measure = async (
  ours: Side,
  bare: Side,
  paths: readonly string[],
): Promise<Pick<Result, 'ours' | 'bare' | 'ratio'>> => {
  const load = { paths, count: requestsPerTurn, connections }
  for (const side of [ours, bare])
    await requestsPerSecond(side, { ...load, count: requestsPerTurn * 2 })
  const turns: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const turn = { ours: 0, bare: 0 }
    // Whoever goes first finds the machine as the other left it, so they take turns in that too.
    for (const name of round % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      turn[name] = await requestsPerSecond(name === 'ours' ? ours : bare, load)
    }
    turns.push(turn)
  }
  return {
    ours: median(turns.map((turn) => turn.ours)),
    bare: median(turns.map((turn) => turn.bare)),
    ratio: median(turns.map((turn) => turn.ours / turn.bare)),
  }
}

const checkSame = async (ours: Side, bare: Side, ids: readonly string[]): Promise<void> => {
  const [id] = ids
  const [mine, theirs] = await Promise.all(
    [ours, bare].map((side) => answerTo(side, `/api/patients/${id}?depth=0`)),
  )
  if (!mine || mine['lastName'] !== theirs?.['lastName'])
    throw new PlainError('The two sides do not answer with the same patient.')
}

const table = (results: readonly Result[]): void => {
  say()
  say(
    `${'question'.padEnd(20)} ${'as'.padEnd(10)} ${'ours/s'.padStart(8)} ${'bare/s'.padStart(8)} ${'ratio'.padStart(7)}`,
  )
  for (const { question, caller, ours, bare, ratio } of results) {
    say(
      `${question.padEnd(20)} ${caller.padEnd(10)} ${ours.toFixed(0).padStart(8)} ${bare.toFixed(0).padStart(8)} ${ratio.toFixed(2).padStart(7)}`,
    )
  }
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'keys'), { recursive: true })
  const mine = await prepareOurs()
  const theirs = await prepareBare()
  const ourServer = await serve(root, mine.env)
  const bareServer = await serve(bareFolder, theirs.env)
  const bare = { origin: bareServer.origin, cookie: theirs.cookie }
  const results: Result[] = []
  tell(`${rounds} rounds of ${requestsPerTurn} requests over ${connections} connections each ...`)
  for (const caller of ['clinician', 'owner'] as const) {
    const ours = { origin: ourServer.origin, cookie: mine.callers[caller] }
    await checkSame(ours, bare, mine.callers.ids)
    for (const { name, paths } of questions(mine.callers.ids)) {
      results.push({ question: name, caller, ...(await measure(ours, bare, paths)) })
    }
  }
  await Promise.all([ourServer.stop(), bareServer.stop()])
  if (isJson) say(JSON.stringify(results, null, 2))
  else table(results)
  return 0
})
process.exit()
