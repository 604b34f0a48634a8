import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { filterBy } from './support/lists'
import { call, demoPassword, findOne, signInStaff } from './support/story'

// What only the production build can show: its classes of errors have other names than the tests' ones.
test('an Idempotency-Key is answered by the record it made, and by a conflict for anything else', async ({
  page,
}) => {
  await signInStaff(page, 'dana@harbour.example')
  const patient = await findOne(page, 'patients', 'sort=lastName')
  const record = (amountCents: number) =>
    call(page, '/api/payments/record', {
      method: 'POST',
      body: { patient: patient.id, amountCents, method: 'cash' },
      key: 'twice-the-same-01',
    })
  const first = await record(100)
  expect(first.status, JSON.stringify(first.body)).toBe(201)
  const again = await record(100)
  expect(again.body['isReplay'], JSON.stringify(again.body)).toBe(true)
  expect(again.body['id']).toBe(first.body['id'])
  const other = await record(200)
  expect(other.status, JSON.stringify(other.body)).toBe(409)
})

test('a broken address and a chart that is not there are told so', async ({ page }) => {
  for (const path of ['/%E0%A4%A', '/portal/%E0%A4%A', '/api/patients/%E0%A4%A'])
    expect((await page.request.get(path)).status(), path).toBe(400)
  await signInStaff(page, 'kim@harbour.example')
  expect((await page.request.get('/api/patients/a%20b')).status()).toBe(404)
  for (const id of ['nothing', '00000000-0000-4000-8000-000000000000']) {
    const response = await page.goto(`/admin/patient/${id}`)
    expect(response?.status(), id).toBe(200)
    await expect(page.getByText('This patient is not there, or is not on your list.')).toBeVisible()
  }
})

test('an owner adds a webhook, sees its secret once and sends a test', async ({ page }) => {
  await signInStaff(page, 'rosa@harbour.example')
  await page.goto('/admin/webhooks')
  await page.getByRole('button', { name: 'Add a webhook' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Data warehouse')
  await dialog.getByLabel('Address').fill('https://hooks.example/therapy')
  await dialog.getByLabel('A patient paid').check()
  await dialog.getByRole('button', { name: 'Add a webhook' }).click()
  await expect(page.getByText(/whsec_[A-Za-z0-9+/]{43}=/)).toBeVisible()
  await page.goto('/admin/webhooks')
  await expect(page.getByRole('heading', { name: 'Data warehouse' })).toBeVisible()
  await expect(page.getByText(/whsec_/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Send a test' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByRole('cell', { name: 'webhook.test' })).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Let it go on' })).toBeVisible()
})

test('R109 a clinician gives an own calendar program an address, and takes it back', async ({
  page,
  request,
}) => {
  await signInStaff(page, 'kim@harbour.example')
  await page.goto('/admin/calendar')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('For which calendar').fill('Phone')
  await dialog.getByRole('button', { name: 'Make an address' }).click()
  const shown = page.getByText(/\/api\/calendar-feeds\/read\/[\w-]{43}/)
  await expect(shown).toBeVisible()
  const address =
    (await shown.textContent())?.match(/\/api\/calendar-feeds\/read\/[\w-]{43}/)?.[0] ?? ''
  const file = await request.get(address)
  expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await file.text()).toContain('SUMMARY:Session')
  await page.goto('/admin/calendar')
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0)
  await expect.poll(async () => (await request.get(address)).status()).toBe(404)
})

test('the example of the typed client works with a key of this server', async ({
  page,
  baseURL,
}) => {
  await signInStaff(page, 'rosa@harbour.example')
  const post = (path: string, body: object) => call(page, path, { method: 'POST', body })
  const scopes =
    'patients:read patients:update external-ids:read external-ids:give inquiries:create'
  const made = await post('/api/api-clients/register', { name: 'Typed client', scopes })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const issued = await post(`/api/api-clients/${made.body['id']}/issue-key`, { days: 1 })
  const { key } = issued.body['result'] as { key: string }
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', 'sdk/example.ts'], {
    env: { ...process.env, CLINIC_URL: baseURL, CLINIC_KEY: key },
  })
  expect(stdout.trim().split('\n').slice(1)).toEqual([
    'found by its own id',
    expect.stringMatching(/^saved as revision \d+$/),
    'its change was told',
    'an inquiry was handed in',
  ])
})

test('R61 an owner takes a filtered list as a file, and says what for and for whom', async ({
  page,
}) => {
  await signInStaff(page, 'rosa@harbour.example')
  await page.goto('/admin/collections/charges?limit=5')
  await filterBy(page, { column: 'Status', value: 'Ready to bill' })
  await expect(page).toHaveURL(/find=\w{32}/)
  await page.getByText('Take this list as a file (CSV)').click()
  await page.getByLabel('What for?').selectOption('payment')
  await page.getByLabel('Who gets it?').selectOption('accountant')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the file' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^charges-\d{4}-\d\d-\d\d\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ready']))
})

test('R109 a patient does the same in the portal', async ({ page, request }) => {
  await page.goto('/portal/sign-in')
  await page.getByLabel(/E-mail/).fill('elliot.bauer@example.com')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: /Sign in/ }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/portal/appointments')
  await page.getByLabel('For which calendar').fill('Phone')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const shown = page.locator('code.address')
  await expect(shown).toBeVisible()
  const { pathname } = new URL((await shown.textContent()) ?? '')
  expect(await (await request.get(pathname)).text()).toContain('BEGIN:VCALENDAR')
  await page.screenshot({ path: 'artifacts/portal-calendar-feed.png', fullPage: true })
  await page.getByRole('button', { name: 'Take back Phone' }).click()
  await expect(page.getByRole('button', { name: 'Take back Phone' })).toHaveCount(0)
  await expect.poll(async () => (await request.get(pathname)).status()).toBe(404)
})
