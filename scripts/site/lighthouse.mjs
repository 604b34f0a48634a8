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

/** One run of Lighthouse as a phone: whole scores, the speed of the machine, what was asked for from where. */
export const measureOnce = async (url, browser) => {
  const { code, output } = await run(
    bin('lighthouse'),
    [
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
      '--no-enable-error-reporting',
    ],
    { capture: true, env: { ...process.env, CHROME_PATH: browser, CI: '1' } },
  )
  const start = output.indexOf('{\n')
  if (code !== 0 || start < 0)
    throw new PlainError(`${output.slice(-2000)}\nLighthouse could not read ${url}.`)
  const report = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1))
  if (report.runtimeError) throw new PlainError(`${url}: ${report.runtimeError.message}`)
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
