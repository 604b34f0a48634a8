import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { endRoleGrants } from '@/collections/people/roles/endRoleGrants'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import type { Answer } from '@/tests/support/client'
import { makeStaff, type Person, read } from '@/tests/support/people'
import { freezeAt, requestAs, rowsOf, tuesday } from '@/tests/support/practice'

let app: TestApp
let rosa: Person
let olga: Person
let sam: Person

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  olga = await makeStaff(app, 'Olga', ['owner'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
})

afterEach(() => clock.reset())
afterAll(() => app.stop())

let count = 0

const newcomer = (roles: Parameters<typeof makeStaff>[2] = ['clinician']): Promise<Person> => {
  count += 1
  return makeStaff(app, `Newcomer ${count}`, roles)
}

const ask = (who: Person, about: Person, body: Record<string, unknown>): Promise<Answer> =>
  who.client.post(`/api/staff/${about.id}/grant-roles`, body)

/** The last one asked for: its key ends with the revision of the person it was asked at. */
const grantOf = async (about: Person) => {
  const revisionOf = (row: Record<string, unknown>) =>
    Number(String(row['uniqueKey']).split('|')[1])
  const rows = await rowsOf(app, 'role-grants', { staff: about.id })
  const [row] = rows.sort((a, b) => revisionOf(b) - revisionOf(a))
  if (!row) throw new Error('no grant')
  return row
}

const decide = async (who: Person, about: Person, verb: string): Promise<Answer> =>
  who.client.post(`/api/role-grants/${(await grantOf(about))['id']}/${verb}`)

const rolesOf = async (person: Person): Promise<unknown> =>
  (await read(app, 'staff', person.id))['roles']

const sentence = (answer: Answer): string => answer.body.errors?.[0]?.message ?? ''

const tasksOf = async (about: Person, kind: string) =>
  rowsOf(app, 'tasks', { recordId: String((await grantOf(about))['id']), kind })

const setActive = (person: Person, isActive: boolean) =>
  app.payload.db.updateOne({ collection: 'staff', id: person.id, data: { isActive } })

describe('R98 a change of roles', () => {
  it('is asked for by one owner and confirmed by another; both are told by task', async () => {
    const eli = await newcomer()
    const asked = await ask(rosa, eli, { roles: 'clinician biller', reason: 'Covers for Dana' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    expect(asked.body.result.isInForce).toBe(false)
    expect(await rolesOf(eli)).toEqual(['clinician'])
    expect((await eli.client.get('/api/claims')).status).toBe(403)
    expect(await grantOf(eli)).toMatchObject({
      status: 'requested',
      rolesBefore: 'clinician',
      rolesAfter: 'clinician biller',
      requestedBy: rosa.id,
      isSingleHanded: false,
      isReduction: false,
    })
    expect(await tasksOf(eli, 'role-grant')).toMatchObject([
      { status: 'open', assignedRole: 'owner' },
    ])
    const own = await decide(rosa, eli, 'confirm')
    expect([own.status, own.body.errors[0].rule]).toEqual([422, 'R98'])
    expect((await decide(sam, eli, 'confirm')).status).toBe(403)
    expect((await decide(eli, eli, 'confirm')).status).toBe(404)
    const confirmed = await decide(olga, eli, 'confirm')
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
    expect(await rolesOf(eli)).toEqual(['clinician', 'biller'])
    expect((await eli.client.get('/api/claims')).status).toBe(200)
    expect(await grantOf(eli)).toMatchObject({ status: 'active', decidedBy: olga.id })
    expect(await tasksOf(eli, 'role-grant')).toMatchObject([{ status: 'done' }])
    const told = (await tasksOf(eli, 'role-grant-told')).map(({ assignee }) => assignee)
    expect(told.sort()).toEqual([rosa.id, eli.id].sort())
    expect((await decide(olga, eli, 'confirm')).status).toBe(409)
    const [line] = await rowsOf(app, 'audit-events', {
      action: 'confirm',
      collectionSlug: 'role-grants',
      actorId: olga.id,
      outcome: 'done',
    })
    expect(line).toBeTruthy()
  })

  it('asks for the password, and its rows cannot be written by hand', async () => {
    const eli = await newcomer()
    const old = { passwordAt: '2020-01-01T00:00:00.000Z' }
    const where = { userId: { equals: rosa.id } }
    await app.payload.db.updateMany({ collection: 'auth-sessions', where, data: old })
    const asked = await ask(rosa, eli, { roles: 'biller' })
    expect([asked.status, asked.body.errors[0].code]).toEqual([403, 'step-up'])
    const fresh = { passwordAt: clock.wall().toISOString() }
    await app.payload.db.updateMany({ collection: 'auth-sessions', where, data: fresh })
    const made = await rosa.client.post('/api/role-grants', { staff: eli.id, rolesAfter: 'owner' })
    expect(made.status).toBe(403)
    const wish = { roles: ['owner'], roleEnds: 'owner:2099-01-01' }
    await rosa.client.patch(`/api/staff/${eli.id}`, wish)
    await rosa.client.patch(`/api/staff?where[id][equals]=${eli.id}`, wish)
    await rosa.client.graphql(
      'mutation ($id: String!) { updateStaff(id: $id, data: { roles: [owner] }) { id } }',
      { id: eli.id },
    )
    const req = await requestAs(app, rosa)
    await app.payload.update({
      collection: 'staff',
      id: eli.id,
      data: wish as never,
      overrideAccess: false,
      req,
    })
    const kept = await read(app, 'staff', eli.id)
    expect([kept['roles'], kept['roleEnds'] ?? null]).toEqual([['clinician'], null])
    expect(
      (await rosa.client.get(`/api/staff/versions?where[parent][equals]=${eli.id}`)).status,
    ).toBe(404)
    const born = await rosa.client.post('/api/staff', {
      name: 'Born Owner',
      email: 'born@example.test',
      roles: ['owner'],
    })
    expect(born.status).toBe(201)
    expect((await read(app, 'staff', born.body.doc.id))['roles'] ?? []).toEqual([])
  })

  it('is granted by nobody to themselves', async () => {
    const own = await ask(rosa, rosa, { roles: 'owner clinician' })
    expect([own.status, own.body.errors[0].rule]).toEqual([422, 'R98'])
    const kim = await newcomer()
    expect((await ask(kim, kim, { roles: 'owner' })).status).toBe(403)
    // Olga confirms a change of her own roles only where there is no third owner.
    const third = await newcomer(['owner'])
    expect((await ask(rosa, olga, { roles: 'owner clinician' })).status).toBe(200)
    const mine = await decide(olga, olga, 'confirm')
    expect([mine.status, sentence(mine)]).toEqual([422, expect.stringContaining('your own roles')])
    await setActive(third, false)
    expect((await decide(olga, olga, 'confirm')).status).toBe(200)
    expect(await rolesOf(olga)).toEqual(['owner', 'clinician'])
  })

  it('may be declined, withdrawn by whoever asked, and is one at a time', async () => {
    const eli = await newcomer()
    await ask(rosa, eli, { roles: 'hr' })
    const second = await ask(olga, eli, { roles: 'biller' })
    expect([second.status, sentence(second)]).toEqual([
      409,
      expect.stringContaining('waits already'),
    ])
    const task = (await tasksOf(eli, 'role-grant'))[0]
    const closed = await olga.client.post(`/api/tasks/${task?.['id']}/complete`)
    expect(closed.status).toBe(422)
    expect((await decide(olga, eli, 'withdraw')).status).toBe(422)
    expect((await decide(olga, eli, 'decline')).status).toBe(200)
    expect(await tasksOf(eli, 'role-grant')).toMatchObject([{ status: 'done' }])
    expect(await tasksOf(eli, 'role-grant-told')).toMatchObject([{ assignee: rosa.id }])
    await ask(rosa, eli, { roles: 'hr' })
    expect((await decide(rosa, eli, 'withdraw')).status).toBe(200)
    expect(await rolesOf(eli)).toEqual(['clinician'])
  })

  it('is confirmed only as it was asked for', async () => {
    const eli = await newcomer()
    await ask(rosa, eli, { roles: 'clinician hr' })
    const data = { roles: ['clinician', 'frontDesk'] }
    await app.payload.db.updateOne({ collection: 'staff', id: eli.id, data })
    const late = await decide(olga, eli, 'confirm')
    expect([late.status, sentence(late)]).toEqual([409, expect.stringContaining('changed since')])
    await setActive(eli, false)
    const gone = await decide(olga, eli, 'confirm')
    expect([gone.status, sentence(gone)]).toEqual([409, expect.stringContaining('does not work')])
    expect((await ask(rosa, eli, { roles: 'hr' })).status).toBe(409)
  })

  it('takes effect at once without a second owner, is marked so and shown to compliance', async () => {
    await setActive(olga, false)
    const eli = await newcomer()
    const asked = await ask(rosa, eli, { roles: 'clinician supervisor' })
    expect(asked.body.result.isInForce).toBe(true)
    expect(await rolesOf(eli)).toEqual(['clinician', 'supervisor'])
    expect(await grantOf(eli)).toMatchObject({ status: 'active', isSingleHanded: true })
    expect(await tasksOf(eli, 'role-grant-alone')).toMatchObject([
      { status: 'open', assignedRole: 'compliance' },
    ])
    const last = await ask(rosa, rosa, { roles: 'clinician' })
    expect([last.status, sentence(last)]).toEqual([422, expect.stringContaining('only owner')])
    await setActive(olga, true)
  })

  it('waits for nobody where it only takes away, unless it takes away who watches', async () => {
    const eli = await newcomer(['clinician', 'biller', 'compliance'])
    const asked = await ask(rosa, eli, { roles: 'clinician compliance' })
    expect(asked.body.result.isInForce).toBe(true)
    expect(await rolesOf(eli)).toEqual(['clinician', 'compliance'])
    expect(await grantOf(eli)).toMatchObject({
      status: 'active',
      isReduction: true,
      isSingleHanded: false,
    })
    expect(await tasksOf(eli, 'role-grant-alone')).toEqual([])
    const watched = await ask(rosa, eli, { roles: 'clinician' })
    expect(watched.body.result.isInForce).toBe(false)
    expect((await eli.client.get('/api/audit-events')).status).toBe(200)
    expect((await decide(olga, eli, 'confirm')).status).toBe(200)
    expect((await eli.client.get('/api/audit-events')).status).toBe(403)
  })

  it('does not come back with somebody who comes back', async () => {
    const eli = await newcomer(['clinician'])
    expect((await rosa.client.post(`/api/staff/${eli.id}/deactivate`)).status).toBe(200)
    const back = await rosa.client.post(`/api/staff/${eli.id}/reactivate`)
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    expect(await read(app, 'staff', eli.id)).toMatchObject({ roles: [], roleEnds: '' })
    await ask(rosa, eli, { roles: 'clinician' })
    expect((await decide(olga, eli, 'confirm')).status).toBe(200)
    expect(await rolesOf(eli)).toEqual(['clinician'])
  })

  it('refuses what is no change, no role or no day', async () => {
    const eli = await newcomer()
    expect((await ask(rosa, eli, { roles: 'clinician' })).status).toBe(409)
    const past = { roles: 'clinician hr', endsOn: '2020-01-01' }
    for (const body of [
      { roles: '' },
      { roles: 'king' },
      {},
      { roles: 'hr', endsOn: 'tomorrow' },
      past,
    ]) {
      const answer = await ask(rosa, eli, body)
      expect(answer.status, JSON.stringify(body)).toBe(400)
    }
  })
})

describe('R98 a role with a last day', () => {
  it('is gone with the next request after it, before any job ran; the job closes the grant', async () => {
    freezeAt(tuesday)
    const auditor = await newcomer(['marketing'])
    const asked = await ask(rosa, auditor, { roles: 'marketing compliance', endsOn: '2026-04-15' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    expect((await auditor.client.get('/api/audit-events')).status).toBe(403)
    await decide(olga, auditor, 'confirm')
    expect((await auditor.client.get('/api/audit-events')).status).toBe(200)
    expect((await auditor.client.get('/api/auth/staff/me')).body.user.roles).toContain('compliance')
    // The last day counts, to its end at the practice.
    freezeAt('2026-04-16T06:59:00.000Z')
    expect((await auditor.client.get('/api/audit-events')).status).toBe(200)
    expect(await endRoleGrants(app.payload)).toBe(0)
    freezeAt('2026-04-16T07:01:00.000Z')
    expect((await auditor.client.get('/api/audit-events')).status).toBe(403)
    expect((await auditor.client.graphql('{ AuditEvents { totalDocs } }')).status).not.toBe(500)
    expect((await auditor.client.get('/api/auth/staff/me')).body.user.roles).toEqual(['marketing'])
    expect(await rolesOf(auditor)).toEqual(['marketing', 'compliance'])
    expect(await endRoleGrants(app.payload)).toBe(1)
    expect(await rolesOf(auditor)).toEqual(['marketing'])
    expect(await grantOf(auditor)).toMatchObject({ status: 'ended' })
    expect(await endRoleGrants(app.payload)).toBe(0)
    const lines = await rowsOf(app, 'audit-events', { action: 'end-roles' })
    expect(lines).toHaveLength(1)
  })

  it('goes on when its day is moved, and for good without one', async () => {
    freezeAt(tuesday)
    const auditor = await newcomer(['hr'])
    await ask(rosa, auditor, { roles: 'hr compliance', endsOn: '2026-04-15' })
    await decide(olga, auditor, 'confirm')
    await ask(rosa, auditor, { roles: 'hr compliance', endsOn: '2026-05-31' })
    await decide(olga, auditor, 'confirm')
    freezeAt('2026-05-01T12:00:00.000Z')
    expect((await auditor.client.get('/api/audit-events')).status).toBe(200)
    expect(await read(app, 'staff', auditor.id)).toMatchObject({
      roleEnds: 'compliance:2026-05-31',
    })
    await ask(rosa, auditor, { roles: 'hr compliance' })
    await decide(olga, auditor, 'confirm')
    freezeAt('2027-05-01T12:00:00.000Z')
    expect((await auditor.client.get('/api/audit-events')).status).toBe(200)
  })
})
