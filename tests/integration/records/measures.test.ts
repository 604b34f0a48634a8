import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let kim: Person

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
})
afterAll(() => app.stop())

describe('measures', () => {
  it('are there after the boot', async () => {
    const list = await kim.client.get('/api/measures')
    expect(list.status).toBe(200)
    expect(list.body.docs.map((doc: { measureId: string }) => doc.measureId)).toContain('PHQ-9')
  })
})
