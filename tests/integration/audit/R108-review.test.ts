import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { reviewAccesses } from '@/src/jobs/reviewAccesses'
import { clock } from '@/src/lib/clock'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { assign, insert, makePatient, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let kim: Person
let imani: Person
let ben: Person
let sam: Person
let sol: Person
let rosa: Person
let ana: string
const realWall = clock.wall
const week = 7 * 86_400_000

const nextWeek = async (work: () => Promise<unknown>, weeks = 1): Promise<void> => {
  clock.wall = () => new Date(realWall().getTime() + weeks * week)
  try {
    await work()
  } finally {
    clock.wall = realWall
  }
}

const rowsOf = async (collection: string, where = {}): Promise<StoredRow[]> =>
  (await app.payload.db.find<StoredRow>({ collection, where, limit: 0, pagination: false })).docs

const finding = 'Asked Imani: she looked after a complaint of the patient, with the owner’s word.'

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  imani = await makeStaff(app, 'Imani', ['director'])
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
  // Also treats patients, and looked at a chart that was not theirs.
  sol = await makeStaff(app, 'Sol', ['compliance', 'director'])
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  ana = await makePatient(app, 'Ana', 'Silva')
  await assign(app, kim.id, ana)
  const plan = await insert(app, 'treatment-plans', {
    patient: ana,
    planKey: 'p1',
    version: 1,
    status: 'active',
    isShared: false,
  })
  for (const person of [kim, imani, imani, sol])
    expect((await person.client.get(`/api/treatment-plans/${plan}`)).status).toBe(200)
  await ben.client.get(`/api/patients/${ana}`)
})

afterAll(() => app.stop())

describe('R108 the weekly review of charts viewed without an assignment', () => {
  it('lists who opened which chart once, and gives compliance a task', async () => {
    await nextWeek(async () => {
      expect(await reviewAccesses(app.payload)).toBe('2 charts to review')
      await reviewAccesses(app.payload)
    })
    const reviews = await sam.client.get('/api/access-reviews')
    expect(reviews.body.docs).toHaveLength(1)
    expect(reviews.body.docs[0]).toMatchObject({ status: 'open', lineCount: 2 })
    const lines = await sam.client.get('/api/access-review-lines?sort=firstAt')
    expect(
      lines.body.docs.map(({ staff, times, areas }: StoredRow) => [staff, times, areas]),
    ).toEqual([
      [imani.id, 2, 'treatment plans'],
      [sol.id, 1, 'treatment plans'],
    ])
    const tasks = await rowsOf('tasks', { kind: { equals: 'access-review' } })
    expect(tasks).toHaveLength(1)
    expect(tasks[0]).toMatchObject({ assignedRole: 'compliance', status: 'open' })
    expect(tasks[0]?.['title']).toContain('2 charts')
  })

  it('makes an empty week a closed review without a task', async () => {
    await nextWeek(() => reviewAccesses(app.payload), 4)
    const reviews = await rowsOf('access-reviews', { outcome: { equals: 'nothing' } })
    expect(reviews).toMatchObject([{ status: 'closed', lineCount: 0 }])
    expect(await rowsOf('tasks', { kind: { equals: 'access-review' } })).toHaveLength(1)
  })

  it('is closed by compliance with a finding, by nobody else and not by those it lists', async () => {
    const [review] = await rowsOf('access-reviews', { status: { equals: 'open' } })
    const close = `/api/access-reviews/${review?.id}/close`
    const good = { outcome: 'appropriate', finding }
    expect((await rosa.client.post(close, good)).status).toBe(403)
    for (const { client } of [kim, ben, imani])
      expect([403, 404]).toContain((await client.post(close, good)).status)
    const own = await sol.client.post(close, good)
    expect(own.status).toBe(422)
    expect(own.body.errors[0]).toMatchObject({ rule: 'R108' })
    expect(own.body.errors[0].message).toContain('yourself')
    expect((await sam.client.post(close, { outcome: 'appropriate' })).status).toBe(400)
    const thin = await sam.client.post(close, { outcome: 'followUp', finding: 'Odd.' })
    expect(thin.status).toBe(422)
    expect(thin.body.errors[0].rule).toBe('R108')
    expect((await rowsOf('access-reviews', { status: { equals: 'open' } })).length).toBe(1)
    // No other door changes it.
    await sam.client.patch(`/api/access-reviews/${review?.id}`, { status: 'closed' })
    await sam.client.patch(`/api/access-reviews?where[id][equals]=${review?.id}`, {
      status: 'closed',
    })
    await sam.client.graphql(
      `mutation { updateAccessReview(id: "${review?.id}", data: { status: closed }) { id } }`,
    )
    expect((await rowsOf('access-reviews', { status: { equals: 'open' } })).length).toBe(1)
  })

  it('closes once, of five who press at once, with the task, after a crash in between', async () => {
    const [review] = await rowsOf('access-reviews', { status: { equals: 'open' } })
    const close = `/api/access-reviews/${review?.id}/close`
    const headers = { 'idempotency-key': 'review-1' }
    armFault('access-reviews.close:after-commit')
    expect(
      (await sam.client.post(close, { outcome: 'appropriate', finding }, headers)).status,
    ).toBeGreaterThanOrEqual(500)
    armFault(null)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() =>
        sam.client.post(close, { outcome: 'appropriate', finding }, headers),
      ),
    )
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect([200, 409]).toEqual(expect.arrayContaining([...new Set(answers.map((a) => a.status))]))
    const shown = await sam.client.get(`/api/access-reviews/${review?.id}`)
    expect(shown.body).toMatchObject({ status: 'closed', outcome: 'appropriate', finding })
    expect(shown.body.closedBy).toBe(sam.id)
    const [stored] = await rowsOf('access-reviews', { id: { equals: review?.id } })
    expect(JSON.stringify(stored)).not.toContain('complaint')
    expect(await rowsOf('tasks', { kind: { equals: 'access-review' } })).toMatchObject([
      { status: 'done' },
    ])
    expect((await sam.client.post(close, { outcome: 'appropriate', finding })).status).toBe(409)
  })
})
