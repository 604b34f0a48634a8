import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import type { StoredRow } from '@/src/domain/row'
import { press, type } from './keyboard'

/** What one step leaves for the next, and the pictures of each. */
export type Story = {
  values: Record<string, string>
  keep: (more: Record<string, string>) => void
  shot: (page: Page, name: string) => Promise<void>
}

/** Opens the story `name`; E2E_RESUME=1 goes on with what the last run left in artifacts/. */
export const openStory = (name: string): Story => {
  const folder = `artifacts/${name}`
  const file = `${folder}/story.json`
  mkdirSync(folder, { recursive: true })
  const isResumed = process.env['E2E_RESUME'] === '1' && existsSync(file)
  const values: Record<string, string> = isResumed ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    values,
    keep: (more) => {
      Object.assign(values, more)
      writeFileSync(file, JSON.stringify(values, null, 2))
    },
    shot: async (page, step) => {
      await page.screenshot({ path: `${folder}/${step}.png` })
    },
  }
}

/** Everything in the demo signs in with this. */
export const demoPassword = 'lighthouse over calm water'

/** A browser of its own that notes every request to another host in `strangers`. */
export const openBrowser = async (
  browser: Browser,
  strangers: string[],
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext(options)
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isHttp = url.protocol === 'http:' || url.protocol === 'https:'
    if (isHttp && url.hostname !== 'localhost') strangers.push(request.url())
  })
  return context
}

/** Signs a member of staff in at the office's own sign-in page. */
export const signInStaff = async (page: Page, email: string): Promise<void> => {
  await page.goto('/admin/login')
  await type(page.getByLabel('E-mail'), email)
  await type(page.getByLabel('Password', { exact: true }), demoPassword)
  await press(page.getByRole('button', { name: 'Sign in' }))
  await page.waitForURL((url) => !url.pathname.includes('/login'))
}

/** Waits for `done`; on a slow machine the last password may be five minutes old, and is asked for again. */
export const confirmIfAsked = async (page: Page, done: Locator): Promise<void> => {
  const password = page.getByLabel('Your password', { exact: true })
  await expect(done.or(password).first()).toBeVisible()
  if (await password.isVisible()) {
    await type(password, demoPassword)
    await press(page.getByRole('button', { name: 'Go on' }))
  }
  await expect(done).toBeVisible()
}

export type Answer = { status: number; body: Record<string, unknown> }

/** A same-origin call as the person signed in on `page`. */
export const call = (
  page: Page,
  path: string,
  request: { method?: string; body?: unknown; key?: string } = {},
): Promise<Answer> =>
  page.evaluate(
    async ({ path, method, body, key }) => {
      const response = await fetch(path, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(method === 'POST' ? { 'Idempotency-Key': key ?? crypto.randomUUID() } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      try {
        return { status: response.status, body: JSON.parse(text) }
      } catch {
        return { status: response.status, body: { text } }
      }
    },
    { path, method: request.method ?? 'GET', body: request.body, key: request.key },
  )

/** The one record that `query` finds. */
export const findOne = async (page: Page, slug: string, query: string): Promise<StoredRow> => {
  const { status, body } = await call(page, `/api/${slug}?${query}&depth=0&limit=1`)
  expect(status, `${slug}?${query}`).toBe(200)
  const [doc] = body['docs'] as StoredRow[] // Payload's list
  expect(doc, `nothing found: ${slug}?${query}`).toBeTruthy()
  return doc as StoredRow // checked in the line before
}

/** Moves the practice's wall clock, such as `2026-11-24T10:00`. */
export const moveClock = async (page: Page, to: string): Promise<void> => {
  const { status } = await call(page, '/api/demo-clock', { method: 'POST', body: { to } })
  expect(status).toBe(200)
}

/** The first Tuesday after the practice's today, as YYYY-MM-DD. */
export const nextTuesday = async (page: Page): Promise<string> => {
  const { body } = await call(page, '/api/demo-clock')
  const zone = String(body['zone'])
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(
    new Date(String(body['now'])),
  )
  const day = new Date(`${today}T12:00:00Z`)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 2)
  return day.toISOString().slice(0, 10)
}
