import { execFile } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { generate } from 'otplib'
import { anyFreePort } from '@/scripts/lib/ports.mjs'
import { typescript } from '@/scripts/lib/root.mjs'
import { type MailServer, startMailServer } from '../support/mailServer'
import { graveFindings } from './support/axe'
import { watchPolicy } from './support/policy'
import { runSetup, type Served } from './support/practice'
import { openBrowser, openStory } from './support/story'

/**
 * A real practice from an empty database: the address that the command prints, the owner, the second factor and
 * every step of the guided start by clicking, with the server restarted in the middle, up to the checklist. It
 * has a server, a folder and a port of its own.
 */
test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

const story = openStory('setup')
// Written as in .env: beside the project.
const folder = './.cache/e2e-setup'
const password = 'gulls over the quiet pier'

let settings: Record<string, string>
let served: Served | undefined
let mail: MailServer
let context: BrowserContext | undefined

test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  mail = await startMailServer()
  const port = await anyFreePort()
  settings = {
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    SERVER_URL: `http://localhost:${port}`,
    DATABASE_URL: `file:${folder}/clinic.db`,
    KEY_DIR: `${folder}/keys`,
    KEY_COMMAND: '',
    UPLOAD_DIR: `${folder}/files`,
    PAYLOAD_SECRET: 'the-secret-of-the-practice-of-this-test',
    SMTP_URL: '',
    LOG_LEVEL: 'warn',
  }
})

test.afterAll(async () => {
  await context?.close()
  await served?.stop()
  await mail.stop()
})

/** The button of a form, once the page reacts: what is typed before may be lost. */
const awake = async (page: Page, name: string | RegExp): Promise<Locator> => {
  const button = page.getByRole('button', { name })
  await expect(button).toBeEnabled()
  return button
}

const step = (page: Page, title: string) =>
  expect(page.getByRole('region', { name: title, exact: true })).toBeVisible()

const goOn = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: 'Go on', exact: true }).click()
  await step(page, title)
}

const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`)).fill(value)
}

/** Next has an alert of its own for those who hear the page. */
const refused = (page: Page, words: string) =>
  expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()

/** What was entered stands in the table of the step. */
const listed = (page: Page, words: string) =>
  expect(page.getByRole('cell', { name: words, exact: true })).toBeVisible()

const makeOwner = async (page: Page, address: string): Promise<void> => {
  await page.goto('/staff/setup')
  await expect(page.getByText('This page opens with the whole address')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make my account' })).toHaveCount(0)
  await page.goto('about:blank')
  await page.goto(address)
  const make = await awake(page, 'Make my account')
  await fill(page, { 'Your name': 'Nadia Frost', 'E-mail': 'nadia@practice.example' })
  await page.getByLabel('Password', { exact: true }).fill('nadia frost nadia')
  await page.getByLabel('The same again').fill('nadia frost nadia')
  await page.getByLabel('Yes, I am a clinician, too').check()
  await make.click()
  await refused(page, 'Your own name')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same again').fill(password)
  await story.shot(page, '01-owner')
  await make.click()
  await page.waitForURL(/\/staff\/factor/)
}

/** Answers the recovery codes. */
const setUpFactor = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: 'Authenticator app' }).click()
  await page.getByText('Type it in instead').click()
  const secret = (await page.locator('.ops-secret').textContent()) ?? ''
  const code = await generate({ secret: secret.replaceAll(' ', '') })
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Turn it on' }).click()
  const codes = page.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  await page.reload()
  await page.getByRole('button', { name: 'Make new recovery codes' }).click()
  await expect(codes).toHaveCount(10)
  const kept = await codes.allInnerTexts()
  await page.getByRole('button', { name: 'I kept them' }).click()
  await page.waitForURL(/\/admin\/setup/)
  return kept
}

const copyKeys = async (): Promise<string> => {
  const env = { ...process.env, ...settings }
  const args = typescript('scripts/keys-copy.ts', `${folder}/safe`)
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return stdout.match(/Fingerprint of the copy: (\S+)/)?.[1] ?? ''
}

/** Shows a recovery code where the factor is asked for again; a fresh one is not asked for. */
const confirmIfAsked = async (page: Page, done: Locator, code: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await expect(dialog.or(done).first()).toBeVisible()
  if (!(await dialog.isVisible())) return
  await dialog.getByRole('button', { name: 'Use a recovery code' }).click()
  await dialog.getByLabel('Recovery code').fill(code)
  await dialog.getByRole('button', { name: 'Go on' }).click()
}

test('an owner starts a practice from nothing and sees what is missing before the first patient', async ({
  browser,
}) => {
  const strangers: string[] = []
  const policy = { violations: [] as string[] }
  served = await runSetup(settings)
  const address = served.said.match(/http:\S+\/staff\/setup#\S+/)?.[0] ?? ''
  expect(address).not.toBe('')
  context = await openBrowser(browser, strangers, { baseURL: settings['SERVER_URL'] })
  await watchPolicy(context, policy)
  const page = await context.newPage()
  await makeOwner(page, address)
  const recovery = await setUpFactor(page)

  await step(page, 'Your practice')
  let save = await awake(page, 'Save and go on')
  await fill(page, { 'Name of the practice': 'Quiet Pier Therapy', Phone: '(503) 555-0177' })
  await page.getByLabel(/^Time zone/).selectOption('America/New_York')
  expect(await graveFindings(page)).toEqual([])
  await save.click()

  await step(page, 'Locations')
  const add = await awake(page, 'Add location')
  await expect(page.getByLabel(/^Time zone/)).toHaveValue('America/New_York')
  await fill(page, { Name: 'Pier house', City: 'Portland' })
  for (const day of ['Monday', 'Tuesday'])
    await page.getByRole('button', { name: `Open ${day}` }).click()
  await fill(page, { 'Monday, closes': '08:00' })
  await add.click()
  await refused(page, 'Monday: closing at 8:00 AM is not after opening at 9:00 AM')
  await fill(page, { 'Monday, closes': '12:00' })
  await add.click()
  await listed(page, 'Pier house')
  await listed(page, 'Mon 9:00 AM–12:00 PM; Tue 9:00 AM–5:00 PM; Wed–Sun closed')
  await goOn(page, 'Rooms')
  const addRoom = await awake(page, 'Add room')
  await fill(page, { Name: 'Gull room' })
  await addRoom.click()
  await listed(page, 'Gull room')
  await story.shot(page, '02-rooms')

  // The server is restarted, now with a mail server: the guided start goes on where the practice is.
  await served.stop()
  settings['SMTP_URL'] = `smtp://127.0.0.1:${mail.port}`
  served = await runSetup(settings)
  expect(served.said).toContain('The practice has its owner. Sign in and go on at')
  expect(served.said).not.toContain('/staff/setup#')
  await page.goto('/admin/setup')
  await step(page, 'Services and fees')
  const publish = await awake(page, 'Publish service')
  await fill(page, { Service: 'Therapy for couples', 'In two sentences': 'For two. Together.' })
  await publish.click()
  await listed(page, 'Therapy for couples')
  await fill(page, { '90791 .+': '$180', '90834 .+': '120', '90837 .+': '150.00' })
  await page.getByRole('button', { name: 'Save fees' }).click()
  await listed(page, '$150.00')
  await goOn(page, 'Payers')
  const addPayer = await awake(page, 'Add payer')
  await fill(page, { Name: 'Coast Health', 'Filing limit \\(days from the service\\)': '90' })
  await addPayer.click()
  await listed(page, '90 days')
  await goOn(page, 'Rules')
  save = await awake(page, 'Save and go on')
  await fill(page, { 'A note is due after \\(hours\\)': '48' })
  await save.click()

  await step(page, 'Keys')
  const check = await awake(page, 'Check the copy')
  await fill(page, { 'Fingerprint of the copy': await copyKeys() })
  await check.click()
  await expect(page.getByText('A copy of the keys in use was made and proved.')).toBeVisible()
  await goOn(page, 'E-mail')
  await (await awake(page, /^Send a test/)).click()
  await expect(page.getByText('took a message to nadia@practice.example')).toBeVisible()
  expect(mail.messages.some((each) => each.includes('To: nadia@practice.example'))).toBe(true)
  await goOn(page, 'Staff')
  const invite = await awake(page, 'Invite')
  await fill(page, { Name: 'Kim Okafor', 'E-mail': 'kim@practice.example' })
  await page.getByLabel('Compliance').check()
  await invite.click()
  const kim = page.getByRole('row', { name: /Kim Okafor.*Compliance/ })
  await confirmIfAsked(page, kim, recovery[0] ?? '')
  await expect(kim).toBeVisible()
  await story.shot(page, '03-staff')

  await page.getByRole('link', { name: 'Go on', exact: true }).click()
  const missing = page.getByRole('region', { name: /^Missing before the first patient/ })
  await expect(missing).toBeVisible()
  const license = missing.getByRole('link', { name: /No clinician has a license in force/ })
  await expect(license).toHaveAttribute('href', '/admin/collections/credentials')
  await expect(missing.getByText('No privacy notice is published')).toBeVisible()
  await expect(missing.getByText('There is no backup')).toBeVisible()
  expect(await graveFindings(page)).toEqual([])
  await story.shot(page, '04-checklist')
  await page.goto('/admin')
  await expect(page.getByRole('region', { name: 'Before the first patient' })).toBeVisible()

  // What was printed first opens nothing any more.
  const other = await browser.newContext()
  const stranger = await other.newPage()
  await stranger.goto(address)
  await expect(stranger.getByRole('heading', { name: 'This practice has its owner' })).toBeVisible()
  await other.close()
  expect(strangers).toEqual([])
  expect(policy.violations).toEqual([])
})

test('a server restarted under load leaves no request half done', async () => {
  const cookies = (await context?.cookies(settings['SERVER_URL'])) ?? []
  const headers = {
    'content-type': 'application/json',
    origin: settings['SERVER_URL'] ?? '',
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
  const rooms = `${settings['SERVER_URL']}/api/rooms`
  const found = await fetch(`${rooms}?limit=1&depth=0`, { headers })
  const [{ location }] = ((await found.json()) as { docs: [{ location: string }] }).docs
  const make = async (name: string): Promise<number | null> => {
    try {
      const answer = await fetch(rooms, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': name },
        body: JSON.stringify({ name, location }),
      })
      await answer.text()
      return answer.status
    } catch {
      return null
    }
  }

  const asked = new Map<string, number | null>()
  let isDown = false
  const callers = Array.from({ length: 8 }, async (_, caller) => {
    for (let turn = 0; !isDown && turn < 500; turn += 1) {
      const name = `restart-${caller}-${turn}`
      asked.set(name, null)
      const status = await make(name)
      asked.set(name, status)
      isDown ||= status === null
    }
  })
  await expect.poll(() => asked.size).toBeGreaterThan(40)
  await served?.stop()
  isDown = true
  await Promise.all(callers)
  const answered = [...asked.values()].filter((status) => status !== null)
  expect(new Set(answered), 'what was answered was done').toEqual(new Set([201]))

  // Everybody asks again under the same key, as a program without an answer should: 200 says that it stood already.
  served = await runSetup(settings)
  for (const [name, before] of asked)
    expect([name, await make(name)]).toEqual([name, before === null ? 201 : 200])
  const all = await fetch(`${rooms}?limit=1000&depth=0&where[name][like]=restart-`, { headers })
  const { docs } = (await all.json()) as { docs: { name: string }[] }
  expect(docs.map(({ name }) => name).toSorted()).toEqual([...asked.keys()].toSorted())
})
