import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium.mjs'

const port = Number(process.env['E2E_PORT'] || 3210)
const isRoot = process.getuid?.() === 0

/** The stories in a real browser, on the production build, with a demo of their own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'artifacts/e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
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
  webServer: {
    // What the server logs is kept: headers.spec.ts looks for names and texts in it.
    command:
      'mkdir -p .cache && node scripts/demo.mjs --reset --data .cache/e2e > .cache/e2e.log 2>&1',
    env: { PORT: String(port), LOG_LEVEL: 'debug' },
    url: `http://localhost:${port}/healthz`,
    timeout: 600_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
