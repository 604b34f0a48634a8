import { type Browser, expect, type Page, test } from '@playwright/test'
import { functionsAbout } from './support/serverFunctions'
import { call, demoPassword, findOne, openBrowser, signInStaff } from './support/story'

/** The abuse cases that only a browser can try, on the production build. */
const strangers: string[] = []

test.afterEach(() => {
  expect(strangers, 'requests to another host').toEqual([])
})

const openPage = async (browser: Browser): Promise<Page> =>
  (await openBrowser(browser, strangers)).newPage()

const openAs = async (browser: Browser, email: string): Promise<Page> => {
  const page = await openPage(browser)
  await signInStaff(page, email)
  return page
}

const signInPortal = async (page: Page, path = '/portal/sign-in'): Promise<void> => {
  await page.goto(path)
  await page.getByLabel(/e-mail/i).fill('nora.castellano@example.com')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

type Note = { id: string; patient: string; text: string }

/** A note of Kim's with a sentence that is nobody else's business. */
const noteOfKim = async (browser: Browser): Promise<Note & { page: Page }> => {
  const page = await openAs(browser, 'kim@harbour.example')
  const { body } = await call(page, '/api/progress-notes?limit=20&depth=0')
  const docs = body['docs'] as Record<string, string>[] // Payload's list
  const note = docs.find(({ intervention }) => (intervention ?? '').length > 30) ?? {}
  expect(note['id']).toBeTruthy()
  return {
    page,
    id: String(note['id']),
    patient: String(note['patient']),
    text: String(note['intervention']),
  }
}

test('T050 the address of a preview opens nothing for whoever gets it', async ({ browser }) => {
  const mo = await openAs(browser, 'mo@harbour.example')
  const made = await call(mo, '/api/pages?draft=true', {
    method: 'POST',
    body: { title: 'Unfinished heron page', layout: [], _status: 'draft' },
  })
  const { id, slug } = made.body['doc'] as { id: string; slug: string } // what was made
  const address = `/preview?collection=pages&id=${id}`
  await mo.goto(address)
  await expect(mo.getByText('Unfinished heron page').first()).toBeVisible()
  const stranger = await openPage(browser)
  expect((await stranger.goto(address))?.status()).toBe(401)
  const drafts = (await mo.context().cookies()).filter(({ name }) => name.startsWith('__'))
  expect(drafts.length).toBeGreaterThan(0)
  await stranger.context().addCookies(drafts)
  expect((await stranger.goto(`/pages/${slug}`))?.status()).toBe(404)
  expect(await stranger.content()).not.toContain('Unfinished heron')
  const ben = await openAs(browser, 'ben@harbour.example')
  expect((await ben.goto(address))?.status()).toBe(404)
  const patient = await findOne(ben, 'patients', 'sort=lastName')
  const asked = `/preview?collection=patients&id=${patient.id}`
  for (const page of [ben, mo]) expect((await page.goto(asked))?.status()).toBe(400)
})

test('T053 the website tells nobody who reads which page', async ({ browser }) => {
  const page = await openPage(browser)
  for (const path of ['/', '/services/anxiety-therapy', '/therapists', '/fees', '/contact']) {
    const response = await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(response?.headers()['referrer-policy'], path).toBe('same-origin')
    expect(response?.headers()['content-security-policy'], path).not.toMatch(/https?:|\*/)
    expect(await page.context().cookies(), path).toEqual([])
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
    expect(kept, path).toBe('[{},{}]')
    const elsewhere = await page
      .locator('script[src], img[src], iframe, link[rel=stylesheet]')
      .evaluateAll((all) =>
        all
          .map((each) => (each as HTMLImageElement).src || (each as HTMLAnchorElement).href)
          .filter((src) => new URL(src, location.href).origin !== location.origin),
      )
    expect(
      elsewhere.filter((src) => !src.startsWith('data:')),
      path,
    ).toEqual([])
  }
})

test('T054 after signing out, the back button shows no chart and no plan', async ({ browser }) => {
  const portal = await openPage(browser)
  await signInPortal(portal)
  await portal.goto('/portal/plan')
  const plan = (await portal.locator('main p').first().textContent()) ?? ''
  expect(plan.length).toBeGreaterThan(10)
  await portal
    .getByRole('button', { name: /sign out/i })
    .first()
    .click()
  await portal.waitForURL(/sign-in/)
  await portal.goBack()
  await expect(portal).toHaveURL(/sign-in/)
  expect(await portal.content()).not.toContain(plan)
  const { page, patient, text } = await noteOfKim(browser)
  const { body } = await call(page, `/api/patients/${patient}?depth=0`)
  await page.goto(`/admin/patient/${patient}`)
  await expect(page.getByText(String(body['lastName'])).first()).toBeVisible()
  await page.goto('/admin/find-words')
  await call(page, '/api/auth/staff/logout', { method: 'POST', body: {} })
  await page.goBack()
  await page.waitForURL(/login/)
  for (const word of [text, String(body['lastName'])])
    expect(await page.content(), word).not.toContain(word)
})

type ServerCall = { url: string; action: string }

/** The address and id behind the admin's server functions, as a page of it calls them. */
const serverCallOf = async (page: Page, patient: string): Promise<ServerCall> => {
  await page.goto(`/admin/collections/patients/${patient}`)
  const asked = page.waitForRequest((request) => Boolean(request.headers()['next-action']))
  await page.locator('#field-pronouns').fill('they/them')
  await page.locator('#field-pronouns').blur()
  const request = await asked
  return { url: request.url(), action: request.headers()['next-action'] ?? '' }
}

const callServer = (page: Page, { url, action }: ServerCall, body: object): Promise<string> =>
  page.evaluate(
    async ({ url, action, body }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'next-action': action,
          accept: 'text/x-component',
          'content-type': 'text/plain;charset=UTF-8',
        },
        body: JSON.stringify([body]),
      })
      return response.text()
    },
    { url, action, body },
  )

test('T058 the server functions of the admin give away no more than the API', async ({
  browser,
}) => {
  const { page: kim, id, patient, text } = await noteOfKim(browser)
  const ben = await openAs(browser, 'ben@harbour.example')
  const dana = await openAs(browser, 'dana@harbour.example')
  const found = await serverCallOf(ben, patient)
  let answered = ''
  for (const body of functionsAbout('progress-notes', id))
    answered += await callServer(kim, found, body)
  // Kim is shown the note by the same calls: they are the right ones.
  expect(answered).toContain(text.slice(0, 30))
  const stranger = await openPage(browser)
  await stranger.goto('/admin/login')
  for (const page of [ben, dana, stranger])
    for (const body of functionsAbout('progress-notes', id)) {
      const answer = await callServer(page, found, body)
      expect(answer, body.name).not.toContain(text.slice(0, 30))
    }
  const { body: own } = await call(kim, '/api/psychotherapy-notes?limit=1&depth=0')
  const [secret] = own['docs'] as { id: string; text: string }[] // Payload's list
  if (secret)
    for (const page of [ben, dana, stranger])
      for (const body of functionsAbout('psychotherapy-notes', secret.id))
        expect(await callServer(page, found, body), body.name).not.toContain(
          secret.text.slice(0, 25),
        )
  for (const body of functionsAbout('auth-sessions', id))
    expect(await callServer(ben, found, body), body.name).not.toMatch(/[0-9a-f]{64}/)
})

test('T059 a page holds no more for the browser than it shows', async ({ browser }) => {
  const { page: kim, patient, text } = await noteOfKim(browser)
  const { body } = await call(kim, '/api/patients?limit=100&depth=0')
  const levels = (body['docs'] as { riskLevel?: string }[]).map(({ riskLevel }) => riskLevel) // Payload's list
  expect(levels.length).toBeGreaterThan(3)
  const ben = await openAs(browser, 'ben@harbour.example')
  const paths = [
    '/admin',
    `/admin/patient/${patient}`,
    `/admin/collections/patients/${patient}`,
    '/admin/collections/patients',
    '/admin/calendar',
    '/admin/inquiry-board',
  ]
  const hidden = ['passwordHash":"', 'tokenHash":"', 'keyHash":"', '"sealed":"', 'recordUid":"']
  for (const path of paths) {
    const response = await ben.goto(path)
    await ben.waitForLoadState('networkidle')
    const sent = `${await response?.text()}${await ben.content()}`
    expect(sent, path).toContain('__next_f')
    for (const word of [
      text,
      text.slice(0, 30),
      '"riskLevel":"high',
      '"riskLevel":"moderate',
      ...hidden,
    ])
      expect(sent.replaceAll('\\"', '"').includes(word), `${path}: ${word}`).toBe(false)
  }
  const portal = await openPage(browser)
  await signInPortal(portal)
  for (const path of [
    '',
    '/plan',
    '/notes',
    '/appointments',
    '/details',
    '/statements',
    '/safety-plan',
  ]) {
    const response = await portal.goto(`/portal${path}`)
    const sent = `${await response?.text()}${await portal.content()}`.replaceAll('\\"', '"')
    for (const word of [
      '"riskLevel',
      '"riskLine',
      '"returnComment',
      '"safetyBanner',
      '"voidReason',
      ...hidden,
    ])
      expect(sent.includes(word), `/portal${path}: ${word}`).toBe(false)
  }
})

test('T098 script in a name stays a name, in the office and on the board', async ({ browser }) => {
  const ben = await openAs(browser, 'ben@harbour.example')
  const evil = '"><img src=x onerror="globalThis.ran=1"><svg onload="globalThis.ran=1">'
  const names = [
    'firstName',
    'lastName',
    'chosenName',
    'pronouns',
    'addressLine1',
    'city',
    'emergencyName',
  ]
  const made = await call(ben, '/api/patients', {
    method: 'POST',
    body: Object.fromEntries(names.map((name) => [name, evil.slice(0, 60)])),
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { id } = made.body['doc'] as { id: string } // what was made
  const written = await call(ben, '/api/inquiries', {
    method: 'POST',
    body: {
      chosenName: evil,
      lastName: evil,
      email: 'moss@example.com',
      message: evil,
      state: 'OR',
    },
  })
  expect(written.status, JSON.stringify(written.body)).toBe(201)
  const asked = (written.body['doc'] as { id: string }).id // what was made
  const paths = [
    `/admin/patient/${id}`,
    `/admin/collections/patients/${id}`,
    '/admin/collections/patients?sort=firstName&limit=10',
    '/admin/inquiry-board',
    `/admin/collections/inquiries/${asked}`,
    '/admin',
  ]
  let shown = 0
  for (const path of paths) {
    await ben.goto(path)
    await ben.waitForLoadState('networkidle')
    expect(await ben.locator('img[src="x"], svg[onload], [onerror]').count(), path).toBe(0)
    expect(await ben.evaluate(() => (globalThis as { ran?: number }).ran), path).toBeUndefined()
    if ((await ben.content()).includes('&lt;img src=x')) shown += 1
    else if (
      (
        await ben
          .locator('input')
          .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
      ).some((value) => value.includes('<img src=x'))
    )
      shown += 1
  }
  expect(shown).toBeGreaterThan(2)
})

test('T099 signing in ends on our own pages, whatever the address asks', async ({
  browser,
  baseURL,
}) => {
  const evil = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '%2f%2fevil.example',
    'javascript:alert(1)',
  ]
  for (const target of evil) {
    const portal = await openPage(browser)
    await signInPortal(portal, `/portal/sign-in?next=${encodeURIComponent(target)}`)
    expect(new URL(portal.url()).hostname, target).toBe('localhost')
    await portal.context().close()
  }
  const office = await openPage(browser)
  await office.goto(`/admin/login?redirect=${encodeURIComponent('//evil.example')}`)
  await office.getByLabel('E-mail').fill('ben@harbour.example')
  await office.getByLabel('Password', { exact: true }).fill(demoPassword)
  await office.getByRole('button', { name: 'Sign in' }).click()
  await office.waitForURL((url) => !url.pathname.includes('/login'))
  expect(new URL(office.url()).hostname).toBe('localhost')
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example',
    '/portal//evil.example',
  ]) {
    const response = await office.request.get(`${baseURL}${path}`, { maxRedirects: 0 })
    const to = response.headers()['location'] ?? ''
    expect(to === '' || new URL(to, office.url()).hostname === 'localhost', `${path} ${to}`).toBe(
      true,
    )
  }
})

test('T108 no page of ours shows inside another', async ({ browser, baseURL }) => {
  const page = await openPage(browser)
  for (const path of ['/', '/contact', '/portal/sign-in', '/admin/login']) {
    await page.setContent(`<iframe src="${baseURL}${path}"></iframe>`)
    await page.waitForTimeout(700)
    const frame = page.frames().find((each) => each !== page.mainFrame())
    const text = await frame?.evaluate(() => document.body?.textContent ?? '').catch(() => '')
    expect(frame?.url() ?? '', path).not.toBe(`${baseURL}${path}`)
    expect(text ?? '', path).not.toMatch(/harbour|password/i)
  }
})
