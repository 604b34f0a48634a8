import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { freshPasswords } from '@/tests/support/chart'
import type { Answer } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import {
  freezeAt,
  makePlace,
  messageIn,
  openHours,
  rowsOf,
  ruleIn,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let rosa: Person
let olga: Person
let noa: Person
let maya: Person
let sam: Person
const patients: string[] = []
const visits: string[] = []

const ask = (who: Person, path: string, body: Record<string, unknown> = {}): Promise<Answer> =>
  who.client.post(`/api/staff/${noa.id}/${path}`, body)

const openNow = async () => (await rosa.client.get(`/api/staff/${noa.id}/open-work`)).body

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  olga = await makeStaff(app, 'Olga', ['owner'])
  noa = await makeStaff(app, 'Noa', ['clinician', 'supervisor'])
  maya = await makeStaff(app, 'Maya', ['clinician', 'supervisor'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
  const { location, room } = await makePlace(app)
  for (const staff of [noa.id, maya.id]) await openHours(app, staff, location)
  for (const [index, name] of ['Ana', 'Ben'].entries()) {
    const patient = await makePatient(app, name, 'Stone', { primaryClinician: noa.id })
    await assign(app, noa.id, patient)
    patients.push(patient)
    const booked = await rosa.client.post('/api/appointments/book', {
      patient,
      clinician: noa.id,
      startsAt: `2026-04-2${index + 1}T17:00:00.000Z`,
      minutes: 50,
      kind: 'individual',
      location,
      room,
      format: 'inPerson',
    })
    if (booked.status > 201) throw new Error(JSON.stringify(booked.body))
    visits.push(booked.body.id)
  }
  await insert(app, 'tasks', {
    title: 'Call the lab',
    kind: 'general',
    assignee: noa.id,
    status: 'open',
  })
  const trainee = await makeStaff(app, 'Ines', ['intern'])
  await insert(app, 'supervision-agreements', {
    supervisor: noa.id,
    supervisee: trainee.id,
    startsOn: '2020-01-01',
  })
  await insert(app, 'api-clients', {
    name: 'Website',
    scopes: 'inquiries:create',
    allowedAddresses: '',
    callsPerMinute: 60,
    owner: noa.id,
    isActive: true,
  })
})

beforeEach(() => freshPasswords(app))

afterAll(async () => {
  clock.reset()
  await app.stop()
})

describe('R97 somebody leaves', () => {
  it('is refused while work waits for them, with what and where; only an owner sees and moves it', async () => {
    const refused = await ask(rosa, 'deactivate')
    expect([refused.status, ruleIn(refused)]).toEqual([422, 'R97'])
    expect(messageIn(refused)).toBe(
      'Noa cannot leave yet: 2 bookings to move, 1 open task, 2 patients without a successor. Hand it over first.',
    )
    expect(refused.body.errors[0].fixUrl).toBe(`/admin/leaving/${noa.id}`)
    const { open, sessions } = await openNow()
    expect(open.appointments).toHaveLength(2)
    expect(open.caseload.map(({ label }: { label: string }) => label)).toEqual([
      'Ana Stone',
      'Ben Stone',
    ])
    expect(open.supervision).toMatchObject([{ label: 'Noa supervises Ines' }])
    expect([open.clients.length, sessions]).toEqual([1, 1])
    for (const who of [sam, maya]) {
      expect((await who.client.get(`/api/staff/${noa.id}/open-work`)).status).toBe(403)
      expect((await ask(who, 'hand-over', { to: maya.id })).status).toBe(403)
    }
  })

  it('hands over to somebody who works here, and says what is wrong otherwise', async () => {
    for (const to of [noa.id, 'nobody', undefined]) {
      const answer = await ask(rosa, 'hand-over', { to })
      expect([answer.status, answer.body.errors[0].data.errors[0].path]).toEqual([400, 'to'])
    }
    const stale = { passwordAt: '2020-01-01T00:00:00.000Z' }
    await app.payload.db.updateMany({ collection: 'auth-sessions', where: {}, data: stale })
    const cold = await ask(rosa, 'hand-over', { to: maya.id })
    expect([cold.status, cold.body.errors[0].code]).toEqual([403, 'step-up'])
  })

  it('moves one chart alone, and what a rule keeps stays with its sentence', async () => {
    const alone = await ask(rosa, 'hand-over', { to: maya.id, ids: [visits[0]] })
    expect(alone.body, JSON.stringify(alone.body)).toMatchObject({ moved: 0, stays: 1 })
    expect(alone.body.lines[0].sentence).toContain('not on the care team of Ana Stone')
    const { open } = await openNow()
    const one = await ask(rosa, 'hand-over', { to: maya.id, ids: [open.caseload[0].id, visits[0]] })
    expect(one.body, JSON.stringify(one.body)).toMatchObject({ moved: 2, stays: 0 })
    expect(await read(app, 'patients', patients[0] ?? '')).toMatchObject({
      primaryClinician: maya.id,
    })
    expect(await read(app, 'appointments', visits[0] ?? '')).toMatchObject({ clinician: maya.id })
    expect((await maya.client.get(`/api/patients/${patients[0]}`)).status).toBe(200)
    const kept = await rowsOf(app, 'handovers', { outcome: 'stays' })
    expect(JSON.stringify(kept)).not.toContain('Ana')
  })

  it('moves the rest in one go; then they leave, and everything that acts for them is dead at once', async () => {
    const rest = await ask(rosa, 'hand-over', { to: maya.id })
    expect(rest.body, JSON.stringify(rest.body)).toMatchObject({ moved: 5, ended: 0, stays: 0 })
    expect(await rowsOf(app, 'tasks', { assignee: maya.id, status: 'open' })).toHaveLength(1)
    expect(await rowsOf(app, 'supervision-agreements', { supervisor: maya.id })).toHaveLength(1)
    expect(await rowsOf(app, 'api-clients', { owner: rosa.id })).toHaveLength(1)
    const { open } = await openNow()
    expect(Object.values(open).flat()).toEqual([])
    await ask(rosa, 'grant-roles', { roles: 'clinician supervisor hr' })
    const left = await ask(rosa, 'deactivate')
    expect(left.status, JSON.stringify(left.body)).toBe(200)
    expect((await noa.client.get('/api/auth/staff/session')).body.user ?? null).toBeNull()
    expect((await noa.client.get('/api/staff')).status).toBeGreaterThanOrEqual(401)
    expect(await rowsOf(app, 'role-grants', { staff: noa.id })).toMatchObject([
      { status: 'withdrawn' },
    ])
    const report = await rosa.client.get(`/api/handovers?where[staff][equals]=${noa.id}&limit=50`)
    expect(report.body.docs).toHaveLength(9)
    expect(report.body.docs.at(0) ?? {}).toBeTruthy()
    expect(await rowsOf(app, 'handovers', { kind: 'left' })).toMatchObject([
      { sentence: 'Sign-in closed; signed out of 1 place.', doneBy: rosa.id },
    ])
  })

  it('goes past it with a reason where somebody has to go at once, and never for the only owner', async () => {
    const gone = await makeStaff(app, 'Gone', ['clinician'])
    await insert(app, 'tasks', {
      title: 'Call',
      kind: 'general',
      assignee: gone.id,
      status: 'open',
    })
    const path = `/api/staff/${gone.id}/deactivate`
    expect((await rosa.client.post(path)).status).toBe(422)
    const _override = [{ rule: 'R97', reason: 'Dismissed today' }]
    expect((await rosa.client.post(path, { _override })).status).toBe(200)
    expect(await rowsOf(app, 'overrides', { ruleId: 'R97' })).toHaveLength(1)
    expect((await rosa.client.post(`/api/staff/${olga.id}/deactivate`)).status).toBe(200)
    const last = await rosa.client.post(`/api/staff/${rosa.id}/deactivate`)
    expect([last.status, messageIn(last)]).toEqual([409, expect.stringContaining('only owner')])
  })
})
