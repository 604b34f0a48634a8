import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { enrollCode, freshCode, passwordOnly } from '@/tests/support/factors'
import { makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let rosa: Person
let nobody: Client
let half: Client

const requireFactor = (isFactorRequired: boolean) =>
  app.payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired },
  })

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  await requireFactor(true)
  nobody = clientOf(app)
  half = await passwordOnly(app, rosa.email)
})

afterAll(() => app.stop())

const withoutReference = (text: string): string =>
  text.replaceAll(/"reference":"[^"]*"/g, '"reference":""')

const seenBy = async (client: Client, path: string): Promise<string> => {
  const { status, body } = await client.get(path)
  return withoutReference(`${status} ${JSON.stringify(body)}`)
}

describe('a new practice', () => {
  it('asks staff for a second factor from the first sign-in on', async () => {
    const { signInSettingsOf } = await import('@/src/domain/signIn/standing')
    expect(signInSettingsOf(null).isFactorRequired).toBe(true)
    expect((await half.get('/api/auth/staff/session')).body.standing).toBe('enroll')
  })
})

describe('a session without the factor that the practice asks for (SR-7)', () => {
  it('gets from every reading door what nobody gets', async () => {
    const paths = app.config.collections.flatMap(({ slug }) => [
      `/api/${slug}`,
      `/api/${slug}/count`,
      `/api/${slug}/versions`,
      `/api/${slug}/any-id`,
      `/api/${slug}/any-id/actions`,
    ])
    const globals = app.config.globals.map(({ slug }) => `/api/globals/${slug}`)
    const more = ['/api/openapi.json', '/api/access', '/api/staff/me', '/api/auth/staff/me']
    for (const path of [...paths, ...globals, ...more])
      expect(await seenBy(half, path), path).toBe(await seenBy(nobody, path))
  })

  it('gets from every file, action and GraphQL what nobody gets', async () => {
    expect(await seenBy(half, '/api/documents/file/any.pdf')).toBe(
      await seenBy(nobody, '/api/documents/file/any.pdf'),
    )
    const { allActions } = await import('@/hooks/actions/registry')
    for (const { slug, name, on } of allActions()) {
      const path = on === 'collection' ? `/api/${slug}/${name}` : `/api/${slug}/any-id/${name}`
      expect((await half.post(path)).status, path).toBe((await nobody.post(path)).status)
    }
    const query = '{ Patients { totalDocs } Practice { taxId } }'
    const [mine, theirs] = [await half.graphql(query), await nobody.graphql(query)]
    expect(withoutReference(JSON.stringify(mine.body))).toBe(
      withoutReference(JSON.stringify(theirs.body)),
    )
    expect((await half.graphql('{ __schema { types { name } } }')).status).toBe(401)
  })

  it('is nobody for the pages and server functions of the office', async () => {
    const headers = new Headers({ cookie: half.cookie, host: 'localhost:3000' })
    expect((await app.payload.auth({ headers })).user).toBeNull()
  })

  it('reaches the setting up of a factor and, with it, everything of the person', async () => {
    const { client, secret } = await enrollCode(app, await passwordOnly(app, rosa.email))
    expect((await client.get('/api/patients')).status).toBe(200)
    const [factor] = (await client.get('/api/auth/staff/factors')).body.factors
    const removed = await client.post(`/api/auth/staff/factors/${factor.id}/remove`)
    expect(removed.status).toBe(422)
    expect(removed.body.errors[0].message).toContain('only second factor')
    // Another session that has only shown the password ends where the factor begins.
    expect((await half.get('/api/auth/staff/session')).body.standing).toBe('verify')
    const code = await freshCode(app, rosa.id, secret)
    expect((await half.post('/api/auth/staff/verify', { code })).status).toBe(200)
  })
})

describe('the setting', () => {
  it('shuts those out at once who have shown none, and is the owner’s to change', async () => {
    await requireFactor(false)
    const kim = await makeStaff(app, 'Kim', ['clinician'])
    expect((await kim.client.get('/api/patients')).status).toBe(200)
    const path = '/api/globals/sign-in-settings'
    expect((await kim.client.post(path, { isFactorRequired: true })).status).toBe(403)
    const dana = await makeStaff(app, 'Dana', ['owner'])
    expect((await dana.client.post(path, { staffIdleMinutes: 61 })).status).toBe(400)
    expect((await dana.client.post(path, { staffIdleMinutes: 4 })).status).toBe(400)
    expect((await dana.client.post(path, { isFactorRequired: true })).status).toBe(200)
    expect((await kim.client.get('/api/patients')).status).toBe(401)
    await requireFactor(false)
  })
})
