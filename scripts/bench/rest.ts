import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '@/src/migrations'
import { ensureBuild } from '../lib/build.mjs'
import { run } from '../lib/processes.mjs'
import { bin, inRoot, root, typescript } from '../lib/root.mjs'
import { PlainError } from '../lib/say.mjs'
import { serverArguments } from '../lib/server.mjs'
import { writeBareApp } from './bareApp'
import type { Line, Tell } from './lines'
import { answerTo, median, requestsPerSecond, type Side } from './load'
import { caseloadSize, patientCount, patientRows } from './rows'
import { environment, must, secret, serve } from './servers'

const rounds = 15
const connections = 8
const requestsPerTurn = 120

const folder = inRoot('.cache', 'bench')
const bareFolder = inRoot('.cache', 'bench-bare')
type Callers = { clinician: string; owner: string; ids: string[] }

const prepareOurs = async (tell: Tell) => {
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

const prepareBare = async (tell: Tell) => {
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

type Measured = { ours: number; bare: number; ratio: number }

const measure = async (ours: Side, bare: Side, paths: readonly string[]): Promise<Measured> => {
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

/**
 * Our REST against the same `patients` collection in bare Payload, without our access, rules, encryption and
 * log. Each as it is served in production, over HTTP, on SQLite, measured in turns; medians of requests per second.
 */
export const measureRest = async (tell: Tell): Promise<Line[]> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'keys'), { recursive: true })
  const mine = await prepareOurs(tell)
  const theirs = await prepareBare(tell)
  const ourServer = await serve({ cwd: root, args: serverArguments, env: mine.env })
  const bareServer = await serve({
    cwd: bareFolder,
    args: [bin('next'), 'start'],
    env: theirs.env,
  })
  const bare = { origin: bareServer.origin, cookie: theirs.cookie }
  const lines: Line[] = []
  tell(`${rounds} rounds of ${requestsPerTurn} requests over ${connections} connections each ...`)
  for (const caller of ['clinician', 'owner'] as const) {
    const ours = { origin: ourServer.origin, cookie: mine.callers[caller] }
    await checkSame(ours, bare, mine.callers.ids)
    for (const { name, paths } of questions(mine.callers.ids)) {
      const measured = await measure(ours, bare, paths)
      lines.push({
        part: 'rest',
        what: `${name}, ${caller}`,
        unit: 'requests/s',
        ours: measured.ours,
        against: measured.bare,
        ratio: measured.ratio,
        wanted: name === 'by id' ? '>= 1.1' : '>= 0.95',
      })
    }
  }
  const [ourPeak, barePeak] = [ourServer.peakMegabytes(), bareServer.peakMegabytes()]
  if (ourPeak && barePeak)
    lines.push({
      part: 'rest',
      what: 'peak memory of the server after all of them',
      unit: 'MB',
      ours: ourPeak,
      against: barePeak,
      ratio: ourPeak / barePeak,
      wanted: '<= 1.5',
    })
  await Promise.all([ourServer.stop(), bareServer.stop()])
  return lines
}
