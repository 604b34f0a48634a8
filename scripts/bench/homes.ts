import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuild } from '../lib/build.mjs'
import { anyFreePort } from '../lib/ports.mjs'
import { run } from '../lib/processes.mjs'
import { inRoot, root, typescript } from '../lib/root.mjs'
import { serverArguments } from '../lib/server.mjs'
import type { Line, Tell } from './lines'
import { median, type Side, textOf } from './load'
import { environment, must, secret, serve } from './servers'

const few = 1_000
const many = 100_000
const warm = 3
const rounds = 9

/** What is read at a clinic of so many patients, and who reads it. */
type Callers = Record<string, string> & { patient: string; portal: string }

type Clinic = { origin: string; callers: Callers; counted: () => Promise<number> }

const databaseOf = (folder: string): NodeJS.ProcessEnv =>
  environment({
    DATABASE_URL: `file:${join(folder, 'ours.db')}`,
    KEY_DIR: join(folder, 'keys'),
    UPLOAD_DIR: join(folder, 'files'),
    PAYLOAD_SECRET: secret,
    NODE_ENV: 'production',
  })

const fill = async (folder: string, patients: number): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'keys'), { recursive: true })
  const options = { cwd: root, env: databaseOf(folder), capture: true }
  await must(
    'Filling a database',
    run('node', typescript('scripts/seed.ts', '--patients', String(patients)), options),
  )
  await must(
    'Signing people in',
    run('node', typescript('scripts/bench/homesCallers.ts', join(folder, 'callers.json')), options),
  )
}

const open = async (folder: string): Promise<Clinic & { stop: () => Promise<void> }> => {
  const counter = await anyFreePort()
  const counting = pathToFileURL(inRoot('scripts/bench/countStatements.mjs')).href
  const server = await serve({
    cwd: root,
    args: serverArguments,
    env: {
      ...databaseOf(folder),
      COUNTER_PORT: String(counter),
      NODE_OPTIONS: `--import ${counting}`,
    },
  })
  return {
    ...server,
    callers: JSON.parse(readFileSync(join(folder, 'callers.json'), 'utf8')) as Callers, // written by homesCallers.ts
    counted: async () => {
      const answer = await fetch(`http://127.0.0.1:${counter}/`)
      return ((await answer.json()) as { counted: number }).counted
    },
  }
}

type Page = { what: string; caller: string; path: (callers: Callers) => string }

const home = (caller: string): Page => ({ what: `home, ${caller}`, caller, path: () => '/admin' })

const chart = (caller: string): Page => ({
  what: `patient workspace, ${caller}`,
  caller,
  path: ({ patient }) => `/admin/patient/${patient}`,
})

const pages: readonly Page[] = [
  ...[
    'owner',
    'director',
    'clinician',
    'supervisor',
    'intern',
    'front desk',
    'biller',
    'HR',
    'marketing',
    'compliance',
  ].map(home),
  { what: 'portal home', caller: 'portal', path: () => '/portal' },
  chart('clinician'),
  chart('front desk'),
]

const timed = async (side: Side, path: string): Promise<number> => {
  const startedAt = performance.now()
  await textOf(side, path)
  return performance.now() - startedAt
}

// The list everybody knows, as its heaviest user sees it, with Payload's own ten rows.
const stockList = '/admin/collections/patients?limit=10'

/** Statements of one opening: the least of some, since what runs beside it counts too. */
const statementsOf = async (clinic: Clinic, side: Side, path: string): Promise<number> => {
  const counts: number[] = []
  for (let time = 0; time < 3; time += 1) {
    await clinic.counted()
    await textOf(side, path)
    counts.push(await clinic.counted())
  }
  return Math.min(...counts)
}

type Measured = { page: number; list: number; ratio: number; statements: number }

const measure = async (clinic: Clinic, { caller, path }: Page): Promise<Measured> => {
  const { callers, origin } = clinic
  const side = { origin, cookie: callers[caller] ?? '' }
  const owner = { origin, cookie: callers['owner'] ?? '' }
  const turns: { page: number; list: number }[] = []
  for (let round = 0; round < warm + rounds; round += 1) {
    const turn = { page: 0, list: 0 }
    for (const name of round % 2 ? (['page', 'list'] as const) : (['list', 'page'] as const))
      turn[name] = await (name === 'page' ? timed(side, path(callers)) : timed(owner, stockList))
    if (round >= warm) turns.push(turn)
  }
  return {
    page: median(turns.map((turn) => turn.page)),
    list: median(turns.map((turn) => turn.list)),
    ratio: median(turns.map((turn) => turn.page / turn.list)),
    statements: await statementsOf(clinic, side, path(callers)),
  }
}

const inWords = (count: number): string => count.toLocaleString('en-US')

const linesOf = (page: Page, small: Measured, large: Measured): Line[] => [
  ...(
    [
      [few, small],
      [many, large],
    ] as const
  ).map(([patients, { page: ours, list, ratio }]) => ({
    part: 'homes',
    what: `${page.what}, ${inWords(patients)} patients`,
    unit: 'ms',
    ours,
    against: list,
    ratio,
    wanted: '<= 3',
  })),
  {
    part: 'homes',
    what: `${page.what}: statements`,
    unit: 'statements',
    ours: large.statements,
    against: small.statements,
    ratio: large.statements / small.statements,
    wanted: '<= 1',
  },
]

/** The screens of two databases against each other: one of 1,000 patients and one of 100,000. */
export const compareHomes = async (
  folders: readonly [few: string, many: string],
  tell: Tell,
): Promise<Line[]> => {
  const [small, large] = await Promise.all([open(folders[0]), open(folders[1])])
  const lines: Line[] = []
  for (const page of pages) {
    tell(page.what)
    lines.push(...linesOf(page, await measure(small, page), await measure(large, page)))
  }
  await Promise.all([small.stop(), large.stop()])
  return lines
}

/**
 * What people open first, at a clinic of 1,000 and of 100,000 patients: server time against the stock list view of
 * patients in the same database, and how many statements the database is asked.
 */
export const measureHomes = async (tell: Tell): Promise<Line[]> => {
  await ensureBuild()
  const folders = [few, many].map((patients) => inRoot('.cache', `bench-homes-${patients}`))
  for (const [at, patients] of [few, many].entries()) {
    tell(`A clinic of ${inWords(patients)} patients ...`)
    await fill(folders[at] ?? '', patients)
  }
  return compareHomes([folders[0] ?? '', folders[1] ?? ''], tell)
}
