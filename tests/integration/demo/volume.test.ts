import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SeedRefusal } from '@/src/demo/seed/seedDemo'
import { seedVolume } from '@/src/demo/volume/seedVolume'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, signIn, testPasswordHash } from '@/tests/support/client'
import { rowsOf } from '@/tests/support/practice'
import { countQuestions, makeMore, screensOf } from './firstPages'

// What runs in the browser brings style sheets, which nothing here can load.
vi.mock('@payloadcms/ui', () => ({ toast: {} }))

let app: TestApp
const said: string[] = []
const now = new Date('2026-04-14T18:00:00.000Z')
const volume = (patients: number) =>
  seedVolume(app.payload, { patients, now, say: (line) => said.push(line) })

const signInAs = async (where: Record<string, unknown>): Promise<Client> => {
  const [person] = await rowsOf(app, 'staff', where)
  const data = { passwordHash: testPasswordHash() }
  await app.payload.db.updateOne({ collection: 'staff', id: person?.id ?? '', data })
  return signIn(app, String(person?.['email']))
}

beforeAll(async () => {
  app = await bootApp({ isLarge: true })
  await volume(120)
}, 300_000)

afterAll(async () => {
  clock.reset()
  await app.stop()
})

describe('the volume seed', () => {
  it('makes as many people as were asked for and says how far it is', async () => {
    expect((await rowsOf(app, 'patients', {})).length).toBe(120)
    expect(said.at(-1)).toMatch(/^120 of 120 patients, [\d,]+ records/)
  })

  it('keeps texts encrypted and readable for the care team alone', async () => {
    const [note] = await rowsOf(app, 'progress-notes', {})
    expect(String(note?.['sealed'])).toMatch(/^enc:v1:/)
    const own = await signInAs({ id: note?.['author'] })
    const mine = await rowsOf(app, 'care-team-assignments', { staff: note?.['author'] })
    const inCare = mine.find(({ endsOn }) => !endsOn)
    const { body } = await own.get(
      `/api/progress-notes?where[patient][equals]=${inCare?.['patient']}&depth=0`,
    )
    expect(body.docs.length).toBeGreaterThan(0)
    expect(body.docs[0].reported).toMatch(/\w+ \w+/)
  })

  it('is found by the search', async () => {
    const [somebody] = await rowsOf(app, 'patients', {})
    const ben = await signInAs({ email: 'ben@harbour.example' })
    const { body } = await ben.post('/api/search', { query: somebody?.['displayName'] })
    expect(body.people.map(({ id }: { id: string }) => id)).toContain(somebody?.['id'])
  })

  it('balances: postings sum to zero and the ledger says the same', async () => {
    const entries = await rowsOf(app, 'ledger-entries', {})
    const postings = await rowsOf(app, 'postings', {})
    expect(postings.length).toBeGreaterThan(300)
    const sums = new Map<string, number>()
    for (const row of entries) {
      const key = String(row['posting'])
      sums.set(key, (sums.get(key) ?? 0) + Number(row['amountCents']))
    }
    expect(sums.size).toBe(postings.length)
    expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
  })

  it('books the next week of those in care without two in one place', async () => {
    const booked = await rowsOf(app, 'appointments', { status: 'booked' })
    const places = booked.map(({ clinician, startsAt }) => `${clinician} ${startsAt}`)
    expect(places.length).toBeGreaterThan(5)
    expect(new Set(places).size).toBe(places.length)
    const held = await rowsOf(app, 'slot-holds', {})
    expect(held.length).toBe(booked.length * 20)
  })

  it('is read by as many questions however many people there are: homes, chart and portal', async () => {
    const booked = await rowsOf(app, 'appointments', { status: 'booked' })
    const [visit] = booked
    clock.freeze(new Date(String(visit?.['startsAt'])))
    const patient = String(visit?.['patient'])
    const account = await app.payload.db.create({
      collection: 'portal-users',
      data: { email: 'portal@example.com', patient, isActive: true },
    })
    const screens = await screensOf(app, {
      patient,
      clinician: String(visit?.['clinician']),
      account: String(account.id),
    })
    const before = await countQuestions(app, screens)
    expect([...before.values()].every((count) => count > 5)).toBe(true)
    await makeMore(app, 2)
    expect((await rowsOf(app, 'patients', {})).length).toBe(360)
    expect(await countQuestions(app, screens)).toEqual(before)
  })

  it('leaves a database alone that holds something', async () => {
    await expect(volume(3)).rejects.toThrow(SeedRefusal)
  })
})
