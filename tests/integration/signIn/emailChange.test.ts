import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, linkFor } from '@/collections/system/auth/tokens'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf, testPassword } from '@/tests/support/client'
import { makePatient, makePortalUser, type Person } from '@/tests/support/people'
import { messageIn, rowsOf } from '@/tests/support/practice'

let app: TestApp
let ana: Person

beforeAll(async () => {
  app = await bootApp()
  ana = await makePortalUser(app, await makePatient(app, 'Ana', 'Silva'), 'old@example.test')
})

afterAll(() => app.stop())

const ask = (email: string) => ana.client.post('/api/auth/portal/email', { email })

const confirm = (token: string | undefined) =>
  clientOf(app).post('/api/auth/portal/email/confirm', { token })

const signInWith = async (email: string) =>
  (await clientOf(app).post('/api/auth/portal/login', { email, password: testPassword })).status

const afterHash = async (tokenId: string): Promise<string | undefined> =>
  (await linkFor(app.payload, tokenId)).split('#')[1]

/** What stands behind the # of the link to a new address. */
const askedFor = async (email: string): Promise<string | undefined> => {
  const [row] = await rowsOf(app, 'auth-tokens', { purpose: 'email', email })
  return afterHash(String(row?.['id']))
}

describe('a new address to sign in with', () => {
  it('says what is wrong with one that is none', async () => {
    const refused = await ask('nobody')
    expect(refused.status).toBe(400)
    expect(messageIn(refused)).toMatch(/such as name@example.com/)
  })

  it('counts only once its own mailbox was opened; the old one is told before', async () => {
    expect((await ask('New@example.test')).status).toBe(200)
    const mails = await rowsOf(app, 'outbox')
    expect(mails.map(({ template }) => template).sort()).toEqual(['email-asked', 'email-confirm'])
    expect([await signInWith('old@example.test'), await signInWith('new@example.test')]).toEqual([
      200, 401,
    ])
  })

  it('ends what waits in the old mailbox, and its own link works once', async () => {
    const reset = await issueToken(app.payload, {
      purpose: 'reset',
      surface: 'portal',
      userId: ana.id,
    })
    const old = await afterHash(reset)
    const token = await askedFor('new@example.test')
    expect((await confirm(token)).status).toBe(200)
    expect((await confirm(token)).status).toBe(400)
    expect([await signInWith('old@example.test'), await signInWith('new@example.test')]).toEqual([
      401, 200,
    ])
    const accept = { token: old, password: 'another light above the bay' }
    expect((await clientOf(app).post('/api/auth/portal/accept', accept)).status).toBe(400)
  })

  it("answers the same for somebody else's address, which it does not take", async () => {
    await makePortalUser(app, await makePatient(app, 'Bob', 'Other'), 'bob@example.test')
    expect((await ask('bob@example.test')).status).toBe(200)
    const refused = await confirm(await askedFor('bob@example.test'))
    expect(refused.status).toBe(409)
    expect(messageIn(refused)).toMatch(/Call us/)
    expect(await signInWith('new@example.test')).toBe(200)
  })
})
