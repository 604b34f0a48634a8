import { type Browser, expect, type Page, test } from '@playwright/test'
import { guardianLogins } from '@/src/demo/seed/logins'
import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { gatherPeople } from './support/people'
import { call, demoPassword, findOne, moveClock, nextTuesday, openStory } from './support/story'

/**
 * Story E3 in a browser: Maya is fifteen and has two homes. Played by clicking; where a step goes through the
 * same-origin API instead, a comment beside it says why.
 */
test.describe.configure({ mode: 'serial' })

const story = openStory('e3')
const { office, pageOf } = gatherPeople({})

const parent = (browser: Browser, who: keyof typeof guardianLogins): Promise<Page> =>
  pageOf(browser, {
    name: who,
    signIn: async (page) => {
      await page.goto('/portal/sign-in')
      await page.getByLabel('E-mail address').fill(guardianLogins[who].email)
      await page.getByLabel('Password').fill(demoPassword)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'For Maya' })).toBeVisible()
    },
  })

const maya = async (page: Page): Promise<StoredRow> =>
  findOne(page, 'patients', 'where[lastName][equals]=Lindqvist')

const openPeople = async (page: Page): Promise<string> => {
  const { id } = await maya(page)
  await page.goto(`/admin/patient/${id}?section=people`)
  await expect(page.getByRole('heading', { name: /Who may decide and see/ })).toBeVisible()
  return id
}

test('Ben sees at a glance who decides for Maya, and answers the custody question', async ({
  browser,
}) => {
  const ben = await office(browser, 'ben')
  await openPeople(ben)
  const deciding = ben.getByRole('region', { name: /Who may decide and see/ })
  const mother = deciding.getByRole('listitem').filter({ hasText: guardianLogins.mother.name })
  const father = deciding.getByRole('listitem').filter({ hasText: guardianLogins.father.name })
  await expect(mother).toContainText('In force')
  await expect(mother).toContainText('Book and cancel visits')
  await expect(mother).not.toContainText('Not:')
  await expect(father).toContainText('See records')
  await expect(father).toContainText('Not: book and cancel visits')
  await expect(father.getByRole('link', { name: 'Custody paper' })).toBeVisible()
  const custody = ben.getByRole('region', { name: 'Custody' })
  await expect(custody).toContainText('Separated or divorced')
  await expect(custody).toContainText('Order read')
  await custody.getByRole('button', { name: 'Custody question' }).click()
  const dialog = ben.getByRole('dialog')
  await dialog.getByLabel(/The parents/).selectOption({ label: 'Separated or divorced' })
  await dialog.getByRole('button', { name: /Custody question|Save|Confirm/ }).click()
  await expect(dialog).toBeHidden()
  await expect(ben.getByRole('region', { name: /decides alone/ })).toContainText('ORS 109.675')
  await story.shot(ben, '01-people')
})

test('the father sees records and cannot book; the mother books', async ({ browser }) => {
  const ben = await office(browser, 'ben')
  const { id } = await maya(ben)
  const father = await parent(browser, 'father')
  await father.goto('/portal/notes')
  await expect(father.locator('main').getByRole('link').first()).toBeVisible()
  await story.shot(father, '02-father-notes')
  await father.goto('/portal/appointments')
  await father.getByRole('link', { name: 'Book a visit' }).click()
  await expect(father.getByText('You can see records but not book.')).toBeVisible()
  await story.shot(father, '03-father-cannot-book')
  const tuesday = addDays(await nextTuesday(ben), 28)
  const seen = await findOne(ben, 'appointments', `where[patient][equals]=${id}`)
  // The form is not there for him; the API behind it says the same.
  const refused = await call(father, '/portal/api/appointments/book', {
    method: 'POST',
    body: {
      patient: id,
      clinician: seen['clinician'],
      location: seen['location'],
      startsAt: `${tuesday}T10:00`,
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
    },
  })
  expect(refused.status).toBe(422)
  expect(JSON.stringify(refused.body)).toContain('You can see records but not book.')

  const mother = await parent(browser, 'mother')
  await mother.goto('/portal/appointments')
  await mother
    .getByRole('link', { name: /Cancel/ })
    .first()
    .click()
  await mother.getByRole('button', { name: /Cancel/ }).click()
  await expect(mother.getByText('Your visit is canceled.')).toBeVisible()
  await mother.getByRole('link', { name: 'Book a visit' }).click()
  await mother.getByLabel('Day').fill(tuesday)
  await mother.getByLabel('Time').fill('03:00')
  await mother.getByRole('button', { name: 'Book this visit' }).click()
  await expect(mother.getByText('sees nobody at this time').first()).toBeVisible()
  await mother.getByLabel('Time').fill('10:00')
  await mother.getByRole('button', { name: 'Book this visit' }).click()
  await expect(mother.getByText('The visit is booked.')).toBeVisible()
  await story.shot(mother, '04-mother-booked')
  story.keep({ patient: id, tuesday, clinician: String(seen['clinician']) })
})

test('a note that Kim hides for safety is gone for the parents, in the portal and its API', async ({
  browser,
}) => {
  const kim = await office(browser, 'kim')
  const patient = story.values['patient'] ?? ''
  await kim.goto(`/admin/patient/${patient}?section=notes`)
  await kim
    .getByRole('link', { name: /contact/ })
    .first()
    .click()
  await kim.getByRole('button', { name: 'Hide from portal: safety' }).click()
  const dialog = kim.getByRole('dialog')
  await dialog.getByLabel(/Hidden from/).selectOption({ label: 'Parents and proxies' })
  await dialog.getByLabel(/What makes it unsafe/).fill('A quarrel about it would follow her home.')
  await dialog.getByRole('button', { name: /Hide from portal/ }).click()
  await expect(dialog).toBeHidden()
  await story.shot(kim, '05-hidden')
  for (const who of ['father', 'mother'] as const) {
    const page = await parent(browser, who)
    const list = await call(page, '/portal/api/progress-notes?depth=0')
    expect(list.body['totalDocs']).toBe(0)
    await page.goto('/portal')
    await expect(page.getByRole('link', { name: /Notes shared with you/ })).toBeHidden()
    const visits = await call(page, '/portal/api/appointments?depth=0')
    expect(Number(visits.body['totalDocs'])).toBeGreaterThan(0)
  }
  await story.shot(await parent(browser, 'father'), '06-father-home')
})

test('Maya goes on alone: Leo asks Kim first, and the parents learn of nothing', async ({
  browser,
}) => {
  const leo = await office(browser, 'leo')
  await openPeople(leo)
  await leo.getByRole('button', { name: 'Minor consents alone' }).click()
  const dialog = leo.getByRole('dialog')
  await dialog.getByLabel(/Why parents are not involved/).fill('She would not come otherwise.')
  await dialog.getByRole('button', { name: 'Minor consents alone' }).click()
  await expect(dialog).toBeHidden()
  const alone = leo.getByRole('region', { name: /decides alone/ })
  await expect(alone.getByRole('listitem')).toContainText('Maya consented alone')
  await story.shot(leo, '07-leo-waits')
  const kim = await office(browser, 'kim')
  const patient = await openPeople(kim)
  await kim.getByRole('button', { name: 'I was consulted' }).click()
  await kim.getByRole('dialog').getByRole('button', { name: 'I was consulted' }).click()
  await expect(kim.getByRole('dialog')).toBeHidden()
  await expect(kim.getByRole('region', { name: /decides alone/ })).toContainText('Open')
  await story.shot(kim, '08-open')
  const ben = await office(browser, 'ben')
  const before = await findOne(ben, 'appointments', `where[patient][equals]=${patient}`)
  const wish = {
    patient,
    clinician: story.values['clinician'],
    location: before['location'],
    startsAt: `${addDays(story.values['tuesday'] ?? '', 1)}T15:00`,
    minutes: 50,
    kind: 'individual',
    format: 'inPerson',
  }
  // Through the API: choosing a time in the dialog is played in story E1.
  const unsaid = await call(ben, '/api/appointments/book', { method: 'POST', body: wish })
  expect(JSON.stringify(unsaid.body)).toContain('Say which care this visit is part of.')
  // Her first session is still to come: the director lets a second one be booked (R17).
  const imani = await office(browser, 'imani')
  const booked = await call(imani, '/api/appointments/book', {
    method: 'POST',
    body: {
      ...wish,
      care: 'alone',
      _override: [{ rule: 'R17', reason: 'Another kind of care with an intake of its own.' }],
    },
  })
  expect(booked.status, JSON.stringify(booked.body)).toBe(201)
  const mother = await parent(browser, 'mother')
  const hers = await call(mother, `/portal/api/appointments/${booked.body['id']}?depth=0`)
  expect(hers.status).toBe(404)
  // MI-5: her mother's address is the one on record; nothing about this visit goes there.
  const rosa = await office(browser, 'rosa')
  const { body } = await call(rosa, '/api/outbox?limit=50&sort=-queuedAt&depth=0')
  const mails = body['docs'] as { refs?: string; template?: string }[] // Payload's list
  expect(JSON.stringify(mails)).not.toContain(String(booked.body['id']))
})

test('on her eighteenth birthday the access of her parents ends', async ({ browser }) => {
  const ben = await office(browser, 'ben')
  const { body } = await call(ben, '/api/demo-clock')
  const zone = String(body['zone'])
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(
    new Date(String(body['now'])),
  )
  const tomorrow = addDays(today, 1)
  const born = `${Number(tomorrow.slice(0, 4)) - 18}${tomorrow.slice(4)}`
  const patient = story.values['patient'] ?? ''
  // Other stories live on the same clock: her birth moves instead of two years going by.
  const changed = await call(ben, `/api/patients/${patient}`, {
    method: 'PATCH',
    body: { dateOfBirth: born },
  })
  expect(changed.status).toBe(200)
  const mother = await parent(browser, 'mother')
  await mother.goto('/portal')
  await expect(mother.getByRole('heading', { name: 'For Maya' })).toBeVisible()
  await moveClock(ben, `${tomorrow}T00:01`)
  await mother.goto('/portal')
  await expect(mother.getByText(/access .*has ended/i).first()).toBeVisible()
  await story.shot(mother, '09-mother-ended')
  await moveClock(ben, `${tomorrow}T09:40`)
  await openPeople(ben)
  await expect(ben.getByText(/Not in force|Ended/).first()).toBeVisible()
  await story.shot(ben, '10-people-of-age')

  // Old records go to whom Maya lets have them: the office enters the letter, compliance cannot give them.
  const entered = await call(ben, '/api/record-requests/enter', {
    method: 'POST',
    body: {
      patient,
      kind: 'access',
      requesterKind: 'other',
      requesterName: guardianLogins.mother.name,
      channel: 'letter',
      receivedOn: tomorrow,
    },
  })
  expect(entered.status).toBe(201)
  const sam = await office(browser, 'sam')
  const request = `/api/record-requests/${entered.body['id']}`
  await call(sam, `${request}/verify`, { method: 'POST', body: { verifiedHow: 'photoId' } })
  const refused = await call(sam, `${request}/fulfil`, {
    method: 'POST',
    body: { classes: 'notes', format: 'pdf', method: 'mail', basis: 'individual' },
  })
  expect(refused.status).toBe(422)
  expect(JSON.stringify(refused.body)).toContain('Choose the release')
})
