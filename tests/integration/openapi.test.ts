import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let rosa: Person

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
})

afterAll(() => app.stop())

it('describes every action beside the collections, for signed-in callers only', async () => {
  expect((await clientOf(app).get('/api/openapi.json')).status).toBe(401)
  const answer = await rosa.client.get('/api/openapi.json')
  expect(answer.status).toBe(200)
  const { allActions } = await import('@/hooks/actions/registry')
  const paths = Object.keys(answer.body.paths)
  for (const { slug, name, on } of allActions()) {
    expect(paths).toContain(
      on === 'collection' ? `/api/${slug}/${name}` : `/api/${slug}/{id}/${name}`,
    )
  }
  expect(paths).toContain('/api/patients')
  expect(JSON.stringify(answer.body)).not.toContain('passwordHash')
})
