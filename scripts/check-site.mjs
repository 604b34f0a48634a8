#!/usr/bin/env node
// npm run check:site: Lighthouse as a phone over the website's pages, on the production build with the demo's data.
//   npm run check:site -- --json        the same as JSON
//   npm run check:site -- --reset       make the demo's data anew
//   npm run check:site -- --runs 1      fewer runs, for a first look; the rule is three
//   npm run check:site -- --url http://localhost:3000   a demo that runs already
// Ends with 1 when a page misses the rule in scripts/site/judge.mjs.
import { ensureBuild } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { demoEnvironment, demoFolder, demoState, removeDemo, seedDemo } from './lib/demoData.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { nextFreePort } from './lib/ports.mjs'
import { start, stop, stopChildrenWithUs } from './lib/processes.mjs'
import { inRoot, root } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'
import { serverArguments } from './lib/server.mjs'
import { limits, merged, problemsOf, tableOf } from './site/judge.mjs'
import { gzippedBytes, measureOnce } from './site/lighthouse.mjs'

const options = (args) => {
  const at = args.indexOf('--runs')
  const runs = at < 0 ? 3 : Number(args[at + 1])
  if (!Number.isInteger(runs) || runs < 1 || runs % 2 === 0)
    throw new PlainError('--runs takes an odd number, such as 3.')
  const given = args.indexOf('--url')
  const url = given < 0 ? null : String(args[given + 1])
  if (url && !URL.canParse(url))
    throw new PlainError(
      '--url takes the address of a demo that runs, such as http://localhost:3000.',
    )
  return { isJson: args.includes('--json'), isReset: args.includes('--reset'), runs, url }
}

const waitUntilServing = async (server, origin) => {
  const end = Date.now() + 120_000
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new PlainError('The server stopped while starting.')
    const answer = await fetch(`${origin}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new PlainError('The server did not answer within two minutes.')
}

/** One page of each kind, the first of its kind in the sitemap. */
const pagesOf = async (origin) => {
  const sitemap = await fetch(`${origin}/sitemap.xml`).then((answer) => answer.text())
  const paths = [...sitemap.matchAll(/<loc>[^<]*?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(
    ([, path]) => path,
  )
  const firstUnder = (base) => {
    const found = paths.find((path) => path.startsWith(`${base}/`))
    if (!found) throw new PlainError(`The demo has no page under ${base}.`)
    return found
  }
  return [
    ['home', '/'],
    ['service', firstUnder('/services')],
    ['directory', '/therapists'],
    ['profile', firstUnder('/therapists')],
    ['fees', '/fees'],
    ['contact', '/contact'],
    ['post', firstUnder('/posts')],
  ]
}

const measure = async (origin, [name, path], { runs, browser, tell }) => {
  const url = `${origin}${path}`
  // The first visitor waits for things that are then kept.
  await fetch(url).then((answer) => answer.arrayBuffer())
  const results = []
  for (let run = 0; run < runs; run++) results.push(await measureOnce(url, browser, tell))
  tell(`${name}: ${results.map(({ scores }) => scores['performance']).join(', ')}`)
  const scriptBytes = await gzippedBytes(results[0]?.scripts ?? [])
  return merged({ name, path, runs: results, scriptBytes })
}

/** Build, data and server of our own; answers its address and how to stop it. */
const serve = async (isReset) => {
  await ensureBuild()
  const files = demoFolder(inRoot('.cache', 'check-site'))
  if (isReset || demoState(files) === 'seeding') removeDemo(files)
  const port = await nextFreePort(Number(process.env['PORT'] || 3300), '0.0.0.0')
  const origin = `http://localhost:${port}`
  const env = demoEnvironment(files, port)
  if (demoState(files) !== 'ready') await seedDemo(files, env)
  const server = start(process.execPath, serverArguments, {
    cwd: root,
    // No jobs: what runs beside a measurement is measured too.
    env: { ...env, RUN_JOBS: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await waitUntilServing(server, origin)
  return { origin, end: () => stop(server) }
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  const { isJson, isReset, runs, url } = options(process.argv.slice(2))
  const tell = (line) => (isJson ? undefined : say(line))
  await ensureDependencies()
  const browser = await ensureChromium()
  const { origin, end } = url
    ? { origin: new URL(url).origin, end: () => {} }
    : await serve(isReset)
  try {
    const blank = await measure(origin, ['blank', '/blank'], { runs, browser, tell })
    const pages = []
    for (const page of await pagesOf(origin))
      pages.push(await measure(origin, page, { runs, browser, tell }))
    const problems = pages.flatMap((page) =>
      problemsOf(page, blank).map((problem) => `${page.name} (${page.path}): ${problem}`),
    )
    if (isJson) {
      const judged = pages.map((page) => ({ ...page, problems: problemsOf(page, blank) }))
      say(JSON.stringify({ limits, blank, pages: judged, passes: !problems.length }, null, 2))
      return problems.length ? 1 : 0
    }
    say()
    say(tableOf(pages, blank))
    say()
    say(`benchmarkIndex ${Math.round(blank.benchmarkIndex)}, median of ${runs}.`)
    for (const problem of problems) say(`- ${problem}`)
    for (const { name, failed } of pages.filter((page) => problemsOf(page, blank).length))
      for (const audit of failed) say(`  ${name}: ${audit}`)
    return problems.length ? 1 : 0
  } finally {
    await end()
  }
})
