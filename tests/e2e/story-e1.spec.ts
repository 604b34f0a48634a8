import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { call, findOne, nextTuesday, openBrowser, openStory, signInStaff } from './support/story'

/**
 * Story E1 in a browser: from the website to a paid claim, played by clicking. Where a step goes
 * through the same-origin API instead, a comment beside it says why.
 */
test.describe.configure({ mode: 'serial' })

const story = openStory('e1')
const strangers: string[] = []
const offices = new Map<string, BrowserContext>()

const person = {
  firstName: 'Clementine',
  lastName: 'Abernathy',
  email: story.values['email'] ?? 'clementine.abernathy@example.com',
  password: 'seven quiet herons wading',
}
const whole = `${person.firstName} ${person.lastName}`

test.afterEach(() => {
  expect(strangers, 'requests to another host').toEqual([])
})

test.afterAll(async () => {
  for (const context of offices.values()) await context.close()
})

/** The page of one member of staff, signed in once for the whole story. */
const office = async (browser: Browser, name: string): Promise<Page> => {
  const known = offices.get(name)
  if (known) return known.pages()[0] ?? known.newPage()
  const context = await openBrowser(browser, strangers)
  offices.set(name, context)
  const page = await context.newPage()
  await signInStaff(page, `${name}@harbour.example`)
  return page
}

test('a visitor writes from the anxiety page, without JavaScript', async ({ browser }) => {
  const context = await openBrowser(browser, strangers, { javaScriptEnabled: false })
  const page = await context.newPage()
  const response = await page.goto('/services/anxiety-therapy?utm_source=google')
  expect(response?.status()).toBe(200)
  await story.shot(page, '01-anxiety-page')
  await page.locator('main').getByRole('link', { name: 'Ask for an appointment' }).first().click()
  await expect(page).toHaveURL(/\/contact\?.*utm_source=google/)
  await page.getByLabel('Name we should use').fill(person.firstName)
  await page.getByLabel('Last name').fill(person.lastName)
  await page.getByLabel('State you would be in').selectOption('OR')
  await page.getByLabel('E-mail', { exact: true }).fill(person.email)
  await page.getByLabel('Phone', { exact: true }).fill('541-555-0133')
  await page.getByLabel('You may e-mail me').check()
  await page.getByLabel('Help with').selectOption({ label: 'Anxiety therapy' })
  await page.getByLabel('Insurance').selectOption({ label: 'Aetna' })
  await page.getByLabel('Sessions', { exact: true }).selectOption({ label: 'In person' })
  await page.getByLabel('Anything you want us to know').fill('I worry all day and sleep badly.')
  await page.getByLabel('This is not an emergency').check()
  await story.shot(page, '02-contact-form')
  // The form takes whoever answers it within three seconds for a machine.
  await page.waitForTimeout(3_500)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page).toHaveURL(/\/contact\/thanks/)
  await story.shot(page, '03-thanks')
  const address = decodeURIComponent(page.url()).toLowerCase()
  for (const personal of [
    person.firstName,
    person.lastName,
    person.email,
    '555',
    'anxiety',
    'worry',
  ])
    expect(address).not.toContain(personal.toLowerCase())
  expect(new URL(page.url()).search).toBe('')
  await context.close()
})

test('Ben triages, sees who fits and books Tuesday 10:00 with Kim', async ({ browser }) => {
  const page = await office(browser, 'ben')
  const tuesday = await nextTuesday(page)
  await page.goto('/admin/inquiry-board')
  // A press while the page is still waking up may be lost.
  await expect(async () => {
    await page
      .getByRole('link', { name: new RegExp(whole) })
      .first()
      .click()
    await page.waitForURL(/open=/, { timeout: 10_000 })
  }).toPass()
  const panel = page.getByRole('article', { name: whole })
  await expect(panel).toBeVisible()
  const inquiry = new URL(page.url()).searchParams.get('open') ?? ''
  const before = await call(page, `/api/inquiries/${inquiry}?depth=0`)
  expect(before.body['status']).toBe('new')
  expect(before.body['patient'] ?? null, 'no chart before the intake is booked').toBeNull()
  expect(JSON.stringify(before.body)).toContain('google')
  await panel.getByRole('button', { name: 'Triage', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const answers: [RegExp, string][] = [
    [/How soon does this person/, 'Within two weeks'],
    [/Thoughts of suicide now/, 'None now'],
    [/Thoughts of killing/, 'None now'],
    [/suicide attempt in the last/, 'No'],
    [/Violence or threats/, 'No'],
    [/Hearing, seeing/, 'No'],
    [/keep the person from daily life/, 'Some things are left undone'],
    [/someone to turn to/, 'Yes, several people'],
    [/Alcohol or drugs/, 'No concern'],
    [/Anything medical/, 'Nothing'],
  ]
  for (const [question, answer] of answers)
    await dialog.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()
  await expect(dialog.getByText('As answered:')).toBeVisible()
  await story.shot(page, '04-triage')
  await dialog.getByRole('button', { name: 'Save triage' }).click()
  await expect(dialog).toBeHidden()
  const triaged = await call(page, `/api/inquiries/${inquiry}?depth=0`)
  expect(triaged.body['status']).toBe('triaged')
  expect(triaged.body['mustActToday'] ?? false).toBe(false)

  const fits = panel.getByRole('region', { name: 'Who fits' })
  const kim = fits.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Kim/ }) })
  await expect(kim).toContainText(/Aetna/)
  await expect(kim).toContainText(/Oregon|OR\b/)
  await expect(kim).toContainText('Works with Anxiety.')
  await expect(kim).toContainText('2 openings')
  await kim.scrollIntoViewIfNeeded()
  await story.shot(page, '05-who-fits')
  await kim.getByRole('button', { name: /Book intake/ }).click()
  const day = Number(tuesday.slice(8))
  const times = dialog
    .locator('.ops-slots__day')
    .filter({ hasText: new RegExp(`Tue[^\\d]*\\b${day}\\b`) })
  await times.getByLabel('10:00 AM').check()
  await dialog.getByLabel(/How did they find us/).selectOption({ index: 1 })
  await story.shot(page, '06-book-intake')
  await dialog.getByRole('button', { name: /^Book / }).click()
  await expect(page).toHaveURL(/show=booked/)
  await expect(page.getByText('The papers and the portal invitation went out.')).toBeVisible()
  await story.shot(page, '07-booked')
  const booked = await call(page, `/api/inquiries/${inquiry}?depth=0`)
  const patient = String(booked.body['patient'])
  const appointment = await findOne(page, 'appointments', `where[patient][equals]=${patient}`)
  expect(appointment['serviceDate']).toBe(tuesday)
  story.keep({ inquiry, patient, tuesday, appointment: appointment.id, email: person.email })
})

/** The patient's own browser, signed in again when the story is taken up later. */
const portal = async (browser: Browser): Promise<Page> => {
  const known = offices.get('patient')
  if (known) return known.pages()[0] ?? known.newPage()
  const context = await openBrowser(browser, strangers)
  offices.set('patient', context)
  const page = await context.newPage()
  if (!story.values['hasPassword']) return page
  await page.goto('/portal/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: /Hello/ })).toBeVisible()
  return page
}

test('Rosa finds the invitation in the outbox and the patient sets a password', async ({
  browser,
}) => {
  const rosa = await office(browser, 'rosa')
  await rosa.goto('/admin/collections/outbox')
  await expect(rosa.getByRole('heading', { name: /outbox/i }).first()).toBeVisible()
  await story.shot(rosa, '08-outbox')
  // The list names no recipient to click on: the mail is found through the API, then opened.
  const { body } = await call(rosa, '/api/outbox?limit=20&sort=-queuedAt&depth=0')
  const mails = body['docs'] as { id: string; to?: string; text?: string }[] // Payload's list
  const mail = mails.find(
    ({ to, text }) => to === person.email && text?.includes('/portal/welcome#'),
  )
  expect(mail, 'the invitation is in the outbox').toBeTruthy()
  await rosa.goto(`/admin/collections/outbox/${mail?.id}`)
  await expect(rosa.getByText(/portal\/welcome#/).first()).toBeVisible()
  await story.shot(rosa, '09-invitation')
  const link = new URL(/https?:\/\/\S+\/portal\/welcome#\S+/.exec(mail?.text ?? '')?.[0] ?? '')

  const page = await portal(browser)
  await page.goto(`${link.pathname}${link.hash}`)
  await expect(page).toHaveURL(/\/portal\/welcome$/)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { name: /Hello/ })).toBeVisible()
  await expect(page.getByText(/Kim/).first()).toBeVisible()
  await story.shot(page, '10-portal-home')
  story.keep({ hasPassword: 'yes' })
})

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

// PHQ-9 adds up to 16 with item 9 = 0, GAD-7 to 14. A last question, how hard it is, does not count.
const scored: Readonly<Record<string, readonly number[]>> = {
  PHQ: [2, 2, 2, 2, 2, 2, 2, 2, 0, 1],
  GAD: [2, 2, 2, 2, 2, 2, 2, 1],
}

type Fill = (page: Page, title: string) => Promise<void>

const fillPaper: Readonly<Record<string, Fill>> = {
  consent: async (page) => {
    await page.getByRole('checkbox').check()
    await page.getByLabel('Your full name').fill(whole)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
  },
  history: async (page) => {
    const lines = ['I worry about everything and sleep badly.', 'To sleep through the night.']
    const review = page.getByRole('heading', { name: 'Read it once more' })
    for (let part = 1; !(await review.isVisible()); part += 1) {
      await page.getByRole('textbox').fill(lines[part - 1] ?? 'Nothing to tell.')
      await page.getByRole('button', { name: 'Save and go on' }).click()
      await page.waitForURL(new RegExp(`step=${part + 1}$`))
      await expect(page.getByText(`Part ${part} of`).first()).toBeHidden()
    }
    await page.getByRole('button', { name: 'Send to my therapist' }).click()
  },
  questionnaire: async (page, title) => {
    const values = Object.entries(scored).find(([name]) => title.includes(name))?.[1] ?? []
    const review = page.getByRole('heading', { name: 'Check your answers' })
    for (let item = 1; !(await review.isVisible()); item += 1) {
      await page.locator(`input[type=radio][value="${values[item - 1]}"]`).check()
      await page.getByRole('button', { name: 'Next' }).click()
      await page.waitForURL(new RegExp(`step=${item + 1}$`))
      await expect(review.or(page.getByRole('radio', { checked: false }).first())).toBeVisible()
    }
    await page.getByRole('button', { name: 'Send my answers' }).click()
  },
  insurance: async (page) => {
    const file = { name: 'card.png', mimeType: 'image/png', buffer: pixel }
    await page.getByLabel('Front of the card').setInputFiles(file)
    await page.getByLabel('Insurance company').selectOption({ label: 'Aetna' })
    await page.getByLabel('Member ID').fill('W123456789')
    await page.getByRole('button', { name: 'Send my card' }).click()
  },
  'emergency-contact': async (page) => {
    await page.getByLabel('Their name').fill('Basil Abernathy')
    await page.getByLabel('Who they are to you').fill('Brother')
    await page.getByLabel('Their phone number').fill('503-555-0199')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  },
}

test('the patient does the papers in the portal', async ({ browser }) => {
  const page = await portal(browser)
  await page.goto('/portal/papers')
  const rows = page.locator('ol.list a.row, ul.list a.row').filter({ hasText: 'To do' })
  const total = await rows.count()
  expect(total).toBeGreaterThanOrEqual(7)
  await story.shot(page, '11-papers')
  for (let step = 0; step < total; step += 1) {
    await page.goto('/portal/papers')
    const next = page.getByRole('link', { name: /^(Start|Go on): / })
    const title = (await next.textContent()) ?? ''
    await next.click()
    await page.waitForURL(/papers\/(consent|questionnaire|history|insurance|emergency)/)
    const kind = /papers\/([a-z-]+)/.exec(page.url())?.[1] ?? ''
    const address = page.url().split('?')[0] ?? ''
    await story.shot(page, `12-${step + 1}-${kind}`)
    await fillPaper[kind]?.(page, title)
    await page.waitForURL((url) => !url.href.startsWith(address))
  }
  await page.goto('/portal/papers')
  await expect(page.getByText('Everything is done.')).toBeVisible()
  await story.shot(page, '13-papers-done')

  const ben = await office(browser, 'ben')
  const open = await call(
    ben,
    `/api/packet-items?where[patient][equals]=${story.values['patient']}&where[status][equals]=open&depth=0`,
  )
  expect(open.body['totalDocs']).toBe(0)
  const kim = await office(browser, 'kim')
  const scores = await call(
    kim,
    `/api/measure-responses?where[patient][equals]=${story.values['patient']}&depth=0`,
  )
  const totals = (scores.body['docs'] as { total?: number }[]).map(({ total }) => total) // Payload's list
  expect(totals.sort()).toEqual([14, 16])
})
