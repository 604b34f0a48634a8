import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain } from '@/access/explain'
import { idIn } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { read } from '@/tests/support/people'
import { makeWorld, plantRow, type World } from '@/tests/support/world'

let app: TestApp
let world: World

const kinds = [
  'appointments',
  'sessions',
  'progress-notes',
  'intake-assessments',
  'treatment-plans',
  'diagnoses',
  'claims',
  'documents',
  'insurance-policies',
  'psychotherapy-notes',
  'risk-events',
  'consents',
]

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  for (const slug of kinds.filter((kind) => kind !== 'documents')) {
    const config = app.payload.collections[slug as keyof typeof app.payload.collections]?.config // any slug of the product
    if (!config) throw new Error(slug)
    for (const index of [0, 1, 2]) await plantRow(app, world, config, index)
  }
})

afterAll(() => app.stop())

describe('the page that says why somebody can see something', () => {
  it('says what the doors do', async () => {
    const req = await createLocalReq({}, app.payload)
    let checked = 0
    for (const { client, context, principal } of world.callers) {
      if (!context.userId || ['patient', 'proxy', 'apiClient'].includes(principal)) continue
      const person = { ...(await read(app, 'staff', context.userId)), id: context.userId }
      for (const patient of world.patients) {
        const explained = await explain(req, { person, patient })
        for (const slug of kinds) {
          const reads = explained
            .find((each) => each.slug === slug)
            ?.reasons.filter(({ verb }) => verb === 'read')
          expect(reads, slug).toBeDefined()
          const answer = await client.get(`/api/${slug}?limit=500&depth=0`)
          const shown: Record<string, unknown>[] = answer.body.docs ?? []
          const ofPatient = shown.filter((row) => idIn(row, 'patient') === patient)
          const about = `${principal} on ${slug}`
          const rows = await app.payload.db.count({
            collection: slug,
            where: { patient: { equals: patient } },
          })
          if (reads?.some(({ holds }) => holds === 'yes'))
            expect(ofPatient.length, about).toBe(rows.totalDocs)
          else if (!reads?.some(({ holds }) => holds === 'some'))
            expect(ofPatient, about).toEqual([])
          checked += 1
        }
      }
    }
    expect(checked).toBe(10 * 3 * kinds.length)
  })
})
