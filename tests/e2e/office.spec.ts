import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { gatherPeople } from './support/people'
import { call, findOne, openStory } from './support/story'

/** The main job of the office's other screens: the owner's figures, aging, sending in one file, mail of a payer. */
test.describe.configure({ mode: 'serial' })

const story = openStory('office')
const { office } = gatherPeople()

type Figure = { key: string; label: string; value: number | null; list: string | null }

test('Rosa reads the practice in ten figures, opens the list of each and takes them as a file', async ({
  browser,
}) => {
  const rosa = await office(browser, 'rosa')
  const monday = rosa.getByRole('region', { name: 'The practice in ten figures' })
  await expect(monday.getByRole('term')).toHaveCount(10)
  await expect(monday.getByRole('img')).toHaveCount(10)
  await story.shot(rosa, '01-monday')
  const { body } = await call(rosa, '/api/figures')
  const figures = body['figures'] as Figure[] // as the endpoint says
  const [file] = await Promise.all([
    rosa.waitForEvent('download'),
    monday.getByRole('link', { name: 'Take as CSV' }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(1 + figures.length)
  for (const [at, { label, value }] of figures.entries()) {
    const line = lines[at + 1] ?? ''
    expect(line.slice(0, label.length + 1)).toBe(`${label},`)
    expect(line, label).toContain(`,${value ?? ''},`)
  }
  for (const { label, list } of figures) {
    if (!list) continue
    await rosa.goto('/admin')
    await monday.getByRole('link', { name: label, exact: true }).click()
    await expect(rosa.getByRole('heading', { level: 1 }).first(), label).toBeVisible()
    await expect(rosa.getByText('Nothing was found here'), label).toHaveCount(0)
  }
})

test('Dana sees who owes for how long, and opens the claims of a payer', async ({ browser }) => {
  const dana = await office(browser, 'dana')
  await dana.goto('/admin/aging')
  const table = dana.getByRole('table', { name: 'What is owed, by days since the service' })
  await expect(table).toBeVisible()
  await story.shot(dana, '02-aging')
  await table.getByRole('link', { name: 'Aetna' }).click()
  await expect(dana.getByRole('heading', { name: 'Claims', level: 1 })).toBeVisible()
})

test('Dana sends everything that is ready in one file', async ({ browser }) => {
  const dana = await office(browser, 'dana')
  await dana.goto('/admin/claim-board')
  const send = dana.getByRole('button', { name: /^Send these/ })
  await expect(send).toBeEnabled()
  await story.shot(dana, '03-ready')
  const many = Number((await send.textContent())?.match(/\d+/)?.[0])
  expect(many).toBeGreaterThan(1)
  await send.click()
  await dana.getByRole('dialog').getByRole('button', { name: /^Send/ }).click()
  await expect(dana.getByRole('dialog')).toBeHidden()
  await expect(send).toHaveCount(0)
  const batch = await findOne(dana, 'claim-batches', 'sort=-createdAt')
  const sent = await call(dana, `/api/claims?where[batch][equals]=${batch.id}&limit=200&depth=0`)
  const docs = sent.body['docs'] as { status: string }[] // Payload's list
  expect(docs.map(({ status }) => status)).toEqual(Array.from({ length: many }, () => 'submitted'))
  const file = await call(dana, `/api/claim-batches/${batch.id}/file`)
  expect(String(file.body['text']).match(/~\s*CLM\*/g)).toHaveLength(many)
  await story.shot(dana, '04-sent')
})

test('Dana types in what a payer explained on paper until it adds up, and posts it', async ({
  browser,
}) => {
  const dana = await office(browser, 'dana')
  await dana.goto('/admin/remittances-post')
  await dana.getByText('Enter a paper explanation of benefits').click()
  await dana.getByLabel('Payer', { exact: true }).selectOption({ label: 'Aetna' })
  await dana.getByLabel('Check or transfer number').fill('EOB-77120')
  const today = await findOne(dana, 'remittances', 'sort=-paymentDate')
  await dana.getByLabel('Day on the paper').fill(String(today['paymentDate']).slice(0, 10))
  const table = dana.getByRole('table', { name: 'Lines that wait for an answer of this payer' })
  const row = table.getByRole('row').nth(1)
  await row.getByRole('checkbox').check()
  const charge = (await row.getByRole('rowheader').textContent())?.match(/\$([\d,.]+)/)?.[1] ?? ''
  await row.getByLabel(/^Paid of/).fill('1')
  await row.getByLabel(/^Paid of/).blur()
  await dana.getByRole('button', { name: /^Enter \d+ line/ }).click()
  await expect(dana.getByText(/of the charge is not explained yet/).first()).toBeVisible()
  await story.shot(dana, '05-open')
  const own = table.getByRole('row').filter({ has: dana.getByRole('checkbox', { checked: true }) })
  for (const line of await own.all()) {
    await line.getByLabel(/^Paid of/).fill(charge)
    await line.getByLabel(/^Paid of/).blur()
    await expect(line.getByText('Adds up')).toBeVisible()
  }
  await dana.getByRole('button', { name: /^Enter \d+ line/ }).click()
  await dana.waitForURL(/remittances-post\?open=/)
  const id = new URL(dana.url()).searchParams.get('open')
  const panel = dana.getByRole('article', { name: /^Payment of/ })
  await panel.getByRole('button', { name: /^Post remittance/ }).click()
  await dana.getByRole('dialog').getByRole('button', { name: 'Post remittance' }).click()
  await expect(panel.getByText('Posted to claims')).toBeVisible()
  await story.shot(dana, '06-posted')
  const kept = await call(dana, `/api/remittances/${id}?depth=0`)
  expect(kept.body).toMatchObject({ status: 'posted', paymentMethod: 'CHK' })
})

test('Ben closes an inquiry on the page of its record, whose own form stands around the buttons', async ({
  browser,
}) => {
  const ben = await office(browser, 'ben')
  const waiting = await findOne(ben, 'inquiries', 'where[status][equals]=waitlisted')
  await ben.goto(`/admin/collections/inquiries/${waiting['id']}`)
  await ben.getByRole('button', { name: 'Close inquiry' }).click()
  const dialog = ben.getByRole('dialog')
  await dialog.getByLabel('Reason').selectOption({ index: 1 })
  await story.shot(ben, '07-record-dialog')
  await dialog.getByRole('button', { name: 'Close inquiry' }).click()
  await expect(dialog).toHaveCount(0)
  const { body } = await call(ben, `/api/inquiries/${waiting['id']}?depth=0`)
  expect(body['status']).toBe('closed')
})
