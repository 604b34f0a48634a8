// npm run test:security [-- --full] [-- FILES]: the security tests alone. With --full every mutant of access
// control is tried, and what came of it goes to tests/security/proven.json and docs/security-tests.md.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Tally, tallyFolder } from '@/tests/security/crawl/tally'
import { provenFile, rowsNow } from '@/tests/security/mutants/choose'
import { run, stopChildrenWithUs } from './lib/processes.mjs'
import { bin, root, typescript } from './lib/root.mjs'
import { green, main, red, say } from './lib/say.mjs'

const tallies = (): Record<string, Tally> =>
  Object.fromEntries(
    readdirSync(tallyFolder)
      .sort()
      .map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(join(tallyFolder, file), 'utf8')) as Tally,
      ]),
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const summarize = (parts: Record<string, Tally>): void => {
  const all = Object.values(parts)
  const made = sum(all.map(({ mutants }) => mutants?.made ?? 0))
  const killed = sum(all.map(({ mutants }) => mutants?.killed ?? 0))
  const paint = killed === made ? green : red
  say(`${sum(all.map(({ requests }) => requests)).toLocaleString('en-US')} requests`)
  if (made)
    say(paint(`${killed} of ${made} mutants killed (${((100 * killed) / made).toFixed(1)} %)`))
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  const args = process.argv.slice(2)
  const isFull = args.includes('--full')
  const others = args.filter((each) => each !== '--full')
  rmSync(tallyFolder, { recursive: true, force: true })
  mkdirSync(tallyFolder, { recursive: true })
  const env = { ...process.env, TZ: 'UTC', TEST_MONGO_URL: '', SECURITY_FULL: isFull ? '1' : '' }
  const { code } = await run(bin('vitest'), ['run', '--project', 'security', ...others], {
    cwd: root,
    env,
  })
  const parts = tallies()
  summarize(parts)
  if (!isFull || code !== 0 || others.length) return code ?? 1
  writeFileSync(provenFile, `${JSON.stringify({ rows: rowsNow(), parts }, null, 2)}\n`)
  await run(bin('biome'), ['format', '--write', provenFile], { cwd: root, capture: true })
  const made = await run('node', typescript('scripts/generate-docs.ts'), { cwd: root })
  return made.code ?? 1
})
process.exit()
