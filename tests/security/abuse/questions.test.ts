import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addProgressNote,
  addPsychotherapyNote,
  type Cast,
  makeCast,
  secretWord,
} from '@/tests/support/cast'
import { type Client, clientOf, testPassword } from '@/tests/support/client'
import { insert } from '@/tests/support/people'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
  await addProgressNote(app, { patient: cast.ana, author: cast.kim.id })
  for (const [id, riskLevel] of [
    [cast.ana, 'high'],
    [cast.bob, 'low'],
  ] as const)
    await app.payload.db.updateOne({ collection: 'patients', id, data: { riskLevel } })
})

afterAll(() => app.stop())

/** The question is refused as a question: not answered with fewer rows. */
const expectRefused = async (client: Client, questions: readonly string[]): Promise<void> => {
  for (const question of questions) {
    const answer = await client.get(question)
    expect(answer.status, `${question} ${JSON.stringify(answer.body).slice(0, 200)}`).toBe(400)
    expect(answer.body.docs, question).toBeUndefined()
  }
}

describe('questions that would answer by their result', () => {
  it('T005 walk into no related record by a filter', async () => {
    await expectRefused(cast.dana.client, [
      `/api/claims?where[patient.riskLevel][equals]=high`,
      `/api/claims?where[session.response][like]=${secretWord}`,
      `/api/appointments?where[patient.searchText.sealed][like]=x`,
      `/api/charges?where[session.techniqueTags][exists]=true`,
    ])
    await expectRefused(cast.sam.client, [
      `/api/tasks?where[progressNote.reported][like]=${secretWord}`,
      `/api/access-reviews?where[patient.text][like]=${secretWord}`,
    ])
  })

  it('T006 walk into no list or join either', async () => {
    await expectRefused(cast.dana.client, [
      `/api/claims?where[lines.patient.riskLevel][contains]=high`,
      `/api/patients?where[psychotherapyNotes.text][contains]=${secretWord}`,
      `/api/patients?where[notes][contains]=${secretWord}`,
    ])
    const joined = await cast.dana.client.get(
      `/api/patients?joins[notes][where][text][contains]=${secretWord}`,
    )
    expect(JSON.stringify(joined.body)).not.toContain(secretWord)
  })

  it('T007 filter by no field that the person may not read', async () => {
    for (const { client } of [cast.ben, cast.dana, cast.sam, cast.rosa])
      await expectRefused(client, [
        '/api/patients?where[riskLevel][equals]=high',
        '/api/patients?where[or][0][riskLevel][equals]=high&where[or][1][city][equals]=x',
        '/api/patients?where[and][0][or][0][riskLevel][exists]=true',
      ])
    await expectRefused(cast.rosa.client, [
      '/api/staff?where[passwordHash][exists]=true',
      '/api/api-clients?where[keyHash][like]=a',
    ])
    const seen = await cast.kim.client.get('/api/patients?where[riskLevel][equals]=high')
    expect(seen.body.totalDocs).toBe(1)
  })

  it('T008 filter and sort by no field that is open on one row only', async () => {
    const opened = await cast.rosa.client.post('/api/break-glass-grants/start', {
      patient: cast.bob,
      reasonCode: 'danger',
      reasonText: 'Theo is in hospital and his patient called in distress.',
      _password: testPassword,
    })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    const bob = await cast.rosa.client.get(`/api/patients/${cast.bob}`)
    const ana = await cast.rosa.client.get(`/api/patients/${cast.ana}`)
    expect([bob.body.riskLevel, ana.body.riskLevel]).toEqual(['low', undefined])
    await expectRefused(cast.rosa.client, [
      '/api/patients?where[riskLevel][equals]=high',
      '/api/patients?sort=riskLevel',
      '/api/patients?sort=-riskLevel',
    ])
  })

  it('T009 count no psychotherapy notes by the way', async () => {
    for (const { client } of [cast.ben, cast.dana, cast.rosa, cast.sam, cast.theo]) {
      const answer = await client.get(
        `/api/psychotherapy-notes/count?where[patient][equals]=${cast.ana}`,
      )
      if (answer.status === 200) expect(answer.body.totalDocs).toBe(0)
      else expect(answer.status).toBe(403)
    }
    await expectRefused(cast.dana.client, [
      '/api/patients?where[psychotherapyNotes][exists]=true',
      '/api/patients/count?where[psychotherapyNote][exists]=true',
      '/api/sessions?where[psychotherapyNote][exists]=true',
    ])
    const summary = await cast.theo.client.get(`/api/patients/${cast.ana}/chart-summary`)
    expect(summary.status).toBe(404)
  })

  it('T010 sort by nothing hidden and nothing related', async () => {
    for (const { client } of [cast.ben, cast.dana])
      await expectRefused(client, [
        '/api/patients?sort=riskLevel',
        '/api/patients?sort=-riskLevel',
        '/api/patients?sort=city,-riskLevel',
        '/api/patients?sort=nothing',
        '/api/claims?sort=patient.riskLevel',
        '/api/appointments?sort=patient.lastName',
      ])
    await expectRefused(cast.kim.client, ['/api/progress-notes?sort=sealed'])
    await expectRefused(cast.rosa.client, ['/api/staff?sort=passwordHash'])
    const graph = await cast.ben.client.graphql('{ Patients(sort: "-riskLevel") { docs { id } } }')
    expect(graph.body.data?.Patients ?? null).toBeNull()
  })

  it('T011 count by nothing hidden', async () => {
    await expectRefused(cast.ben.client, [
      '/api/patients/count?where[riskLevel][equals]=high',
      '/api/patients/count?where[or][0][riskLevel][equals]=high',
      '/api/staff/count?where[passwordHash][exists]=true',
    ])
    const graph = await cast.ben.client.graphql(
      '{ countPatients(where: { riskLevel: { equals: "high" } }) { totalDocs } }',
    )
    expect(graph.body.data?.countPatients ?? null).toBeNull()
  })

  it('T012 are read one way only, however they are spelled', async () => {
    await expectRefused(cast.ben.client, [
      '/api/patients?where[AND][0][riskLevel][equals]=high',
      '/api/patients?where[Or][0][riskLevel][equals]=high',
      '/api/patients?where[riskLevel__equals]=high',
      '/api/patients?where[risk__Level][equals]=high',
      '/api/patients?where[riskLevel.en][equals]=high',
      '/api/patients?where[risk_level][equals]=high',
      '/api/patients?where[_id][exists]=true',
      '/api/patients?where[riskLevel%20][equals]=high',
      '/api/patients?where[RISKLEVEL][equals]=high',
    ])
  })

  it('T013 show no hidden column, whoever asks and however', async () => {
    const hidden = ['passwordHash', 'sealed', 'recordUid', 'pendingAction', 'keyHash']
    const ways = hidden.map((name) => `select[${name}]=true`)
    const asked: readonly [Client, string][] = [
      [cast.rosa.client, 'staff'],
      [cast.rosa.client, 'portal-users'],
      [cast.rosa.client, 'api-clients'],
      [cast.kim.client, 'progress-notes'],
    ]
    for (const [client, slug] of asked)
      for (const way of [
        'showHiddenFields=true',
        ...ways,
        'depth=2&populate[staff][passwordHash]=true',
      ]) {
        const answer = await client.get(`/api/${slug}?${way}`)
        expect(answer.status, `${slug} ${way}`).toBe(200)
        expect(answer.body.docs.length).toBeGreaterThan(0)
        for (const name of hidden)
          expect(JSON.stringify(answer.body), `${slug} ${way}`).not.toContain(`"${name}"`)
      }
    const graph = await cast.rosa.client.graphql('{ Staffs { docs { passwordHash } } }')
    expect(graph.status).toBe(400)
  })
})

describe('maps of the system', () => {
  it('T041 name what a person may do, and confirm no id', async () => {
    const rights = await cast.ben.client.get('/api/access')
    for (const slug of ['psychotherapy-notes', 'claims', 'audit-events', 'auth-sessions'])
      expect(rights.body.collections, slug).not.toHaveProperty(slug)
    expect(rights.body.collections.patients.read).toBe(true)
    expect((await cast.anonymous.get('/api/access')).status).toBe(401)
    for (const id of [cast.bob, crypto.randomUUID(), 'x']) {
      const answer = await cast.kim.client.post(`/api/patients/access/${id}`)
      expect(answer.status, id).toBe(404)
    }
    const [there, missing] = [cast.bob, crypto.randomUUID()]
    for (const method of ['get', 'delete'] as const) {
      const answers = await Promise.all(
        [there, missing].map((id) => cast.kim.client[method](`/api/patients/${id}`)),
      )
      expect(answers[0]?.status).toBe(answers[1]?.status)
      expect(answers[0]?.body.errors[0].message).toBe(answers[1]?.body.errors[0].message)
    }
  })

  it('T042 open only to people and software with an account, and there is no playground', async () => {
    const schema = '{ __schema { types { name } } }'
    expect((await cast.anonymous.graphql(schema)).status).toBe(401)
    expect((await cast.anonymous.graphql('{ __type(name: "Patient") { name } }')).status).toBe(401)
    expect((await cast.kim.client.graphql(schema)).status).toBe(200)
    const guess = await cast.anonymous.graphql('{ Patient { docs { id } } }')
    expect(JSON.stringify(guess.body)).not.toMatch(/did you mean/i)
    expect((await cast.anonymous.get('/api/openapi.json')).status).toBe(401)
    const playground = await cast.kim.client.get('/api/graphql-playground')
    expect(playground.status, JSON.stringify(playground.body)).toBe(404)
    expect(app.config.graphQL.disablePlaygroundInProduction).toBe(true)
  })

  it('T043 are not in what an error says', async () => {
    const { updateOne } = app.payload.db
    app.payload.db.updateOne = () =>
      Promise.reject(new Error(`SQLITE_ERROR near "${secretWord}": update patients set x = ?`))
    try {
      const answer = await cast.ben.client.patch(`/api/patients/${cast.ana}`, { city: secretWord })
      expect(answer.status).toBe(500)
      expect(JSON.stringify(answer.body)).not.toMatch(
        new RegExp(`${secretWord}|SQL|at .*\\.ts|stack`),
      )
      expect(answer.body.errors[0].reference).toMatch(/^[\w-]{8,}$/)
    } finally {
      app.payload.db.updateOne = updateOne
    }
    for (const question of [
      'where[city][near]=1',
      `where[${secretWord}][equals]=1`,
      'sort=nothing',
    ]) {
      const answer = await cast.ben.client.get(`/api/patients?${question}`)
      expect(answer.status).toBeLessThan(500)
      expect(JSON.stringify(answer.body)).not.toMatch(/SQL|select |stack|node_modules/i)
    }
    expect(app.config.debug).toBeFalsy()
  })

  it('T044 confirm no person to whoever may not see them', async () => {
    const wish = { email: 'ana@example.test', password: 'x' }
    for (const path of ['/api/portal-users', '/api/portal-users/first-register', '/api/staff']) {
      const answer = await cast.anonymous.post(path, wish)
      expect([401, 404], path).toContain(answer.status)
      expect(JSON.stringify(answer.body)).not.toMatch(/unique|already|exists/i)
    }
    const inquiry = (email: string) =>
      cast.anonymous.post('/api/inquiries', { chosenName: 'A', email, message: 'Hello' })
    const [known, unknown] = [await inquiry('ana@example.test'), await inquiry('n@example.test')]
    expect(known.status).toBe(unknown.status)
    const taken = await cast.priya.client.post('/api/staff', { name: 'X', email: cast.kim.email })
    expect(taken.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(taken.body)).not.toContain('Kim')
  })

  it('T045 are not in ids: they are random and say neither how many nor in which order', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map((each) => insert(app, 'referrers', { name: `Referrer ${each}` })),
    )
    for (const id of ids)
      expect(id).toMatch(
        /^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9a-f]{24})$/,
      )
    for (const guess of ['1', '2', '100'])
      expect((await cast.ben.client.get(`/api/patients/${guess}`)).status).toBe(404)
    expect((await clientOf(app).get('/api/patients/1')).status).toBe(401)
  })
})
