import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addProgressNote, addPsychotherapyNote, type Cast, makeCast } from '@/tests/support/cast'
import { addDiagnosis, addSession, wholeNote } from '@/tests/support/chart'
import { clientOf } from '@/tests/support/client'
import { insert, read } from '@/tests/support/people'
import { plansOf } from '@/tests/support/plans'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let cast: Cast
/** What strangers were answered before there was anybody at all. */
const firstDay: Record<string, number> = {}

const count = async (slug: string): Promise<number> =>
  (await app.payload.db.count({ collection: slug, where: {} })).totalDocs

beforeAll(async () => {
  app = await bootApp()
  const stranger = clientOf(app)
  const wish = {
    email: 'me@evil.example',
    password: 'correct horse battery',
    name: 'Me',
    roles: ['owner'],
  }
  for (const slug of ['staff', 'portal-users', 'api-clients'])
    for (const path of ['', '/first-register', '/forgot-password', '/reset-password', '/unlock'])
      firstDay[`${slug}${path}`] = (await stranger.post(`/api/${slug}${path}`, wish)).status
  firstDay['accept'] = (
    await stranger.post('/api/auth/staff/accept', { token: 'x', ...wish })
  ).status
  firstDay['staff in all'] = await count('staff')
  cast = await makeCast(app)
})

afterAll(() => app.stop())

describe('on the first day', () => {
  it('T061 nobody registers as the first user of anything', async () => {
    for (const [path, status] of Object.entries(firstDay).filter(([name]) => name.includes('/')))
      expect(status, path).toBe(404)
    expect(firstDay['staff in all']).toBe(0)
    const later = await cast.anonymous.post('/api/portal-users/first-register', { email: 'x@x.xx' })
    expect(later.status).toBe(404)
  })

  it('T062 an empty practice takes nobody in: the first owner is made at the console', async () => {
    for (const slug of ['staff', 'portal-users', 'api-clients']) expect(firstDay[slug]).toBe(401)
    expect(firstDay['accept']).toBe(400)
    expect(firstDay['staff in all']).toBe(0)
    for (const { slug, auth } of app.config.collections)
      if (auth) expect(auth.disableLocalStrategy, slug).toBeTruthy()
  })
})

describe('more rights than one has', () => {
  it('T063 are not written into the own profile, nor into that of another', async () => {
    const wish = { roles: ['owner'], isActive: true, passwordHash: 'x', name: 'Kim P.' }
    await cast.kim.client.patch(`/api/staff/${cast.kim.id}`, wish)
    await cast.priya.client.patch(`/api/staff/${cast.kim.id}`, wish)
    const made = await cast.priya.client.post('/api/staff', {
      ...wish,
      email: 'new@example.test',
    })
    expect(made.status).toBe(201)
    const { roles, passwordHash } = await read(app, 'staff', cast.kim.id)
    expect(roles).toEqual(['clinician', 'supervisor'])
    expect(passwordHash).not.toBe('x')
    expect((await read(app, 'staff', made.body.doc.id))['roles'] ?? []).toEqual([])
    const granted = await cast.priya.client.post(`/api/staff/${cast.priya.id}/grant-roles`, {
      roles: 'owner',
    })
    expect(granted.status).toBe(403)
    const own = { roles: 'owner clinician' }
    const self = await cast.rosa.client.post(`/api/staff/${cast.rosa.id}/grant-roles`, own)
    expect([self.status, self.body.errors[0].rule]).toEqual([422, 'R98'])
    expect((await read(app, 'staff', cast.rosa.id))['roles']).toEqual(['owner'])
    const graph = `mutation { updateStaff(id: "${cast.kim.id}", data: { roles: [owner] }) { id } }`
    await cast.kim.client.graphql(graph)
    expect((await read(app, 'staff', cast.kim.id))['roles']).toEqual(['clinician', 'supervisor'])
  })

  it('T064 are not found by moving a portal account to another patient', async () => {
    const { portal, ana, bob } = cast
    for (const { client } of [portal, cast.ben, cast.rosa])
      await client.patch(`/api/portal-users/${portal.id}`, { patient: bob, email: 'x@x.example' })
    const stored = await read(app, 'portal-users', portal.id)
    expect([stored['patient'], stored['email']]).toEqual([ana, 'ana@example.test'])
    expect((await portal.client.get(`/api/patients/${bob}`)).status).toBe(404)
  })

  it('T084 are not given by a key to itself', async () => {
    const [row] = await rowsOf(app, 'api-clients')
    const keys = await rowsOf(app, 'api-keys')
    const path = `/api/api-clients/${row?.id}`
    const wider = { name: 'Wide', scopes: 'patients:read', callsPerMinute: 6000, days: 30 }
    for (const client of [
      cast.crm,
      cast.imani.client,
      cast.kim.client,
      cast.ben.client,
      cast.sam.client,
    ]) {
      const tries = [
        await client.post('/api/api-clients', wider),
        await client.post('/api/api-clients/register', wider),
        await client.patch(path, wider),
        await client.post(`${path}/change-access`, wider),
        await client.post(`${path}/issue-key`, wider),
        await client.post(`${path}/rotate-key`, wider),
        await client.post('/api/api-keys', { ...wider, client: row?.id }),
      ]
      for (const { status } of tries) expect([403, 404]).toContain(status)
    }
    expect((await rowsOf(app, 'api-clients'))[0]).toEqual(row)
    const used = { lastUsedAt: '', lastUsedFrom: '', updatedAt: '' }
    const kept = (await rowsOf(app, 'api-keys')).map((key) => ({ ...key, ...used }))
    expect(kept).toEqual(keys.map((key) => ({ ...key, ...used })))
    expect(await count('api-clients')).toBe(1)
  })
})

describe('records of others', () => {
  it('T065 such as plan, goals and diagnoses are not the patient’s to edit', async () => {
    const { plan, patient, objective, portal, diagnosis } = await plansOf(app, () => cast).shared(
      'Gia',
    )
    await addDiagnosis(app, patient, { isShared: true, rank: 2 })
    const [goal] = await rowsOf(app, 'plan-goals', { patient })
    const wishes = [
      ['treatment-plans', plan, { status: 'active', strengths: 'Mine', isShared: true }],
      ['plan-objectives', objective, { text: 'Mine', status: 'met' }],
      ['plan-goals', String(goal?.id), { text: 'Mine' }],
      ['diagnoses', diagnosis, { code: 'Z00.0', description: 'Well' }],
    ] as const
    for (const [slug, id, body] of wishes) {
      const before = await read(app, slug, id)
      const tries = [
        await portal.client.patch(`/api/${slug}/${id}`, body),
        await portal.client.delete(`/api/${slug}/${id}`),
        await portal.client.post(`/api/${slug}`, { patient, ...body }),
      ]
      for (const { status } of tries) expect([403, 404, 422], slug).toContain(status)
      expect(await read(app, slug, id), slug).toEqual(before)
    }
  })

  it('T066 are not moved to another patient, author or team', async () => {
    const note = await addProgressNote(app, {
      patient: cast.ana,
      author: cast.kim.id,
      more: { status: 'draft', isFinal: false },
    })
    const related = await insert(app, 'related-persons', {
      patient: cast.ana,
      name: 'Sister',
      relationship: 'Sister',
    })
    const team = await rowsOf(app, 'care-team-assignments', { patient: cast.ana })
    const wishes = [
      [
        cast.kim,
        'progress-notes',
        note,
        { patient: cast.bob, author: cast.theo.id, status: 'signed' },
      ],
      [cast.kim, 'related-persons', related, { patient: cast.bob }],
      [cast.portal, 'related-persons', related, { patient: cast.bob }],
      [
        cast.kim,
        'care-team-assignments',
        String(team[0]?.id),
        { staff: cast.theo.id, endsOn: null },
      ],
      [
        cast.dana,
        'patients',
        cast.ana,
        { riskLevel: 'low', status: 'discharged', careTeam: [cast.dana.id] },
      ],
    ] as const
    for (const [person, slug, id, body] of wishes) {
      const before = await read(app, slug, id)
      await person.client.patch(`/api/${slug}/${id}`, body)
      const after = await read(app, slug, id)
      for (const name of Object.keys(body))
        expect(after[name], `${slug}.${name}`).toEqual(before[name])
    }
    expect(await rowsOf(app, 'care-team-assignments', { patient: cast.ana })).toEqual(team)
  })

  it('T067 are not handed to somebody else by their author', async () => {
    const note = await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
    const body = { author: cast.leo.id, text: 'Yours now' }
    const path = `/api/psychotherapy-notes/${note}`
    await cast.kim.client.patch(path, body)
    expect((await read(app, 'psychotherapy-notes', note))['author']).toBe(cast.kim.id)
    expect((await cast.leo.client.get(path)).status).toBe(404)
  })

  it('T068 are not opened by what a request says about them', async () => {
    const before = await read(app, 'patients', cast.bob)
    const argued = { id: cast.ana, patient: cast.ana, primaryClinician: cast.kim.id, city: 'Salem' }
    expect((await cast.kim.client.patch(`/api/patients/${cast.bob}`, argued)).status).toBe(404)
    const where = `where[id][equals]=${cast.ana}&where[or][0][id][exists]=true`
    expect((await cast.kim.client.patch(`/api/patients/${cast.bob}?${where}`, argued)).status).toBe(
      404,
    )
    const graph = await cast.kim.client.graphql(
      `mutation { updatePatient(id: "${cast.bob}", data: { city: "Salem", id: "${cast.ana}" }) { id } }`,
    )
    expect(graph.body.data?.updatePatient ?? null).toBeNull()
    expect(await read(app, 'patients', cast.bob)).toEqual(before)
  })

  it('T071 get nothing tied to them: a patient out of reach is no patient', async () => {
    const session = await addSession(app, {
      patient: cast.bob,
      clinician: cast.theo.id,
      location: cast.location,
    })
    const before = {
      notes: await count('progress-notes'),
      own: await count('psychotherapy-notes'),
      plans: await count('safety-plans'),
    }
    const wishes = [
      ['/api/psychotherapy-notes', { patient: cast.bob, text: 'X' }],
      ['/api/psychotherapy-notes?draft=true', { patient: cast.bob, text: 'X' }],
      ['/api/progress-notes', { session, ...wholeNote }],
      ['/api/progress-notes?draft=true', { patient: cast.bob, kind: 'contact', ...wholeNote }],
      ['/api/safety-plans', { patient: cast.bob, warningSigns: 'X' }],
      ['/api/diagnoses', { patient: cast.bob, code: 'F41.1', description: 'X', rank: 1 }],
      ['/api/risk-events/report', { patient: cast.bob }],
    ] as const
    for (const [path, body] of wishes) {
      const answer = await cast.kim.client.post(path, body)
      expect([400, 403, 404], `${path} ${JSON.stringify(answer.body)}`).toContain(answer.status)
    }
    expect({
      notes: await count('progress-notes'),
      own: await count('psychotherapy-notes'),
      plans: await count('safety-plans'),
    }).toEqual(before)
  })
})
