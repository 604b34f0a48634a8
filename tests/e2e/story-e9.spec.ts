import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { portalLogins } from '@/src/demo/seed/logins'
import { graveFindings } from './support/axe'
import { gatherPeople, openDialog } from './support/people'
import { call, demoPassword, findOne, openStory } from './support/story'

/**
 * Story E9 in a browser: a patient asks for records, a lawyer and a court write, a doctor gets a part,
 * a release ends, and everybody can see who got what. Played by clicking; what is asked through the
 * same-origin API only checks what the clicks did.
 */
test.describe.configure({ mode: 'serial' })

const story = openStory('e9')
const { office, pageOf } = gatherPeople()
const ana = portalLogins.sharing
const doctor = 'Dr Grace Lee'

/** Ana's phone. */
const portal = (browser: Browser): Promise<Page> =>
  pageOf(browser, {
    name: 'ana',
    options: { viewport: { width: 390, height: 844 } },
    signIn: async (page) => {
      await page.goto('/portal/sign-in')
      await page.getByLabel(/E-mail/).fill(ana.email)
      await page.getByLabel('Password', { exact: true }).fill(demoPassword)
      await page.getByRole('button', { name: /Sign in/ }).click()
      await expect(page.getByRole('heading', { name: /Hello/ })).toBeVisible()
    },
  })

/** Until React has the forms of a page of the portal: what is pressed before is lost. */
const awake = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('main form')].every((form) =>
      Object.keys(form).some((name) => name.startsWith('__reactProps')),
    ),
  )

const readsWell = async (page: Page): Promise<void> => {
  expect(await graveFindings(page), page.url()).toEqual([])
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: window.innerWidth,
  }))
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(room)
}

/** Ana's Sharing section in the office. */
const openSharing = async (page: Page): Promise<void> => {
  await page.goto(`/admin/patient/${story.values['patient']}?section=sharing`)
  await expect(page.getByRole('heading', { name: /What was shared/ })).toBeVisible()
}

const part = (page: Page, name: RegExp) => page.getByRole('region', { name })

/** What a button lets the browser save, as bytes. */
const saved = async (page: Page, button: ReturnType<Page['getByRole']>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(download.suggestedFilename()).toBe('records.pdf')
  return readFileSync(await download.path())
}

test('R62 R57 Ana asks for her records on her phone and sees by when she gets them', async ({
  browser,
}) => {
  const page = await portal(browser)
  await page.getByRole('link', { name: 'Sharing', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Sharing', exact: true })).toBeVisible()
  await readsWell(page)
  await story.shot(page, '01-sharing')
  await page.getByRole('link', { name: 'My own records' }).click()
  await expect(page.getByRole('heading', { name: 'Ask for a copy' })).toBeVisible()
  await readsWell(page)
  await awake(page)
  const parts = page.getByRole('group', { name: 'What do you want?' })
  await expect(parts.getByRole('checkbox')).toHaveCount(11)
  await expect(parts.getByRole('checkbox', { name: /psychotherapy/i })).toHaveCount(0)
  await parts.getByLabel('Treatment plans').check()
  await parts.getByLabel('Progress notes with their addenda').check()
  await page.getByLabel(/Anything else/).fill('For the new therapist in Eugene.')
  await story.shot(page, '02-ask')
  await page.getByRole('button', { name: 'Ask for my records' }).click()
  const asked = page.getByRole('listitem').filter({ hasText: 'A copy of treatment plans' })
  await expect(asked).toContainText('You get an answer by')
  await expect(asked).toContainText('30 days left.')
  await story.shot(page, '03-asked')
  const list = await call(page, '/portal/api/record-requests?sort=-receivedOn&depth=0&limit=1')
  const [request] = list.body['docs'] as { id: string; patient: string }[] // Payload's list
  story.keep({ request: String(request?.id), patient: String(request?.patient) })
})

test('R62 Sam finds it in the queue, chooses days and gives it; Ana downloads it once', async ({
  browser,
}) => {
  const sam = await office(browser, 'sam')
  await sam.goto('/admin/records-requests')
  const queue = part(sam, /^To be answered/)
  const row = queue.getByRole('listitem').filter({ hasText: ana.name })
  await expect(row).toContainText('30 days left')
  await expect(row).toContainText('Give the records, or deny them')
  await readsWell(sam)
  await story.shot(sam, '04-queue')
  const dialog = await openDialog(sam, row.getByRole('button', { name: /^Give records/ }))
  await expect(dialog.getByLabel('Treatment plans')).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: /psychotherapy/i })).toHaveCount(0)
  await dialog.getByLabel(/^Records from/).fill('2020-01-01')
  await story.shot(sam, '05-give')
  await dialog.getByRole('button', { name: 'Give records' }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toHaveCount(0)

  const page = await portal(browser)
  await page.goto('/portal/sharing/records')
  await awake(page)
  const bytes = await saved(page, page.getByRole('button', { name: 'Download the records' }))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByText(/You downloaded them on/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download the records' })).toHaveCount(0)
  await story.shot(page, '06-downloaded')
})

test('R62 R67 a lawyer writes without a release: Ben enters it, Sam refuses, the chart is on hold', async ({
  browser,
}) => {
  const ben = await office(browser, 'ben')
  await openSharing(ben)
  const enter = part(ben, /^Requests for records/).getByRole('button', { name: /^Enter a request/ })
  const dialog = await openDialog(ben, enter)
  await dialog.getByLabel(/^What is asked for/).selectOption({ label: 'A copy of the record' })
  await dialog.getByLabel(/^Who asks/).selectOption({ label: 'A lawyer' })
  await dialog.getByLabel('Name', { exact: true }).fill('Stone and Hart')
  await dialog.getByLabel(/^Address/).fill('12 Court Square, Portland, OR 97204')
  await dialog.getByLabel(/^How it came/).selectOption({ label: 'Letter' })
  const { body } = await call(ben, '/api/demo-clock')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: String(body['zone']) }).format(
    new Date(String(body['now'])),
  )
  story.keep({ today })
  await dialog.getByLabel(/^Received on/).fill(today)
  await story.shot(ben, '07-letter')
  await dialog.getByRole('button', { name: 'Enter a request' }).click()
  await expect(dialog).toBeHidden()
  await expect(ben.getByRole('button', { name: /^Refuse/ }), 'not for the front desk').toHaveCount(
    0,
  )

  const sam = await office(browser, 'sam')
  await sam.goto('/admin/records-requests')
  const row = sam.getByRole('listitem').filter({ hasText: 'Stone and Hart' })
  await expect(row).toContainText('Is a release signed by the patient with it?')
  const refuse = await openDialog(sam, row.getByRole('button', { name: /^Refuse/ }))
  await refuse.getByLabel(/^What the letter is about/).fill('A custody matter.')
  await story.shot(sam, '08-refuse')
  await refuse.getByRole('button', { name: /^Refuse/ }).click()
  await expect(refuse).toBeHidden()
  await expect(row.getByRole('link', { name: /^Letter to print/ })).toBeVisible()
  const path = await row.getByRole('link', { name: /^Letter to print/ }).getAttribute('href')
  expect((await call(sam, path ?? '')).status).toBe(200)
  await openSharing(sam)
  await expect(part(sam, /^Legal holds/)).toContainText('On hold')
  await expect(sam.getByText('Legal hold', { exact: true }).first()).toBeVisible()
  await readsWell(sam)
  await story.shot(sam, '09-on-hold')
})

test('R63 a court orders records: Sam verifies the paper, gives what it names and sends it', async ({
  browser,
}) => {
  const sam = await office(browser, 'sam')
  await openSharing(sam)
  const enter = part(sam, /^Requests for records/).getByRole('button', { name: /^Enter a request/ })
  const dialog = await openDialog(sam, enter)
  await dialog.getByLabel(/^What is asked for/).selectOption({ label: 'A copy of the record' })
  await dialog.getByLabel(/^Who asks/).selectOption({ label: 'A court or authority' })
  await dialog.getByLabel('Name', { exact: true }).fill('Multnomah County Circuit Court')
  await dialog.getByLabel(/^Address/).fill('1200 SW First Ave, Portland, OR 97204')
  await dialog.getByLabel(/^How it came/).selectOption({ label: 'Letter' })
  await dialog.getByLabel(/^Received on/).fill(story.values['today'] ?? '')
  await dialog.getByRole('button', { name: 'Enter a request' }).click()
  await expect(dialog).toBeHidden()

  const row = part(sam, /^Requests for records/)
    .getByRole('listitem')
    .filter({ hasText: 'Multnomah County' })
  const verify = await openDialog(sam, row.getByRole('button', { name: /^Verify/ }))
  await verify.getByLabel(/made sure who asks/).selectOption({ label: 'Original court paper seen' })
  await verify.getByRole('button', { name: 'Verify' }).click()
  await expect(row).toContainText('Read the order: give what it names')
  const give = await openDialog(sam, row.getByRole('button', { name: /^Give records/ }))
  await give.getByLabel('Dates and kinds of visits').check()
  await give.getByLabel(/^Form/).selectOption({ label: 'PDF, to read and print' })
  await give.getByLabel('How', { exact: true }).selectOption({ label: 'Secure mail, by hand' })
  await give.getByLabel(/^On what ground/).selectOption({ label: 'Court order' })
  await give.getByRole('button', { name: 'Give records' }).click()
  await expect(give).toContainText('Write in a sentence what it is for')
  await story.shot(sam, '10-order-refused')
  await give.getByLabel(/^What it is for/).fill('Order of the court in a custody case.')
  await give.getByRole('button', { name: 'Give records' }).click()
  await expect(give).toBeHidden()

  const sending = part(sam, /^What was shared/)
    .getByRole('listitem')
    .filter({ hasText: 'Multnomah County' })
  const bytes = await saved(sam, sending.getByRole('button', { name: /^Take the file/ }))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const mark = await openDialog(sam, sending.getByRole('button', { name: /^Mark as sent/ }))
  await mark.getByLabel(/made sure who it is/).selectOption({ label: 'Original court paper seen' })
  await mark.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(sending).toContainText('In the list the patient may ask for')
  await expect(sending).toContainText(/Sent \w+/)
  await story.shot(sam, '11-order-sent')
})

/** "Send records" on the doctor's release, by fax. */
const sendToDoctor = async (page: Page, isPart2: boolean) => {
  const release = part(page, /^Releases in force/)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Send records to ${doctor}` }) })
  const dialog = await openDialog(page, release.getByRole('button', { name: /^Send records/ }))
  await dialog.getByLabel('Progress notes with their addenda').setChecked(isPart2)
  await dialog.getByLabel('Diagnoses').uncheck()
  await dialog.getByLabel('How', { exact: true }).selectOption({ label: 'Fax, by hand' })
  if (isPart2) await dialog.getByLabel('Part 2 records too').check()
  await dialog.getByRole('button', { name: 'Export or send records' }).click()
  return dialog
}

const waitingFor = (page: Page) =>
  part(page, /^What was shared/)
    .getByRole('listitem')
    .filter({ hasText: doctor })
    .filter({ hasText: 'Waits to be sent' })

const takeAndMark = async (page: Page): Promise<void> => {
  const row = waitingFor(page)
  const bytes = await saved(page, row.getByRole('button', { name: /^Take the file/ }))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const mark = await openDialog(page, row.getByRole('button', { name: /^Mark as sent/ }))
  await mark
    .getByLabel(/made sure who it is/)
    .selectOption({ label: 'Called back on a number we found ourselves' })
  await mark.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(mark).toBeHidden()
  await expect(row).toHaveCount(0)
}

test('R33 R64 Kim sends the plan to the doctor; the Part 2 part waits for a consent of its own', async ({
  browser,
}) => {
  const kim = await office(browser, 'kim')
  await openSharing(kim)
  const sent = await sendToDoctor(kim, false)
  await expect(sent).toBeHidden()
  await expect(waitingFor(kim)).toBeVisible()
  await takeAndMark(kim)
  await story.shot(kim, '12-plan-sent')

  const blocked = await sendToDoctor(kim, true)
  await expect(blocked).toContainText(`No Part 2 consent of the patient covers this for ${doctor}`)
  await story.shot(kim, '13-part2-blocked')
  await blocked.getByRole('button', { name: 'Go back' }).click()
  const dialog = await openDialog(
    kim,
    part(kim, /^Releases in force/).getByRole('button', { name: /^New release/ }),
  )
  await dialog
    .getByLabel('Form', { exact: true })
    .selectOption({ label: 'Consent for substance use records (42 CFR part 2)' })
  await dialog
    .getByLabel(/^Kind of recipient/)
    .selectOption({ label: 'Doctor, hospital or another provider' })
  await dialog.getByLabel('Recipient', { exact: true }).fill(doctor)
  await dialog.getByLabel(/^What for/).selectOption({ label: 'Care by somebody else' })
  await dialog.getByLabel('Progress notes with their addenda').check()
  await dialog.getByLabel('Treatment plans').check()
  const year = Number(story.values['today']?.slice(0, 4)) + 1
  await dialog.getByLabel(/^Until/).fill(`${year}-06-30`)
  await dialog.getByRole('button', { name: 'New release' }).click()
  await expect(dialog).toBeHidden()
  await expect(part(kim, /^Releases in force/)).toContainText('Waits for the signature')

  const page = await portal(browser)
  await page.goto('/portal')
  await page.getByRole('link', { name: /Read and sign: sharing your records/ }).click()
  await expect(page.getByRole('heading', { name: /substance use records/ })).toBeVisible()
  await readsWell(page)
  await awake(page)
  await page.getByLabel('I have read this and I agree.').check()
  await page.getByLabel('Your full name').fill(ana.name)
  await story.shot(page, '14-part2-sign')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page).toHaveURL(/\/portal\/sharing$/)

  await openSharing(kim)
  const allowed = await sendToDoctor(kim, true)
  await expect(allowed).toBeHidden()
  await expect(waitingFor(kim)).toContainText('the notice and a copy of the consent')
  await takeAndMark(kim)
  await story.shot(kim, '15-part2-sent')
})

test('R65 Ana allows somebody herself and takes the doctor’s release back: the waiting fax is stopped', async ({
  browser,
}) => {
  const kim = await office(browser, 'kim')
  await openSharing(kim)
  await expect(await sendToDoctor(kim, false)).toBeHidden()
  await expect(waitingFor(kim)).toBeVisible()

  const page = await portal(browser)
  await page.goto('/portal/sharing')
  await page.getByRole('link', { name: 'Allow somebody' }).click()
  await expect(page.getByRole('heading', { name: /Allow somebody/ })).toBeVisible()
  await readsWell(page)
  await awake(page)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.locator('.summary')).toContainText('Tick at least one part of your record.')
  await page.getByLabel('Who may get them?').fill('Lane Community College')
  await page.getByLabel('What kind of person or place is it?').selectOption({ label: 'School' })
  await page.getByLabel('Dates and kinds of visits').check()
  await page.getByLabel('What is it for?').selectOption({ label: 'School' })
  const year = Number(story.values['today']?.slice(0, 4)) + 1
  await page.getByLabel('Until which day?').fill(`${year}-01-31`)
  await page.getByLabel('I have read this and I agree.').check()
  await page.getByLabel('Your full name').fill(ana.name)
  await story.shot(page, '16-allow')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page).toHaveURL(/\/portal\/sharing$/)
  await expect(page.getByRole('link', { name: /Lane Community College/ })).toContainText('In force')
  expect(page.url(), 'nothing personal in the address').not.toContain('?')

  const plain = page.getByRole('link', { name: new RegExp(`${doctor}.*In force`) })
  await plain.filter({ hasText: 'diagnoses' }).click()
  await page.getByText('Take this back', { exact: true }).click()
  await awake(page)
  await story.shot(page, '17-take-back')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText(/Nothing is shared under it any more/)).toBeVisible()

  await openSharing(kim)
  const stopped = part(kim, /^What was shared/)
    .getByRole('listitem')
    .filter({ hasText: 'was taken back on' })
  await expect(stopped).toContainText('Not sent')
  await expect(stopped).toContainText('File: destroyed unsent')
  await expect(waitingFor(kim)).toHaveCount(0)
  await expect(part(kim, /^Outside caregivers/)).toContainText('Ended')
  await story.shot(kim, '18-fax-stopped')
})

test('R63 Ana sees who saw her record and who received it; treatment and payment are not listed', async ({
  browser,
}) => {
  const page = await portal(browser)
  await page.goto('/portal/sharing')
  await page.getByRole('link', { name: 'Who saw my record' }).click()
  await expect(page.getByRole('heading', { name: 'Who saw my record' })).toBeVisible()
  const seen = page.getByRole('main').getByRole('listitem')
  await expect(seen.filter({ hasText: 'Clinician' }).first()).toContainText('Looked at')
  const byCompliance = seen.filter({ hasText: 'Compliance' })
  // Pages of the list are as long as what was opened; Sam's accesses stand on one of the next.
  await expect(async () => {
    if (!(await byCompliance.count())) await page.getByRole('link', { name: 'Earlier' }).click()
    await expect(byCompliance.first()).toBeVisible({ timeout: 10_000 })
  }).toPass()
  await story.shot(page, '19-who-saw')
  await page.goto('/portal/sharing/received')
  await readsWell(page)
  await expect(page.getByRole('region', { name: /With a release/ })).toContainText(doctor)
  await expect(page.getByRole('region', { name: /as the law allows/ })).toContainText(
    'Multnomah County Circuit Court',
  )
  await expect(page.getByRole('region', { name: /substance use/ })).toContainText(doctor)
  await expect(page.getByText('Stone and Hart'), 'nothing went there').toHaveCount(0)
  await story.shot(page, '20-received')
  const pdf = await page.getByRole('link', { name: 'Open as PDF' }).getAttribute('href')
  expect((await call(page, pdf ?? '')).status).toBe(200)
  const sam = await office(browser, 'sam')
  await openSharing(sam)
  const report = await sam.getByRole('link', { name: 'Accounting as PDF' }).getAttribute('href')
  expect((await call(sam, report ?? '')).status).toBe(200)
})

test('R106 the owner opens the chart in an emergency for an hour; Sam reviews it; Ana sees it', async ({
  browser,
}) => {
  const rosa = await office(browser, 'rosa')
  await rosa.goto(`/admin/patient/${story.values['patient']}`)
  const start = await openDialog(rosa, rosa.getByRole('button', { name: 'Emergency access' }))
  await start.getByLabel(/^Kind of emergency/).selectOption({ index: 1 })
  await start
    .getByLabel(/^Why you need this chart now/)
    .fill('Her brother called: she does not answer, and Kim cannot be reached.')
  await start.getByRole('button', { name: 'Open chart in an emergency' }).click()
  const banner = rosa.getByRole('region', { name: 'Emergency access' })
  await expect(banner).toContainText(ana.name)
  await rosa.goto(`/admin/patient/${story.values['patient']}?section=plan`)
  await expect(banner).toBeVisible()
  await story.shot(rosa, '21-emergency')
  await banner.getByRole('button', { name: /^End now/ }).click()
  await expect(banner).toBeHidden()

  const sam = await office(browser, 'sam')
  await sam.goto('/admin/emergency-access')
  const queue = part(sam, /^To be reviewed/)
  const review = await openDialog(sam, queue.getByRole('button', { name: /^Review.*Ana/ }))
  await review.getByLabel(/^Result/).selectOption({ index: 1 })
  await review.getByLabel(/^Finding/).fill('The call of the brother is on file.')
  await story.shot(sam, '22-review')
  await review.getByRole('button', { name: 'Review', exact: true }).click()
  await expect(review).toBeHidden()
  const grant = await findOne(
    sam,
    'break-glass-grants',
    `where[patient][equals]=${story.values['patient']}`,
  )
  expect(grant['status']).toBe('reviewed')

  const page = await portal(browser)
  await page.goto('/portal/who-saw')
  await expect(page.getByText('Opened your record by emergency access').first()).toBeVisible()
  await story.shot(page, '23-seen')
})

test('R108 Sam finds last week’s emergency in the weekly list, and closes it with what was found', async ({
  browser,
}) => {
  const sam = await office(browser, 'sam')
  await sam.goto('/admin/access-log')
  const weeks = part(sam, /^Viewed, not assigned/)
  const opened = weeks.getByRole('row', { name: /^Rosa/ })
  await expect(opened).toContainText('Emergency access')
  await story.shot(sam, '24-viewed')
  const close = await openDialog(sam, weeks.getByRole('button', { name: /^Close review/ }))
  await close.getByLabel(/^Result/).selectOption({ index: 1 })
  await close.getByLabel(/^Finding/).fill('Asked Rosa: it was the call that Sam had looked into.')
  await close.getByRole('button', { name: 'Close review', exact: true }).click()
  await expect(close).toBeHidden()
  await expect(weeks).toContainText('No week waits.')
  await story.shot(sam, '25-closed')
})
