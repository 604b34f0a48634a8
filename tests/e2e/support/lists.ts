import { expect, type Page } from '@playwright/test'

/** Asks a list of the office by a column with fixed choices, as somebody does it by mouse. */
export const filterBy = async (
  page: Page,
  { column, value }: { column: string; value: string },
): Promise<void> => {
  const button = page.getByRole('button', { name: 'Filters', exact: true })
  const add = page.getByRole('button', { name: 'Add Filter' })
  await expect(async () => {
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
    await expect(add).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await add.click()
  const condition = page.locator('.condition')
  await condition.locator('.condition__field').click()
  await condition.getByRole('option', { name: column, exact: true }).click()
  await condition.locator('.condition__value').click()
  await condition.getByRole('option', { name: value, exact: true }).click()
}
