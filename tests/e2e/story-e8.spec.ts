import { expect, type Page, test } from '@playwright/test'
import { demoPassword } from '@/src/demo/seed/logins'
import { graveFindings } from './support/axe'
import { gatherPeople, openDialog } from './support/people'
import { call, findOne, openStory } from './support/story'

/**
 * Story E8, the parts on somebody who leaves: the account cannot be closed while work waits, colleagues take it
 * over, and then every way in is dead at once, while what was signed stays signed and the log says who did it.
 */
test.describe.configure({ mode: 'serial' })

const story = openStory('e8')
const { office } = gatherPeople()
const program = `Leo’s script ${Date.now() % 10_000}`
const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).first()

/** Types the password where it is asked for again; a fresh one is not asked for. */
const confirmIfAsked = async (page: Page): Promise<void> => {
  const again = page.getByRole('dialog').getByLabel(/password/i)
  const asked = await again
    .waitFor({ timeout: 3_000 })
    .then(() => true)
    .catch(() => false)
  if (!asked) return
  await again.fill(demoPassword)
  await page.keyboard.press('Enter')
}

/** What a program with this key is answered, from outside any browser. */
const statusWith = async (page: Page, key: string): Promise<number> => {
  const { origin } = new URL(page.url())
  const answer = await fetch(`${origin}/api/appointments?limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  })
  return answer.status
}

const leoOf = (page: Page) => findOne(page, 'staff', 'where[email][equals]=leo@harbour.example')

test('R97 Leo works: signed in at the office, a program under his name, signed notes', async ({
  browser,
}) => {
  const leo = await office(browser, 'leo')
  await expect(leo.getByRole('heading', { level: 1 })).toBeVisible()
  const note = await findOne(leo, 'progress-notes', 'where[status][equals]=signed&sort=-signedAt')
  story.keep({ note: note.id, contentHash: String(note['contentHash'] ?? '') })
  await story.shot(leo, '01-leo-home')

  const rosa = await office(browser, 'rosa')
  const { id } = await leoOf(rosa)
  story.keep({ leo: id })
  await rosa.goto('/admin/api-clients')
  const register = await openDialog(rosa, button(rosa, 'Add an API client'))
  await register.getByLabel(/^Name/).fill(program)
  await register.getByRole('checkbox', { name: /^read appointments/i }).check()
  await register.getByLabel(/^Who answers for it/).selectOption(id)
  await register.getByRole('button', { name: 'Add an API client' }).click()
  await confirmIfAsked(rosa)
  const card = rosa.getByRole('region', { name: program })
  await expect(card).toBeVisible()
  const issue = await openDialog(rosa, button(rosa, /^Make a key|^New key|^Issue/))
  await issue.getByRole('button', { name: /key/i }).first().click()
  const key = ((await issue.getByText(/^tops_/).textContent()) ?? '').trim()
  story.keep({ key })
  await issue.getByText('Close', { exact: true }).click()
  expect(await statusWith(rosa, key), 'the key opens its door').toBe(200)
})

test('R97 the account is not closed while work waits: colleagues take it over', async ({
  browser,
}) => {
  const rosa = await office(browser, 'rosa')
  await rosa.goto('/admin/roles')
  await rosa.getByRole('link', { name: 'Leaves Leo Marsh' }).click()
  await expect(rosa.getByRole('heading', { name: 'Somebody leaves' })).toBeVisible()
  await story.shot(rosa, '02-open-work')
  const refused = await openDialog(rosa, button(rosa, /^Deactivate/))
  await refused.getByRole('button', { name: 'Deactivate' }).click()
  await confirmIfAsked(rosa)
  await expect(refused).toContainText('Leo Marsh cannot leave yet')
  await story.shot(rosa, '03-refused')
  await refused.getByRole('button', { name: 'Go back' }).click()

  const handOver = rosa.getByRole('region', { name: 'Hand over' })
  // Nobody takes his program over: it stands still with him.
  await handOver.getByRole('checkbox', { name: new RegExp(program) }).uncheck()
  await handOver.getByLabel('Who takes over what is ticked').selectOption({ label: 'Theo Brandt' })
  await handOver.getByRole('button', { name: 'Hand over' }).click()
  await expect(rosa.getByText(/^Handed over: \d+\.$/)).toBeVisible()
  await story.shot(rosa, '04-handed-over')
  expect(await graveFindings(rosa)).toEqual([])
})

test('R97 once the account is closed every way in is dead, at once', async ({ browser }) => {
  const rosa = await office(browser, 'rosa')
  const leo = await office(browser, 'leo')
  expect((await call(leo, '/api/staff/me')).body['user']).toBeTruthy()
  await rosa.reload()
  const dialog = await openDialog(rosa, button(rosa, /^Deactivate/))
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await confirmIfAsked(rosa)
  await dialog
    .getByLabel('Reason for going past R97')
    .fill('He left today; Kim signs what is open with him tomorrow.')
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog).toBeHidden()
  await expect(rosa.getByText(/^Left /)).toBeVisible()
  await story.shot(rosa, '05-left')

  // Past the page, which would wait for him to sign in again.
  expect((await leo.request.get('/api/progress-notes?limit=1')).status()).toBe(401)
  await leo.goto('/admin')
  await expect(leo).toHaveURL(/login/)
  await leo.getByLabel('E-mail').fill('leo@harbour.example')
  await leo.getByLabel('Password', { exact: true }).fill(demoPassword)
  await leo.getByRole('button', { name: 'Sign in' }).click()
  await expect(leo.getByText(/do not fit together/)).toBeVisible()
  await story.shot(leo, '06-signed-out')
  expect(await statusWith(rosa, story.values['key'] ?? ''), 'his program stands still').toBe(401)
})

test('R52 R97 what he signed stays signed as it was, and the log says who let him go', async ({
  browser,
}) => {
  const kim = await office(browser, 'kim')
  const { status, body } = await call(kim, `/api/progress-notes/${story.values['note']}?depth=0`)
  expect(status).toBe(200)
  expect(body['status']).toBe('signed')
  expect(String(body['contentHash'] ?? '')).toBe(story.values['contentHash'])
  const sam = await office(browser, 'sam')
  await sam.goto('/admin/access-log')
  await story.shot(sam, '07-log')
})
