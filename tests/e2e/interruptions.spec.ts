import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { addDays } from '@/src/domain/calendarDate'
import { instantOf, serviceDateOf, wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import { call, demoPassword, findOne, openBrowser, signInStaff } from './support/story'

/** What comes between a person and their work: a lost connection, a colleague, a session that ends. */
test.describe.configure({ mode: 'serial' })

const strangers: string[] = []
const contexts: BrowserContext[] = []

test.afterAll(async () => {
  for (const context of contexts) await context.close()
})

let writing: { page: Page; box: Locator; kept: () => Promise<string> }

test('a note that loses its connection keeps every word and saves itself afterwards', async ({
  browser,
}) => {
  const context = await openBrowser(browser, strangers)
  contexts.push(context)
  const page = await context.newPage()
  await signInStaff(page, 'theo@harbour.example')
  const patient = await findOne(page, 'patients', 'sort=displayName')
  const made = await call(page, '/api/progress-notes', {
    method: 'POST',
    body: { kind: 'contact', patient: patient.id, contactKind: 'phone' },
  })
  const { id } = made.body['doc'] as { id: string } // Payload's answer to a create
  await page.goto(`/admin/note/${id}`)
  const box = page.locator('textarea').first()
  const field = ((await box.getAttribute('id')) ?? '').replace('part-', '')
  const kept = async (): Promise<string> =>
    String((await call(page, `/api/progress-notes/${id}?depth=0`)).body[field])
  writing = { page, box, kept }
  await box.pressSequentially('First line.')
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()

  await context.setOffline(true)
  await box.pressSequentially(' Without a connection.')
  await expect(page.getByText('No connection. What you typed is kept in this tab')).toBeVisible()
  await page.screenshot({ path: 'artifacts/interruptions/note-offline.png' })
  await box.pressSequentially(' And one more.')
  await context.setOffline(false)
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()
  await expect(page.getByText('No connection. What you typed is kept in this tab')).toBeHidden()
  await expect.poll(kept).toBe('First line. Without a connection. And one more.')
})

test('an answer that gets lost on its way is no quarrel with oneself', async () => {
  const { page, box, kept } = writing
  await page.route(
    /\/api\/progress-notes\/[\w-]+$/,
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await box.pressSequentially(' Arrived.')
  await expect(page.getByText('No connection. What you typed is kept in this tab')).toBeVisible()
  await expect(page.getByText(/^Saved as a draft at/)).toBeVisible()
  await expect(page.getByText(/Somebody else saved/)).toBeHidden()
  expect(await kept()).toMatch(/one more\. Arrived\.$/)
})

test('a session that ends in the middle of a note is renewed over it, and nothing is lost', async () => {
  const { page, box, kept } = writing
  await call(page, '/api/auth/staff/logout', { method: 'POST', body: {} })
  await box.pressSequentially(' Signed out.')
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' })
  await dialog.getByLabel('Your password').fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in and go on' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(kept).toMatch(/Arrived\. Signed out\.$/)
})

const minutes = 50
const practiceZone = 'America/Los_Angeles'

type Slot = { start: string; location: string }
type Movable = { id: string; day: string; patient: string; free: [string, string] }

const later = (instant: string, hours: number): string => {
  const halfHour = 30 * 60_000
  const at = Date.parse(instant) + hours * 60 * 60_000
  return new Date(Math.ceil(at / halfHour) * halfHour).toISOString()
}

type Seen = { patient: string; clinician: string; serviceDate: string }

/** Somebody in care, and the first of a row of free times that their clinician has on one day. */
const findFree = async (page: Page): Promise<Seen & { slot: Slot }> => {
  const { body } = await call(
    page,
    '/api/appointments?where[status][equals]=completed&where[kind][equals]=individual&sort=-startsAt&limit=60&depth=0',
  )
  const visits = body['docs'] as Seen[] // Payload's list
  const seen = [...new Map(visits.map((visit) => [visit.clinician, visit])).values()]
  const dayOf = ({ start }: Slot): string => start.slice(0, 10)
  for (const visit of seen) {
    const from = addDays(visit.serviceDate, 28)
    const asked = `clinician=${visit.clinician}&from=${from}&to=${addDays(from, 20)}&minutes=${minutes}`
    const answer = await call(page, `/api/appointments/free-slots?${asked}`)
    const slots = answer.body['slots'] as Slot[] // the endpoint's answer
    const sameDay = (slot: Slot) => slots.filter((each) => dayOf(each) === dayOf(slot))
    const slot = slots.find((each) => sameDay(each).length > 3)
    if (slot) return { ...visit, slot }
  }
  throw new Error('No clinician has half a day free.')
}

/** A visit that can be moved within its day. */
const bookMovable = async (page: Page): Promise<Movable> => {
  const { patient, clinician, slot } = await findFree(page)
  const { start, location } = slot
  const body = {
    patient,
    clinician,
    startsAt: start,
    minutes,
    location,
    kind: 'individual',
    format: 'video',
  }
  const booked = await call(page, '/api/appointments/book', { method: 'POST', body })
  expect(booked.status, JSON.stringify(booked.body)).toBe(201)
  const id = String(booked.body['id'])
  const { serviceDate } = await findOne(page, 'appointments', `where[id][equals]=${id}`)
  return {
    id,
    day: String(serviceDate),
    patient,
    free: [later(start, 1), later(start, 2)],
  }
}

const timeIn = (instant: string): string =>
  new Date(instant).toLocaleTimeString('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: practiceZone,
  })

test('of two people who drag the same visit one moves it, and the other sees where it went', async ({
  browser,
}) => {
  const open = async (name: string): Promise<Page> => {
    const context = await openBrowser(browser, strangers)
    contexts.push(context)
    const page = await context.newPage()
    await signInStaff(page, `${name}@harbour.example`)
    return page
  }
  const ben = await open('ben')
  const imani = await open('imani')
  const { id, day, patient: whom, free } = await bookMovable(ben)
  const patient = await findOne(ben, 'patients', `where[id][equals]=${whom}`)
  const name = String(patient['displayName'])
  const eventOn = (page: Page) => page.locator('.ops-day .ops-event').filter({ hasText: name })
  const drag = async (page: Page, to: string): Promise<void> => {
    await page.goto(`/admin/calendar?date=${day}`)
    const column = page.locator('.ops-day__column').filter({ hasText: name })
    const place = column.getByRole('button', { name: `Book ${timeIn(to)} with` })
    // A drag before the page is awake is none.
    await expect(async () => {
      await eventOn(page).dragTo(place, { timeout: 5_000 })
      await expect(page.getByRole('dialog')).toContainText(name, { timeout: 2_000 })
    }).toPass()
  }
  const move = (page: Page) =>
    page.getByRole('dialog').getByRole('button', { name: /^Move/ }).click()
  await drag(ben, free[0])
  await drag(imani, free[1])
  await move(ben)
  const standsAt = async (): Promise<number> =>
    Date.parse(String((await call(ben, `/api/appointments/${id}?depth=0`)).body['startsAt']))
  await expect.poll(standsAt).toBe(Date.parse(free[0]))
  await move(imani)
  await expect(imani.getByRole('dialog')).toContainText('This record changed since you opened it')
  await imani.screenshot({ path: 'artifacts/interruptions/dragged-by-two.png' })
  await imani.getByRole('button', { name: 'Go back' }).click()
  await expect(eventOn(imani)).toContainText(timeIn(free[0]))
  expect(await standsAt()).toBe(Date.parse(free[0]))
})

const week = 7

/** When the visits of the series of `id` that still stand begin, the first one first. */
const standing = async (page: Page, id: string): Promise<string[]> => {
  const { seriesKey } = await findOne(page, 'appointments', `where[id][equals]=${id}`)
  const query = `where[seriesKey][equals]=${seriesKey}&where[status][equals]=booked&sort=startsAt&limit=20&depth=0`
  const { body } = await call(page, `/api/appointments?${query}`)
  return (body['docs'] as { startsAt: string }[]).map(({ startsAt }) => startsAt) // Payload's list
}

test('a weekly series: a taken week is said once, one visit moves alone, the rest moves and ends together', async ({
  browser,
}) => {
  const context = await openBrowser(browser, strangers)
  contexts.push(context)
  const ben = await context.newPage()
  await signInStaff(ben, 'ben@harbour.example')
  const { id, day, patient: whom, free } = await bookMovable(ben)
  const first = await findOne(ben, 'appointments', `where[id][equals]=${id}`)
  const name = String((await findOne(ben, 'patients', `where[id][equals]=${whom}`))['displayName'])
  const dayAfter = (weeks: number): string => addDays(day, weeks * week)
  // Somebody else has the same hour of the second week.
  const seen = await findOne(
    ben,
    'appointments',
    `where[clinician][equals]=${first['clinician']}&where[patient][not_equals]=${whom}&where[status][equals]=completed&sort=-startsAt`,
  )
  const wall = (instant: string): string => wallTimeOf({ instant, zone: practiceZone })
  const at = (weeks: number, time: string): string =>
    instantOf({ date: dayAfter(weeks), time, zone: practiceZone })
  const time = wall(String(first['startsAt']))
  const nextHour = wall(free[0])
  const { clinician, location, format } = first
  const taken = await call(ben, '/api/appointments/book', {
    method: 'POST',
    body: {
      patient: seen['patient'],
      clinician,
      location,
      format,
      startsAt: at(2, time),
      minutes,
      kind: 'individual',
    },
  })
  expect(taken.status, JSON.stringify(taken.body)).toBe(201)
  const dialog = ben.getByRole('dialog')
  const open = async (startsAt: string, button: string): Promise<void> => {
    await ben.goto(
      `/admin/calendar?date=${serviceDateOf({ instant: startsAt, zone: practiceZone })}`,
    )
    const event = ben.locator('.ops-day .ops-event').filter({ hasText: name })
    await expect(async () => {
      await event.filter({ hasText: timeIn(startsAt) }).click({ timeout: 5_000 })
      await expect(dialog).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await dialog.getByRole('button', { name: button, exact: true }).click()
  }

  await open(at(0, time), 'Repeat weekly')
  await dialog.getByLabel('How many more').fill('4')
  await dialog.getByRole('button', { name: 'Book 4' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    '3 booked. 1 could not be done; the list says why.',
  )
  const refused = dialog.getByRole('listitem').filter({ hasText: 'The clinician is booked' })
  await expect(refused).toHaveCount(1)
  expect((await refused.textContent())?.match(/Choose another time/g)).toHaveLength(1)
  await ben.screenshot({ path: 'artifacts/interruptions/series-booked.png' })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const stands = () => standing(ben, id)
  await expect.poll(stands).toEqual([at(0, time), at(1, time), at(3, time), at(4, time)])

  await open(at(1, time), 'Move appointment')
  await dialog.getByLabel('Time').fill(nextHour)
  await dialog.getByRole('button', { name: 'Move appointment' }).last().click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(stands).toEqual([at(0, time), at(1, nextHour), at(3, time), at(4, time)])

  await open(at(3, time), 'Move this and following')
  await dialog.getByLabel('Time').fill(nextHour)
  await dialog.getByRole('button', { name: 'Move 2' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 moved.')
  await expect(dialog.getByRole('button', { name: /^Move/ })).toHaveCount(0)
  await ben.screenshot({ path: 'artifacts/interruptions/series-moved.png' })
  expect(await stands()).toEqual([at(0, time), at(1, nextHour), at(3, nextHour), at(4, nextHour)])

  await open(at(1, nextHour), 'Cancel this and following')
  await dialog.getByRole('button', { name: 'Cancel 3' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 canceled.')
  await ben.screenshot({ path: 'artifacts/interruptions/series-ended.png' })
  expect(await stands()).toEqual([at(0, time)])
})

test('Ben is offered the next free times of a clinician, and one of them is filled in', async () => {
  const ben = contexts.at(-1)?.pages()[0]
  if (!ben) throw new Error('Ben is not signed in.')
  const { clinician, slot } = await findFree(ben)
  const day = serviceDateOf({ instant: slot.start, zone: practiceZone })
  await ben.goto(`/admin/calendar?date=${day}`)
  const dialog = ben.getByRole('dialog')
  await expect(async () => {
    await ben.getByRole('button', { name: 'Book', exact: true }).click({ timeout: 5_000 })
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await dialog.getByRole('combobox', { name: /^Clinician/ }).selectOption(clinician)
  await dialog.getByLabel(/^Starts/).fill(day)
  await dialog.getByLabel('Time').fill('06:00')
  await dialog.getByRole('button', { name: 'Next free times' }).click()
  await dialog
    .getByRole('button', { name: timeIn(slot.start) })
    .first()
    .click()
  await expect(dialog.getByLabel('Time')).toHaveValue(
    wallTimeOf({ instant: slot.start, zone: practiceZone }),
  )
  await ben.screenshot({ path: 'artifacts/interruptions/next-free.png' })
})
