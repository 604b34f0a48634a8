import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium.mjs'

const ports = (process.env['E2E_PORTS'] || '3210,3211').split(',').map(Number)
const isRoot = process.getuid?.() === 0

/** npm test has filled both beside the build (scripts/test.mjs). */
const fill = process.env['E2E_CLINICS'] === 'filled' ? '' : 'node scripts/fill-clinics.mjs &&'
const clinic = (number: number) => `.cache/e2e/clinic-${number}`
const origin = (number: number) => `http://localhost:${ports[number - 1]}`

/** Serves one of two equal clinics. What it logs is kept: headers.spec.ts looks for names and texts in it. */
const serve = (number: number) => ({
  command: `${number === 1 ? fill : ''} node scripts/demo.mjs --data ${clinic(number)} > ${clinic(number)}.log 2>&1`,
  env: { PORT: String(ports[number - 1]), LOG_LEVEL: 'debug' },
  url: `${origin(number)}/healthz`,
  timeout: 600_000,
  reuseExistingServer: false,
  stdout: 'ignore' as const,
  stderr: 'pipe' as const,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
})

/** Specs that may share a clinic, one after the other: stories move its clock and its people. */
const group = (
  number: number,
  name: string,
  specs: { testMatch: RegExp; testIgnore?: RegExp },
) => ({
  name,
  ...specs,
  workers: 1,
  use: { baseURL: origin(number) },
})

const stories = /(story-\w+|api|imports|signing-in)\.spec\.ts$/

/** The stories in a real browser, on the production build, with demos of their own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'artifacts/e2e',
  workers: 2,
  retries: 0,
  // A ceiling for machines half as fast as the one the tests were written on, not a wait.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  projects: [
    group(1, 'stories', { testMatch: stories }),
    group(2, 'walls', { testMatch: /\.spec\.ts$/, testIgnore: stories }),
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1360, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // Chromium's sandbox refuses to run as root, which containers do.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  // Started one after the other, so that the first fills both.
  webServer: [serve(1), serve(2)],
})
