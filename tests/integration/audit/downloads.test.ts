import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { standIn } from '@/src/lib/database'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makePatient, makePortalUser, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let ben: Person
let portal: Person
let patient: string
let file: string

// The smallest PNG: one transparent point.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  patient = await makePatient(app, 'Ana', 'Silva')
  portal = await makePortalUser(app, patient, 'ana@example.test')
  const form = new FormData()
  form.set('_payload', JSON.stringify({ patient, kind: 'insuranceCard', side: 'front' }))
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'card.png')
  const made = await portal.client.raw('/api/documents', { method: 'POST', body: form })
  expect(made.status).toBe(201)
  file = `/api/documents/file/${made.body.doc.filename}`
})

afterAll(() => app.stop())

describe('a file of a chart', () => {
  it('leaves a line in the log that says whose it is and who took it', async () => {
    expect((await ben.client.get(file)).status).toBe(200)
    const { docs } = await app.payload.db.find<StoredRow>({
      collection: 'audit-events',
      where: { and: [{ actorId: { equals: ben.id } }, { fields: { equals: 'file' } }] },
    })
    expect(docs).toMatchObject([{ action: 'read', patient, collectionSlug: 'documents' }])
    const seen = await portal.client.get(`/api/patients/${patient}/who-saw`)
    expect(seen.body.lines).toMatchObject([{ name: 'Ben', saw: ['your documents'] }])
  })

  it('stays where it is while the log cannot be written', async () => {
    const mend = standIn(app.payload, () => {
      throw new Error('disk full')
    })
    try {
      const answer = await ben.client.get(file)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('content-type')).not.toContain('image')
    } finally {
      mend()
    }
  })
})
