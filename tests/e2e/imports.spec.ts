import { expect, test } from '@playwright/test'
import { graveFindings } from './support/axe'
import { openBrowser, signInStaff } from './support/story'

const lines = [
  'Client ID,First name,Last name,DOB,Phone,State,Therapist',
  'OLD-1,Ines,Quayle,1984-02-30,(503) 555-0171,OR,kim@harbour.example',
  'OLD-2,Ines,Quayle,1984-02-28,(503) 555-0171,OR,kim@harbour.example',
  'OLD-3,Otto,Wharf,7/9/1991,(503) 555-0173,Oregonia,',
  'OLD-4,Una,Pier,1975-11-02,(503) 555-0174,WA,',
]

const looks = [
  { name: 'wide', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

test('a file with three problems is mended, imported and taken back by clicking', async ({
  browser,
}) => {
  const strangers: string[] = []
  const context = await openBrowser(browser, strangers, looks[0])
  const page = await context.newPage()
  await signInStaff(page, 'ben@harbour.example')
  await page.goto('/admin/import')
  await page.getByLabel('CSV file').setInputFiles({
    name: 'other-system.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  })
  await page.getByRole('button', { name: 'Upload and check' }).click()
  const panel = page.getByRole('article', { name: 'other-system.csv' })
  await expect(panel.getByText('3 lines to mend')).toBeVisible()
  await expect(panel.getByText('"1984-02-30" is a date that does not exist.')).toBeVisible()
  expect(await graveFindings(page)).toEqual([])
  for (const { name, viewport, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    await page.reload()
    await expect(panel.getByText('3 lines to mend')).toBeVisible()
    // The page is laid out anew a moment after the window has changed.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
        message: `the page is wider than ${name}`,
      })
      .toBeLessThanOrEqual(viewport.width)
    await page.screenshot({ path: `artifacts/import-problems-${name}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(looks[0].viewport)
  await page.reload()
  await panel.getByLabel('Date of birth of line 2').fill('1984-02-28')
  await panel.getByRole('button', { name: 'Mend (line 2)' }).click()
  await expect(panel.getByText('2 lines to mend')).toBeVisible()
  await panel.getByRole('button', { name: 'Leave out (line 3)' }).click()
  await expect(panel.getByText('1 line to mend')).toBeVisible()
  await panel.getByLabel('State of line 4').fill('OR')
  await panel.getByRole('button', { name: 'Mend (line 4)' }).click()
  await expect(panel.getByText('Ready to start')).toBeVisible()
  await panel.getByRole('button', { name: 'Start the import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Start the import' }).click()
  await expect(panel.getByText('Records made')).toBeVisible()
  await expect(panel.locator('dd').first()).toHaveText('3')
  await page.screenshot({ path: 'artifacts/import-done.png', fullPage: true })
  await panel.getByRole('button', { name: 'Take the import back' }).click()
  await dialog.getByLabel('Reason').fill('The file of last month.')
  await dialog.getByRole('button', { name: 'Take the import back' }).click()
  await expect(panel.getByText('Taken back').first()).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Take the import back' })).toBeHidden()
  expect(strangers).toEqual([])
  await context.close()
})
