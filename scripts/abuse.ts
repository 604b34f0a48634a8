// npm run abuse [-- --json] [-- --without-browser]: tries the 124 abuse cases and says which hold. Ends with
// 1 when one does not. Those that need a browser run on the production build, which is made when it is old.
import { mkdirSync, rmSync } from 'node:fs'
import { abuseList, abuseTests, type ListedCase } from './lib/abuseList'
import { ensureBuild } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { anyFreePort } from './lib/ports.mjs'
import { run, stopChildrenWithUs } from './lib/processes.mjs'
import { playwrightResults, vitestResults } from './lib/reports.mjs'
import { bin, inRoot, root } from './lib/root.mjs'
import { bold, dim, green, main, red, say } from './lib/say.mjs'

type Result = 'holds' | 'broken' | 'not run'
type Outcome = { title: string; isPassed: boolean }

const reports = inRoot('.cache', 'reports')

const inProcess = async (): Promise<Outcome[]> => {
  const file = `${reports}/abuse.json`
  const files = new Set(abuseTests().map((each) => each.file))
  const args = [
    'run',
    ...['--project', 'security', '--project', 'integration', '--project', 'unit'],
    ...['--reporter=json', `--outputFile.json=${file}`],
    ...[...files].filter((name) => name.endsWith('.test.ts')),
  ]
  await run(bin('vitest'), args, {
    cwd: root,
    env: { ...process.env, TZ: 'UTC', TEST_MONGO_URL: '' },
    capture: true,
  })
  return vitestResults(file)
}

const inBrowser = async (): Promise<Outcome[]> => {
  const chromium = await ensureChromium()
  await ensureBuild()
  const file = `${reports}/abuse-e2e.json`
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    E2E_PORTS: `${await anyFreePort()},${await anyFreePort()}`,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  }
  const args = ['test', 'tests/e2e/abuse.spec.ts', '--reporter=json']
  await run(bin('playwright'), args, { cwd: root, env, capture: true })
  return playwrightResults(file)
}

/** A case holds when every test that names it ran and passed; a group counts with all its tests. */
const resultOf = ({ tests }: ListedCase, outcomes: readonly Outcome[]): Result => {
  const own = tests.map(({ title }) => outcomes.filter((each) => each.title.includes(title)))
  if (own.flat().some(({ isPassed }) => !isPassed)) return 'broken'
  return own.length && own.every((each) => each.length) ? 'holds' : 'not run'
}

const paint = { holds: green, broken: red, 'not run': dim } as const

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  rmSync(`${reports}/abuse.json`, { force: true })
  rmSync(`${reports}/abuse-e2e.json`, { force: true })
  mkdirSync(reports, { recursive: true })
  const isJson = process.argv.includes('--json')
  const hasBrowser = !process.argv.includes('--without-browser')
  const outcomes = [...(await inProcess()), ...(hasBrowser ? await inBrowser() : [])]
  const cases = abuseList().map((each) => ({ ...each, result: resultOf(each, outcomes) }))
  const counted = (result: Result): number => cases.filter((each) => each.result === result).length
  if (isJson) say(JSON.stringify(cases, null, 2))
  else {
    for (const { id, title, cannot, tests, result } of cases) {
      say(`${bold(id)} ${paint[result](result.padEnd(7))} ${title}`)
      if (cannot) say(dim(`             cannot occur: ${cannot}`))
      for (const { file } of tests) say(dim(`             ${file}`))
    }
    const left = counted('not run') ? `, ${counted('not run')} not run` : ''
    say(`\n${counted('holds')} of ${cases.length} hold${left}`)
  }
  return counted('broken') || (hasBrowser && counted('not run')) ? 1 : 0
})
process.exit()
