import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkFor } from '@/collections/system/auth/tokens'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import {
  insertProxy,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
} from '@/tests/support/people'
import { messageIn, rowsOf } from '@/tests/support/practice'

let app: TestApp
let ben: Person

const password = 'lighthouse over calm water'

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
})

afterAll(() => app.stop())

const accountOf = async (patient: string) => (await rowsOf(app, 'portal-users', { patient }))[0]

/** What stands behind the # of the links that were mailed to an account, oldest first. */
const mailedTo = async (account: unknown): Promise<string[]> => {
  const mails = await rowsOf(app, 'outbox', {
    recipientId: String(account),
    template: 'portal-invitation',
  })
  const inOrder = mails.toSorted((a, b) =>
    String(a['queuedAt']).localeCompare(String(b['queuedAt'])),
  )
  const ids = inOrder.map(({ refs }) => String(JSON.parse(String(refs))['token']))
  const links = await Promise.all(ids.map((id) => linkFor(app.payload, id)))
  return links.map((link) => link.split('#')[1] ?? '')
}

const accept = (token: string | undefined) =>
  clientOf(app).post('/api/auth/portal/accept', { token, password })

const setAddress = (collection: string, id: string, email: string) =>
  app.payload.db.updateOne({ collection, id, data: { email } })

describe('an invitation to the portal', () => {
  const invite = (patient: string) => ben.client.post(`/api/patients/${patient}/invite-portal`)

  it('that went to a wrong address opens nothing once the right one is invited', async () => {
    const id = await makePatient(app, 'Una', 'Typo', { email: 'una@wrong.example' })
    expect((await invite(id)).status).toBe(200)
    const before = await accountOf(id)
    const [wrong] = await mailedTo(before?.['id'])
    await setAddress('patients', id, 'Una@right.example')
    expect((await invite(id)).status).toBe(200)
    const after = await accountOf(id)
    expect(after).toMatchObject({ id: before?.['id'], email: 'una@right.example' })
    expect((await accept(wrong)).status).toBe(400)
    const tokens = await mailedTo(after?.['id'])
    const right = tokens.filter((token) => token)
    expect(right).toHaveLength(1)
    expect((await accept(right[0])).status).toBe(200)
  })

  it('repeated to the same address leaves the first link as it is', async () => {
    const id = await makePatient(app, 'Ora', 'Twice', { email: 'ora@example.test' })
    await invite(id)
    await invite(id)
    const tokens = await mailedTo((await accountOf(id))?.['id'])
    expect(tokens).toHaveLength(2)
    expect((await accept(tokens[0])).status).toBe(200)
  })

  it('never moves the address of an account in use; the way there is to close it first', async () => {
    const id = await makePatient(app, 'Ida', 'Inuse', { email: 'ida@example.test' })
    await invite(id)
    const account = await accountOf(id)
    await accept((await mailedTo(account?.['id']))[0])
    await setAddress('patients', id, 'somebody@else.example')
    const refused = await invite(id)
    expect(refused.status).toBe(422)
    expect(messageIn(refused)).toMatch(/signs in to the portal already.*close the account first/)
    expect(await accountOf(id)).toMatchObject({ email: 'ida@example.test' })

    const closed = await ben.client.post(`/api/portal-users/${account?.['id']}/deactivate`)
    expect(closed.status).toBe(200)
    expect((await invite(id)).status).toBe(200)
    const login = (email: string) =>
      clientOf(app).post('/api/auth/portal/login', { email, password })
    expect((await login('ida@example.test')).status).toBe(401)
    expect((await login('somebody@else.example')).status, 'the old password').toBe(401)
    const tokens = (await mailedTo(account?.['id'])).filter((token) => token)
    expect((await accept(tokens.at(-1))).status).toBe(200)
  })

  it("says when the address opens somebody else's account", async () => {
    const other = await makePatient(app, 'Lin', 'First')
    await makePortalUser(app, other, 'lin@example.test')
    const id = await makePatient(app, 'Lin', 'Second', { email: 'LIN@example.test' })
    const refused = await invite(id)
    expect(messageIn(refused)).toMatch(/opens another portal account/)
  })
})

describe('an invitation to somebody who acts for a patient', () => {
  const inviteProxy = (id: string, body = {}) =>
    ben.client.post(`/api/proxies/${id}/invite`, { isSamePerson: false, ...body })

  it('follows an address put right, and the wrong one opens nothing', async () => {
    const maya = await makePatient(app, 'Maya', 'Lee', { dateOfBirth: '2011-02-03' })
    const { proxy, relatedPerson: person } = await insertProxy(app, {
      patient: maya,
      email: 'mother@wrong.example',
    })
    expect((await inviteProxy(proxy)).status).toBe(200)
    const [first] = await rowsOf(app, 'portal-users', { email: 'mother@wrong.example' })
    const [wrong] = await mailedTo(first?.['id'])
    await setAddress('related-persons', person, 'mother@right.example')
    expect((await inviteProxy(proxy)).status).toBe(200)
    expect((await accept(wrong)).status).toBe(400)
    const [account] = await rowsOf(app, 'portal-users', { email: 'mother@right.example' })
    expect((await rowsOf(app, 'proxies', { id: proxy }))[0]).toMatchObject({
      portalUser: account?.['id'],
    })
    const tokens = (await mailedTo(account?.['id'])).filter((token) => token)
    expect((await accept(tokens.at(-1))).status).toBe(200)
    expect(messageIn(await inviteProxy(proxy))).toMatch(/signs in to the portal already/)
  })

  it('moves to an account of its own when the wrong one serves somebody else too', async () => {
    const [one, two] = await Promise.all([
      makePatient(app, 'Tom', 'Ray', { dateOfBirth: '2011-02-03' }),
      makePatient(app, 'Tia', 'Ray', { dateOfBirth: '2013-02-03' }),
    ])
    const email = 'ray@wrong.example'
    const { proxy, relatedPerson: person } = await insertProxy(app, { patient: one, email })
    const { proxy: sibling } = await insertProxy(app, { patient: two, email })
    await inviteProxy(proxy)
    await inviteProxy(sibling, { isSamePerson: true })
    await setAddress('related-persons', person, 'ray@right.example')
    expect((await inviteProxy(proxy)).status).toBe(200)
    const [old] = await rowsOf(app, 'portal-users', { email: 'ray@wrong.example' })
    const [moved] = await rowsOf(app, 'portal-users', { email: 'ray@right.example' })
    const holders = await Promise.all(
      [proxy, sibling].map(async (id) => (await rowsOf(app, 'proxies', { id }))[0]?.['portalUser']),
    )
    expect(holders).toEqual([moved?.['id'], old?.['id']])
  })
})
