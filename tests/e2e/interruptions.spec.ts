import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { call, demoPassword, findOne, openBrowser, signInStaff } from './support/story'

/** What comes between a person and their work: a lost connection, a colleague, a session that ends. */
test.describe.configure({ mode: 'serial' })

const strangers: string[] = []
const contexts: BrowserContext[] = []

test.afterAll(async () => {
  for (const context of contexts) await context.close()
})

let writing: { page: Page; context: BrowserContext; note: string; before: string }

const noteOf = async ({ page, note }: typeof writing): Promise<string> =>
  String((await call(page, `/api/progress-notes/${note}?depth=0`)).body['homework'] ?? '')

test('a note that loses its connection keeps every word and saves itself afterwards', async ({
  browser,
}) => {
  const context = await openBrowser(browser, strangers)
  contexts.push(context)
  const page = await context.newPage()
  await signInStaff(page, 'theo@harbour.example')
  const draft = await findOne(page, 'progress-notes', 'where[status][equals]=draft')
  await page.goto(`/admin/note/${draft.id}`)
  const box = page.getByLabel('Homework')
  const before = await box.inputValue()
  writing = { page, context, note: draft.id, before }
  await box.press('ControlOrMeta+End')
  await box.pressSequentially(' First line.')
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()

  await context.setOffline(true)
  await box.pressSequentially(' Without a connection.')
  await expect(page.getByText('No connection. What you typed is kept in this tab')).toBeVisible()
  await page.screenshot({ path: 'artifacts/interruptions/note-offline.png' })
  await box.pressSequentially(' And one more.')
  await context.setOffline(false)
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()
  await expect(page.getByText(/^No connection/)).toBeHidden()
  await expect
    .poll(() => noteOf(writing))
    .toBe(`${before} First line. Without a connection. And one more.`)
})

test('an answer that gets lost on its way is no quarrel with oneself', async () => {
  const { page } = writing
  await page.route(
    /\/api\/progress-notes\/[\w-]+$/,
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await page.getByLabel('Homework').pressSequentially(' Arrived.')
  await expect(page.getByText(/^No connection/)).toBeVisible()
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()
  await expect(page.getByText(/Somebody else saved/)).toBeHidden()
  expect(await noteOf(writing)).toMatch(/one more\. Arrived\.$/)
})

test('a session that ends in the middle of a note is renewed over it, and nothing is lost', async () => {
  const { page } = writing
  await call(page, '/api/auth/staff/logout', { method: 'POST', body: {} })
  await page.getByLabel('Homework').pressSequentially(' Signed out.')
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' })
  await dialog.getByLabel('Your password').fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in and go on' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => noteOf(writing)).toMatch(/Arrived\. Signed out\.$/)
})

/** Somebody's calendar of the day on which `visit` is, once it can be dragged. */
const calendarOf = async (page: Page, day: string, name: string): Promise<Page> => {
  await page.goto(`/admin/calendar?date=${day}`)
  await expect(page.locator('.ops-day .ops-event').filter({ hasText: name })).toBeVisible()
  return page
}

test('of two people who drag the same visit one moves it, and the other sees where it went', async ({
  browser,
}) => {
  const pages: Page[] = []
  for (const name of ['ben', 'imani']) {
    const context = await openBrowser(browser, strangers)
    contexts.push(context)
    const page = await context.newPage()
    await signInStaff(page, `${name}@harbour.example`)
    pages.push(page)
  }
  const [ben, imani] = pages as [Page, Page] // made above
  const visit = await findOne(
    ben,
    'appointments',
    'where[status][equals]=booked&where[kind][equals]=individual&sort=-startsAt',
  )
  const patient = await findOne(ben, 'patients', `where[id][equals]=${String(visit['patient'])}`)
  const shown = String(patient['displayName'])
  const day = String(visit['serviceDate'])
  const dragTo = async (page: Page, hour: number): Promise<void> => {
    await calendarOf(page, day, shown)
    const column = page.locator('.ops-day__column').filter({ hasText: shown })
    await column
      .locator('.ops-event')
      .filter({ hasText: shown })
      .dragTo(column.getByRole('button', { name: new RegExp(`^Book ${hour}:00`) }))
    await expect(page.getByRole('dialog')).toContainText(shown)
  }
  await dragTo(ben, 7)
  await dragTo(imani, 6)
  const press = (page: Page) =>
    page.getByRole('dialog').getByRole('button', { name: /^Move/ }).click()
  await press(ben)
  await expect(ben.getByRole('dialog')).toBeHidden()
  await press(imani)
  await expect(imani.getByRole('dialog')).toContainText('This record changed since you opened it')
  await imani.screenshot({ path: 'artifacts/interruptions/dragged-by-two.png' })
  await imani.getByRole('button', { name: 'Go back' }).click()
  const moved = imani.locator('.ops-day .ops-event').filter({ hasText: shown })
  await expect(moved).toContainText('7:00 AM')
  const after = await call(imani, `/api/appointments/${visit.id}?depth=0`)
  expect(Number(after.body['rev'])).toBe(Number(visit['rev']) + 1)
})
