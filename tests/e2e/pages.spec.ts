import { expect, test } from '@playwright/test'
import { pageDoors } from '@/access/appDoors'
import { findings, graveFindings, splitFindings } from './support/axe'
import axeBaseline from './support/axeBaseline.json' with { type: 'json' }
import { demoPassword, openBrowser, signInStaff } from './support/story'

const baseline: Readonly<Record<string, number>> = axeBaseline

const fixed = Object.entries(pageDoors).filter(
  ([path]) => !path.includes('[') && !/\.(xml|txt|json)$/.test(path),
)

test('nobody gets a page of the portal or the office without signing in', async ({ browser }) => {
  const context = await openBrowser(browser, [])
  const page = await context.newPage()
  const policed = fixed.filter(
    ([path, kind]) =>
      (kind === 'policy' || kind === 'self') &&
      !path.startsWith('/api') &&
      path !== '/preview/leave',
  )
  const guarded = [...policed.map(([path]) => path), '/admin']
  for (const path of guarded) {
    const response = await page.goto(path)
    if (Number(response?.status()) >= 400) continue
    await expect.poll(() => page.url(), path).toMatch(/sign-in|login/)
  }
  await context.close()
})

test('the website reads well for everybody', async ({ browser }) => {
  const strangers: string[] = []
  const context = await openBrowser(browser, strangers)
  const page = await context.newPage()
  const open = fixed.filter(([path, kind]) => kind === 'public' && path !== '/healthz')
  const paths = [
    ...open.map(([path]) => path),
    '/services/anxiety-therapy',
    '/therapists/kim-nguyen',
    '/posts/how-to-choose-a-therapist',
    '/pages/first-session',
    '/search?q=sleep',
    '/portal/sign-in',
  ]
  for (const path of paths) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(200)
    expect(await findings(page), path).toEqual([])
  }
  expect((await page.goto('/nothing-here'))?.status()).toBe(404)
  expect(await findings(page)).toEqual([])
  expect(strangers).toEqual([])
  await context.close()
})

test('the portal reads well for everybody, on a phone', async ({ browser }) => {
  const strangers: string[] = []
  const context = await openBrowser(browser, strangers, { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/portal/sign-in')
  await page.getByLabel(/E-mail/).fill('elliot.bauer@example.com')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: /Sign in/ }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  const inside = fixed.filter(
    ([path, kind]) => (kind === 'policy' || kind === 'self') && path.startsWith('/portal'),
  )
  for (const [path] of inside) {
    const response = await page.goto(path)
    if (response?.status() !== 200) continue
    expect(await findings(page), path).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, `${path} is wider than the phone`).toBeLessThanOrEqual(390)
  }
  expect(strangers).toEqual([])
  await context.close()
})

const officeScreens: Readonly<Record<string, readonly string[]>> = {
  ben: ['/admin', '/admin/inquiry-board', '/admin/calendar', '/admin/import'],
  dana: ['/admin', '/admin/claim-board', '/admin/remittances-post'],
  kim: ['/admin', '/admin/rule-book', '/admin/find-words'],
  mo: [
    '/admin/marketing',
    '/admin/signing-in',
    // Payload's own list and form, for the baseline.
    '/admin/collections/posts',
    '/admin/collections/posts/create',
  ],
  rosa: ['/admin/roles', '/admin/retention'],
  sam: [
    '/admin/access-log',
    '/admin/emergency-access',
    '/admin/who-can-see',
    '/admin/api-clients',
    '/admin/webhooks',
    '/admin/records-requests',
    '/admin/encryption',
  ],
}

for (const [name, paths] of Object.entries(officeScreens))
  test(`the office’s screens of ${name} read well for everybody`, async ({ browser }) => {
    const strangers: string[] = []
    const context = await openBrowser(browser, strangers)
    const page = await context.newPage()
    await signInStaff(page, `${name}@harbour.example`)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      const { inside, around } = await splitFindings(page, '.ops-root')
      expect(inside, path).toEqual([])
      // What Payload draws around ours: never more than what is written down, which only falls.
      for (const [rule, places] of around)
        expect(places, `${path} ${rule}`).toBeLessThanOrEqual(baseline[rule] ?? 0)
    }
    expect(strangers).toEqual([])
    await context.close()
  })

test('whoever works by keys goes past the menu of the office with the first stop', async ({
  browser,
}) => {
  const context = await openBrowser(browser, [])
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  const skip = page.getByRole('button', { name: 'Skip to the page' })
  for (const path of ['/admin', '/admin/calendar', '/admin/collections/patients']) {
    await page.goto(path)
    await expect(skip).not.toBeInViewport()
    // A press while the page is still waking up may be lost.
    await expect(async () => {
      await skip.focus()
      await expect(skip).toBeInViewport({ timeout: 1_000 })
      await page.keyboard.press('Enter')
      await expect(skip).not.toBeFocused({ timeout: 1_000 })
    }, path).toPass()
    await page.keyboard.press('Tab')
    const isPast = await page.evaluate(() => {
      const focused = document.activeElement
      return focused?.matches('.app-header ~ *, .app-header ~ * *')
    })
    expect(isPast, path).toBe(true)
  }
  await page.goto('/admin')
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await context.close()
})

test('lists and charts of the office fit a phone, and open where one works', async ({
  browser,
}) => {
  const context = await openBrowser(browser, [], { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  const widest = (): Promise<number> =>
    page.evaluate(() =>
      Math.max(
        ...[document.documentElement, ...document.querySelectorAll('.table')].map(
          (each) => each.scrollWidth,
        ),
      ),
    )
  const filters = page.getByRole('navigation', { name: 'Filters of this list' })
  for (const [list, opening, column] of [
    ['tasks', 'Open', 'Due at'],
    ['appointments', 'From today', 'Patient'],
  ] as const) {
    await page.goto(`/admin/collections/${list}`)
    await expect(filters.getByRole('link', { name: opening })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await expect(page.getByRole('cell').nth(1)).toHaveAttribute('data-label', column)
    expect(await widest(), list).toBeLessThanOrEqual(390)
    expect(await graveFindings(page), list).toEqual([])
  }
  await page.goto('/admin/collections/patients')
  await page.getByRole('cell').first().getByRole('link').click()
  await page.waitForURL(/patients\/[\w-]+$/)
  const [id] = page.url().split('/').slice(-1)
  await page.goto(`/admin/patient/${id}?section=coverage`)
  const chart = page.getByRole('navigation', { name: 'Chart' })
  await expect(chart.getByRole('link', { name: 'Coverage' })).toBeInViewport()
  expect((await chart.boundingBox())?.height).toBeLessThan(60)
  expect(await widest(), 'chart').toBeLessThanOrEqual(390)
  await context.close()
})
