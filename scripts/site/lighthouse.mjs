import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { run } from '../lib/processes.mjs'
import { bin } from '../lib/root.mjs'
import { PlainError } from '../lib/say.mjs'
import { categories } from './judge.mjs'

const flags = [
  '--headless=new',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  // Chromium's sandbox refuses to run as root, which containers do.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

const isForeign = (address, origin) =>
  /^https?:/.test(address) && new URL(address).origin !== origin

/** What Lighthouse reports of one page, or why it broke off. */
const reportOf = async (url, browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-lighthouse-'))
  // A file of its own: what is printed may hold warnings too.
  const file = join(folder, 'report.json')
  try {
    const { code, output } = await run(
      bin('lighthouse'),
      [
        url,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--only-categories=${categories.join(',')}`,
        `--chrome-flags=${flags.join(' ')}`,
        '--no-enable-error-reporting',
      ],
      { capture: true, env: { ...process.env, CHROME_PATH: browser, CI: '1' } },
    )
    if (!existsSync(file)) return { broken: output.slice(-2000) || `It ended with ${code}.` }
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return report.runtimeError ? { broken: report.runtimeError.message } : { report }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A browser that is slow to start sometimes shows no page at all; that is no figure, so it is asked again. */
const attempts = 3

/** One run of Lighthouse as a phone: whole scores, the speed of the machine, what was asked for from where. */
export const measureOnce = async (url, browser, tell) => {
  let answer = await reportOf(url, browser)
  for (let attempt = 1; !answer.report && attempt < attempts; attempt++) {
    tell(`Lighthouse broke off and is asked again: ${answer.broken}`)
    answer = await reportOf(url, browser)
  }
  const { report, broken } = answer
  if (!report)
    throw new PlainError(`${broken}\nLighthouse could not read ${url} in ${attempts} attempts.`)
  const requests = report.audits['network-requests'].details.items
  const scored = categories.map((name) => report.categories[name])
  return {
    scores: Object.fromEntries(scored.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
    benchmarkIndex: report.environment.benchmarkIndex,
    scripts: requests
      .filter(({ resourceType }) => resourceType === 'Script')
      .map((each) => each.url),
    foreign: requests
      .map((each) => each.url)
      .filter((each) => isForeign(each, new URL(url).origin)),
    failed: scored.flatMap(({ id, auditRefs }) =>
      auditRefs
        .filter(({ weight, id: audit }) => {
          const { score } = report.audits[audit]
          return weight > 0 && score !== null && score < (id === 'performance' ? 0.9 : 1)
        })
        .map(({ id: audit }) => `${id}: ${report.audits[audit].title}`),
    ),
  }
}

const sizes = new Map()

/** How many bytes scripts take on the way, gzipped. */
export const gzippedBytes = async (urls) => {
  let total = 0
  for (const url of new Set(urls)) {
    if (!sizes.has(url)) {
      const body = await fetch(url).then((answer) => answer.arrayBuffer())
      sizes.set(url, gzipSync(Buffer.from(body)).length)
    }
    total += sizes.get(url)
  }
  return total
}
