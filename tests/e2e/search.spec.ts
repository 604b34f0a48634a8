import { expect, test } from '@playwright/test'
import { graveFindings, splitFindings } from './support/axe'
import { filterBy } from './support/lists'
import { openBrowser, signInStaff } from './support/story'

test('Ctrl-K finds a patient and a screen, by keys alone, with no name in an address', async ({
  browser,
}) => {
  const strangers: string[] = []
  const context = await openBrowser(browser, strangers)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url().toLowerCase()))
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  await page.goto('/admin')
  const opener = page.getByRole('button', { name: /^Search/ })
  const box = page.getByRole('combobox', { name: /Name, birth date, phone/ })
  // Keys pressed while the page is still waking up may be lost.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(box).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.type('castellano')
  const hit = page.getByRole('option', { name: /Nora Castellano/ })
  await expect(hit).toHaveAttribute('aria-selected', 'true')
  expect(await graveFindings(page)).toEqual([])
  await page.screenshot({ path: 'artifacts/search.png' })
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('cal')
  await expect(page.getByRole('option', { name: /Calendar/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('nora cas')
  await expect(hit).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/patient\//)
  await expect(page.getByRole('link', { name: 'Nora Castellano' }).first()).toBeVisible()
  expect(asked.filter((url) => url.includes('castellano') || url.includes('nora'))).toEqual([])
  expect(strangers).toEqual([])
  await context.close()
})

test('what is typed above a list stands in no address, and is there after pages, back and reload', async ({
  browser,
}) => {
  const context = await openBrowser(browser, [])
  const asked: string[] = []
  context.on('request', (request) => asked.push(decodeURIComponent(request.url()).toLowerCase()))
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  await page.goto('/admin/collections/appointments?limit=5&search=Castellano')
  await expect(page).toHaveURL(/appointments\?(?!.*search)/)
  const box = page.getByRole('searchbox', { name: /^Find by patient/ })
  await box.fill('nora castell')
  await box.press('Enter')
  await expect(page).toHaveURL(/find=\w{32}/)
  const said = page.getByRole('status').filter({ hasText: /\d+ found/ })
  await expect(said).toBeVisible()
  const rows = page.locator('.collection-list__tables tbody tr')
  await expect(rows).toHaveCount(5)
  const first = await rows.first().getByRole('link').first().getAttribute('href')
  expect((await splitFindings(page, '.ops-list-search')).inside).toEqual([])
  await page.screenshot({ path: 'artifacts/lists/typed.png' })

  await page.getByRole('button', { name: '2', exact: true }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page).toHaveURL(/find=\w{32}/)
  await expect(rows.first().getByRole('link').first()).not.toHaveAttribute('href', first ?? '')
  await page.reload()
  await expect(box).toHaveValue('nora castell')
  await expect(page).toHaveURL(/page=2/)
  await rows.first().getByRole('link').first().click()
  await page.waitForURL(/appointments\/\w+/)
  await page.goBack()
  await expect(box).toHaveValue('nora castell')
  await expect(page).toHaveURL(/find=\w{32}/)

  await box.fill('xyzzyq')
  await box.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the whole list' }).click()
  await expect(box).toHaveValue('')
  await expect(page).not.toHaveURL(/find=/)
  expect(asked.filter((url) => url.includes('nora') || url.includes('xyzzyq'))).toEqual([])
  await context.close()
})

test('a list is narrowed by a filter of one’s work, and by one that one keeps', async ({
  browser,
}) => {
  const context = await openBrowser(browser, [])
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  await page.goto('/admin/collections/inquiries')
  const filters = page.getByRole('navigation', { name: 'Filters of this list' })
  await filters.getByRole('link', { name: 'New this week' }).click()
  await expect(page).toHaveURL(/filter=new-this-week/)
  await expect(filters.getByRole('link', { name: 'New this week' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.getByText('Noor Siddiqui')).toBeVisible()
  await page.screenshot({ path: 'artifacts/lists/ready.png' })

  await page.goto('/admin/collections/appointments')
  await filterBy(page, { column: 'Format', value: 'Phone' })
  await expect(page).toHaveURL(/find=\w{32}/)
  await page.getByRole('button', { name: 'Keep this filter' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What you call it').fill('By phone')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  const own = filters.getByRole('link', { name: 'By phone' })
  await expect(own).toHaveAttribute('aria-current', 'true')
  expect(decodeURIComponent(page.url())).not.toContain('where[')
  await page.screenshot({ path: 'artifacts/lists/own.png' })
  await page.getByRole('button', { name: 'Remove "By phone"' }).click()
  await expect(own).toBeHidden()
  await context.close()
})
