import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectPageHeaders, loadWithInjection, type Watch, watchPolicy } from './support/policy'
import { call, openBrowser, signInStaff } from './support/story'

/** The content-security-policy of the three zones, in a real browser, on the production build. */
const strangers: string[] = []
const watch: Watch = { violations: [] }
const password = 'lighthouse over calm water'

test.afterEach(() => {
  const { violations } = watch
  watch.violations = []
  expect(violations, 'violations of the policy').toEqual([])
  expect(strangers, 'requests to another host').toEqual([])
})

const openPage = async (
  browser: Browser,
  options: Parameters<typeof openBrowser>[2] = {},
): Promise<Page> => {
  const context = await openBrowser(browser, strangers, options)
  if (options.javaScriptEnabled !== false) await watchPolicy(context, watch)
  return context.newPage()
}

/** Expects that nothing planted in a page runs and that the browser says so. */
const expectNothingRuns = async (page: Page, path: string): Promise<void> => {
  expect(await loadWithInjection(page, path)).toEqual([])
  const said = watch.violations.join('\n')
  for (const kind of ['script-src-attr inline', 'script-src-elem inline', 'script-src-elem data'])
    expect(said).toContain(kind)
  watch.violations = []
}

test('no page is made while building: its scripts would lack the nonce of the request', () => {
  const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as {
    routes: Record<string, unknown>
  }
  expect(Object.keys(routes).filter((path) => !path.startsWith('/_'))).toEqual([])
})

test('the website: every page, with and without JavaScript', async ({ browser }) => {
  const page = await openPage(browser)
  const bare = await openPage(browser, { javaScriptEnabled: false })
  const nonces = new Set<string>()
  const paths = [
    '/',
    '/services',
    '/therapists',
    '/fees',
    '/contact',
    '/posts',
    '/search',
    '/crisis',
  ]
  for (const path of [...paths, '/services/anxiety-therapy', '/nothing-here']) {
    const response = await page.goto(path)
    expectPageHeaders(response, { isPrivate: false })
    nonces.add(
      (response?.headers()['content-security-policy'] ?? '').match(/nonce-([^']+)/)?.[1] ?? '',
    )
    await page.waitForLoadState('networkidle')
    expectPageHeaders(await bare.goto(path), { isPrivate: false })
    await expect(bare.locator('h1')).toBeVisible()
  }
  expect(nonces.size).toBe(paths.length + 2)
  await page.goto('/')
  await page
    .locator('nav')
    .getByRole('link', { name: /services/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/services$/)
  await expectNothingRuns(page, '/fees')
})

test('the portal: home, papers, plan, statements', async ({ browser }) => {
  const page = await openPage(browser)
  expectPageHeaders(await page.goto('/portal/sign-in'), { isPrivate: true })
  await page.getByLabel(/e-mail/i).fill('nora.castellano@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  for (const path of [
    '',
    '/papers',
    '/appointments',
    '/plan',
    '/details',
    '/statements',
    '/notes',
  ]) {
    expectPageHeaders(await page.goto(`/portal${path}`), { isPrivate: true })
    await page.waitForLoadState('networkidle')
  }
  await expectNothingRuns(page, '/portal/plan')
})

test('the office: home, boards, calendar, a chart, records, an action', async ({ browser }) => {
  const page = await openPage(browser)
  expectPageHeaders(await page.goto('/admin/login'), { isPrivate: true })
  await signInStaff(page, 'rosa@harbour.example')
  const { body } = await call(page, '/api/patients?limit=1&depth=0')
  const [patient] = body['docs'] as { id: string }[] // Payload's list
  const paths = [
    '',
    '/claim-board',
    '/calendar',
    '/inquiry-board',
    '/marketing',
    '/rule-book',
    '/remittances-post',
    `/patient/${patient?.id}`,
    '/collections/patients',
    `/collections/patients/${patient?.id}`,
    '/collections/staff',
    '/collections/payers/create',
    '/account',
    '/collections/nothing',
  ]
  for (const path of paths) {
    expectPageHeaders(await page.goto(`/admin${path}`), { isPrivate: true })
    await page.waitForLoadState('networkidle')
  }
  await page.goto('/admin/collections/payers/create')
  await page.waitForLoadState('networkidle')
  // Select boxes write their styles while they are opened.
  await page.locator('.rs__control').first().click()
  await expectNothingRuns(page, '/admin/claim-board')
})

test('files and data are stored nowhere and can be framed by nobody', async ({ browser }) => {
  const page = await openPage(browser)
  await signInStaff(page, 'rosa@harbour.example')
  const headersOf = (path: string) =>
    page.evaluate(async (address) => {
      const response = await fetch(address)
      return { status: response.status, ...Object.fromEntries(response.headers) } as Record<
        string,
        string | number
      >
    }, path)
  const first = async (slug: string) => {
    const { body } = await call(page, `/api/${slug}?limit=1&depth=0`)
    return (body['docs'] as { id: string; filename?: string }[])[0] // Payload's list
  }
  const [statement, batch, document] = await Promise.all(
    ['statements', 'claim-batches', 'documents'].map(first),
  )
  const addresses = [
    '/api/patients?limit=1',
    `/api/statements/${statement?.id}/pdf`,
    `/api/claim-batches/${batch?.id}/file`,
    `/api/documents/file/${document?.filename}`,
  ]
  for (const address of addresses) {
    const headers = await headersOf(address)
    expect(headers['status'], address).toBe(200)
    expect(headers['cache-control'], address).toBe('no-store')
    expect(headers['x-content-type-options'], address).toBe('nosniff')
    expect(headers['content-security-policy'], address).toContain("default-src 'none'")
  }
  const home = await page.context().request.get('/_next/static/nothing.js')
  expect(home.headers()['x-content-type-options']).toBe('nosniff')
})

test('after signing out, the back button shows nothing', async ({ browser }) => {
  const page = await openPage(browser)
  await page.goto('/portal/sign-in')
  await page.getByLabel(/e-mail/i).fill('nora.castellano@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/portal/plan')
  await page
    .getByRole('button', { name: /sign out/i })
    .first()
    .click()
  await page.waitForURL(/sign-in/)
  await page.goBack()
  await expect(page).toHaveURL(/sign-in/)
})

test('rich text can be written, saved and read', async ({ browser }) => {
  const page = await openPage(browser)
  await signInStaff(page, 'mo@harbour.example')
  const { body } = await call(page, '/api/therapist-profiles?limit=1&depth=0')
  const [profile] = body['docs'] as { id: string; slug: string }[] // Payload's list
  const editor = page.locator('[data-lexical-editor="true"]').first()
  // What is typed while the form still loads is not kept: whoever is quicker than a person tries again.
  await expect(async () => {
    await page.goto(`/admin/collections/therapist-profiles/${profile?.id}`)
    await page.waitForLoadState('networkidle')
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('A sentence under the policy')
    await expect(editor).toContainText('A sentence under the policy')
    const publish = page.getByRole('button', { name: /^publish/i }).first()
    await publish.click({ timeout: 3_000 })
    await expect(page.getByText(/successfully/i).first()).toBeVisible()
    const saved = await call(page, `/api/therapist-profiles/${profile?.id}?depth=0`)
    expect(JSON.stringify(saved.body)).toContain('A sentence under the policy')
  }).toPass({ timeout: 80_000 })
  await page.waitForLoadState('networkidle')
  await page.goto(`/therapists/${profile?.slug}`)
  await expect(page.getByText('A sentence under the policy').first()).toBeVisible()
})

test('the servers wrote nothing of anybody into their logs', async ({ browser }) => {
  const page = await openPage(browser)
  await signInStaff(page, 'rosa@harbour.example')
  const canary = 'CANARYOFTHELOG'
  const tries: [string, string, unknown][] = [
    ['POST', '/api/patients', { firstName: canary, lastName: { [canary]: canary } }],
    ['POST', '/api/inquiries', { chosenName: canary, message: canary }],
    ['PATCH', '/api/patients/nobody', { notes: canary }],
    ['GET', `/api/patients?where[displayName][equals]=${canary}&sort=${canary}`, undefined],
    [
      'POST',
      '/api/graphql',
      { query: `{ Patients(where: {displayName: {equals: "${canary}"}}) }` },
    ],
  ]
  for (const [method, path, body] of tries) await call(page, path, { method, body })
  await page.goto(`/admin/collections/patients?search=${canary}`)
  const { body } = await call(page, '/api/patients?limit=200&depth=0')
  const names = (body['docs'] as { displayName: string }[]).map(({ displayName }) => displayName) // Payload's list
  expect(names.length).toBeGreaterThan(20)
  // playwright.config.ts keeps what the server says.
  for (const clinic of ['clinic-1', 'clinic-2']) {
    const log = readFileSync(`.cache/e2e/${clinic}.log`, 'utf8')
    expect(log).toContain('Harbour Therapy is open')
    for (const word of [canary, ...names]) expect(log.includes(word), word).toBe(false)
  }
})
