import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { insert, makePatient, makePortalUser, makeStaff, type Person } from '@/tests/support/people'
import { portalDoor } from '@/tests/support/portal'

let app: TestApp
let kim: Person
let ana: string
let template: string

const doors = [
  ['GET', '/patients'],
  ['GET', '/appointments'],
  ['GET', '/consents'],
  ['GET', '/progress-notes/anything'],
  ['GET', '/statements/balance'],
  ['PATCH', '/patients/anything'],
  ['POST', '/plan-comments'],
  ['POST', '/payments/pay'],
  ['POST', '/consents/anything/sign'],
  ['POST', '/measure-responses/anything/save'],
] as const

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  ana = await makePatient(app, 'Ana', 'Silva')
  template = await insert(app, 'consent-templates', {
    kind: 'treatment',
    title: 'Consent',
    body: 'A text.',
    version: 1,
    versionKey: 'treatment|1',
    isActive: true,
    contentHash: 'x',
  })
})

afterAll(() => app.stop())

const sessionRow = async (userId: string): Promise<string> => {
  const row = await app.payload.db.findOne<{ id: string }>({
    collection: 'auth-sessions',
    where: { userId: { equals: userId } },
  })
  return String(row?.id)
}

const expectClosed = async (cookie: string): Promise<void> => {
  const door = portalDoor(app, cookie)
  for (const [method, path] of doors) {
    const answer = await door(method, path, method === 'GET' ? undefined : { name: 'X' })
    expect(answer.status, `${method} ${path}`).toBe(401)
  }
}

describe('a portal session', () => {
  it('answers 401 at every door once its time is over', async () => {
    const portal = await makePortalUser(app, ana, 'over@example.test')
    expect((await portalDoor(app, portal.client.cookie)('GET', '/patients')).status).toBe(200)
    const id = await sessionRow(portal.id)
    await app.payload.db.updateOne({
      collection: 'auth-sessions',
      id,
      data: { absoluteExpiresAt: '2020-01-01T00:00:00.000Z' },
    })
    await expectClosed(portal.client.cookie)
  })

  it('answers 401 at every door once it is revoked, and signing out revokes it', async () => {
    const portal = await makePortalUser(app, ana, 'out@example.test')
    const door = portalDoor(app, portal.client.cookie)
    expect((await door('POST', '/auth/portal/logout', {})).status).toBe(200)
    await expectClosed(portal.client.cookie)
  })

  it('answers 401 once the account is closed', async () => {
    const portal = await makePortalUser(app, ana, 'closed@example.test')
    await app.payload.db.updateOne({
      collection: 'portal-users',
      id: portal.id,
      data: { isActive: false },
    })
    await expectClosed(portal.client.cookie)
  })

  it('is nobody without a cookie or with a made-up one', async () => {
    await expectClosed('')
    await expectClosed('therapy-portal=made-up')
  })

  it('is not opened by a staff session, at the portal’s address', async () => {
    await expectClosed(kim.client.cookie)
  })

  it('acts as the patient when the browser holds both sessions', async () => {
    const portal = await makePortalUser(app, ana, 'both@example.test')
    const consent = await insert(app, 'consents', {
      patient: ana,
      uniqueKey: 'both',
      template,
      kind: 'treatment',
      title: 'Consent',
      status: 'pending',
    })
    const door = portalDoor(app, `${kim.client.cookie}; ${portal.client.cookie}`)
    expect((await door('GET', `/consents/${consent}`)).status).toBe(200)
    expect((await door('GET', '/staff')).status).toBe(403)
  })
})
