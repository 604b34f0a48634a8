import { expect, type Page, test } from '@playwright/test'
import { call, openBrowser, signInStaff } from './support/story'

/** What visitors do on the website, without JavaScript; the inquiry form is in story E1. */
const strangers: string[] = []

test.afterEach(() => {
  expect(strangers, 'requests to another host').toEqual([])
})

const graphOn = async (page: Page): Promise<Record<string, unknown>[]> => {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  return JSON.parse(text ?? '{}')['@graph']
}

test('without JavaScript a visitor finds a therapist, the fees and an article', async ({
  browser,
}) => {
  const context = await openBrowser(browser, strangers, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/therapists?utm_source=google')
  const everybody = await page.locator('.therapist-card').count()
  await page.getByLabel('Help with').selectOption({ value: 'grief' })
  await page.getByLabel('Language').selectOption({ value: 'English' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/specialty=grief/)
  const fitting = await page.locator('.therapist-card').count()
  expect(fitting).toBeGreaterThan(0)
  expect(fitting).toBeLessThan(everybody)
  await page.locator('.therapist-card a').first().click()
  await expect(page).toHaveURL(/\/therapists\/[\w-]+\?utm_source=google/)
  await expect(page.getByRole('link', { name: 'Ask for an appointment' }).first()).toBeVisible()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Fees' }).click()
  await expect(page.getByRole('table').first()).toContainText('$150.00')
  await expect(page.locator('#estimate')).toContainText('good faith estimate')

  await page.getByRole('link', { name: 'Articles' }).first().click()
  await page.getByRole('link', { name: /How to choose a therapist/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('How to choose a therapist')
  await expect(page.getByText(/Kim Nguyen, LCSW · /)).toBeVisible()
  await context.close()
})

test('a page is asked for once, brings its picture first and nothing of the page that is not there', async ({
  browser,
}) => {
  const context = await openBrowser(browser, strangers, {})
  const page = await context.newPage()
  let asked = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked++
  })
  const answer = await page.goto('/')
  expect(answer?.headers()).not.toHaveProperty('critical-ch')
  expect(asked).toBe(1)
  await expect(page.locator('img.hero-picture')).toHaveAttribute('fetchpriority', 'high')
  expect(await answer?.text()).not.toContain('This page is not here')
  const office = await context.request.get('/admin/login')
  expect(office.headers()['critical-ch'], 'the office reads it').toBe('Sec-CH-Prefers-Color-Scheme')
  await context.close()
})

test('what is not there leads on, or to a search that needs no JavaScript', async ({ browser }) => {
  const context = await openBrowser(browser, strangers, { javaScriptEnabled: false })
  const page = await context.newPage()
  const missing = await page.goto('/no-such-page')
  expect(missing?.status()).toBe(404)
  await page.getByLabel('Search this website').fill('sleeping')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await expect(page.locator('.results')).toContainText('Sleep and exhaustion')
  expect(await page.title()).not.toContain('sleeping')
  await page.goto('/search?q=suicidal')
  await page.locator('.results a').first().click()
  await expect(page).toHaveURL(/\/crisis$/)

  const moved = await page.request.get('/Rates.html?utm_source=google', { maxRedirects: 0 })
  expect([moved.status(), moved.headers()['location']]).toEqual([308, '/fees?utm_source=google'])
  await page.goto('/about-us')
  await expect(page).toHaveURL(/\/therapists$/)
  await context.close()
})

test('a published article that moves is found under both addresses', async ({ browser }) => {
  const office = await openBrowser(browser, strangers)
  const mo = await office.newPage()
  await signInStaff(mo, 'mo@harbour.example')
  const made = await call(mo, '/api/posts', {
    method: 'POST',
    body: { title: 'A walk before the session', summary: 'x', _status: 'published' },
  })
  const { id } = made.body['doc'] as { id: string } // answered by Payload
  await mo.goto(`/posts/a-walk-before-the-session`)
  await expect(mo.getByRole('heading', { level: 1 })).toHaveText('A walk before the session')
  const changed = await call(mo, `/api/posts/${id}`, {
    method: 'PATCH',
    body: { slug: 'walk-first', _status: 'published' },
  })
  expect(changed.status).toBe(200)
  const response = await mo.goto('/posts/a-walk-before-the-session')
  expect(response?.status()).toBe(200)
  await expect(mo).toHaveURL(/\/posts\/walk-first$/)
  const feed = await mo.request.get('/posts/atom.xml')
  expect(await feed.text()).toContain('/posts/walk-first')
  await call(mo, `/api/posts/${id}`, { method: 'PATCH', body: { _status: 'draft' } })
  expect((await mo.goto('/posts/walk-first'))?.status()).toBe(404)
  await mo.goto(`/preview?collection=posts&id=${id}`)
  await expect(mo.getByRole('heading', { level: 1 })).toHaveText('A walk before the session')
  await mo.goto('/preview/leave')
  expect((await call(mo, `/api/posts/${id}`, { method: 'DELETE' })).status).toBe(200)
  await office.close()
})

test('search engines and those who share a page read what it is about', async ({ browser }) => {
  const context = await openBrowser(browser, strangers)
  const page = await context.newPage()
  const sitemap = await (await page.request.get('/sitemap.xml')).text()
  const paths = [...sitemap.matchAll(/<loc>[^<]*?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(
    ([, path]) => path,
  )
  expect(paths).toContain('/posts/how-to-choose-a-therapist')
  expect(await (await page.request.get('/robots.txt')).text()).toContain('/sitemap.xml')

  const kinds: Record<string, string[]> = {
    '/': ['MedicalClinic'],
    '/services/anxiety-therapy': ['Service', 'FAQPage', 'BreadcrumbList'],
    '/therapists/kim-nguyen': ['Person', 'BreadcrumbList'],
    '/posts/how-to-choose-a-therapist': ['BlogPosting', 'BreadcrumbList'],
  }
  for (const [path, types] of Object.entries(kinds)) {
    await page.goto(`${path}?utm_source=google`)
    const found = (await graphOn(page)).map((thing) => thing['@type'])
    for (const type of types) expect(found, path).toContain(type)
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
    expect(new URL(canonical ?? '').pathname, path).toBe(path)
    expect(await page.locator('meta[name="description"]').getAttribute('content')).toBeTruthy()
    const image = await page.locator('meta[property="og:image"]').getAttribute('content')
    const card = await page.request.get(new URL(image ?? '').pathname)
    expect([card.status(), card.headers()['content-type']], path).toEqual([200, 'image/png'])
  }
  await page.goto('/contact')
  await expect(page.getByText('Mon–Thu 8:00 AM–7:00 PM')).toContainText('Fri 8:00 AM–5:00 PM')
  await page.goto('/')
  const places = (await graphOn(page)).map((thing) => thing['openingHoursSpecification'])
  const workdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
  expect(places).toContainEqual([
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: workdays,
      opens: '08:00',
      closes: '17:00',
    },
  ])
  expect((await page.request.get('/card/posts/not-there')).status()).toBe(404)
  for (const [path, start] of [
    ['/posts/atom.xml', '<?xml'],
    ['/posts/rss.xml', '<?xml'],
    ['/posts/feed.json', '{'],
  ] as const)
    expect((await (await page.request.get(path)).text()).startsWith(start), path).toBe(true)
  await context.close()
})
