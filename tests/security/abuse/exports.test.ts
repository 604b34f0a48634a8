import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorRegistry } from '@/access/doors'
import { buildExports } from '@/collections/records/sharing/exports/buildExport'
import { csvLine } from '@/src/domain/csv'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addProgressNote,
  addPsychotherapyNote,
  type Cast,
  makeCast,
  secretWord,
} from '@/tests/support/cast'
import type { Client } from '@/tests/support/client'
import { makePatient } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { addRelease, toDrLee } from '@/tests/support/sharing'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
  const note = await addProgressNote(app, { patient: cast.ana, author: cast.kim.id })
  await cast.kim.client.get(`/api/progress-notes/${note}`)
})

afterAll(() => app.stop())

const exports = () =>
  doorRegistry(app.config).filter(
    ({ path, classification }) => /export/.test(path) && classification !== 'closed',
  )

const linesOf = (text: string): string[] => text.split('\r\n').filter(Boolean)

describe('an export', () => {
  it('T021 is the answer to who asked for it: nothing of it stays that another could fetch', async () => {
    const keeping = app.config.collections.filter(({ slug }) => /export|download/.test(slug))
    expect(keeping.map(({ slug }) => slug)).toEqual(['chart-exports'])
    const before = app.config.collections.map(({ slug }) => slug)
    const answer = await cast.sam.client.post('/api/audit-events/export', { purpose: 'audit' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(app.config.collections.map(({ slug }) => slug)).toEqual(before)
    for (const [principal, client] of cast.callers) {
      if (principal === 'compliance') continue
      const asked = await client.post('/api/audit-events/export', { purpose: 'audit' })
      expect([401, 403], principal).toContain(asked.status)
      expect(JSON.stringify(asked.body), principal).not.toContain('Silva')
    }
    const taken = await rowsOf(app, 'audit-events', { action: 'export', actorId: cast.sam.id })
    expect(taken.filter(({ outcome }) => outcome !== 'refused')).toHaveLength(1)
  })

  it('T021 of a chart is fetched once, by compliance or the care team, and by nobody else', async () => {
    const release = await addRelease(app, cast.ana)
    const asked = await cast.sam.client.post('/api/disclosures/prepare', toDrLee(cast.ana, release))
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    await buildExports(app.payload)
    const [kept] = await rowsOf(app, 'chart-exports', { disclosure: asked.body.id })
    expect(kept?.['status']).toBe('ready')
    const fetchAs = (client: Client) => client.post(`/api/chart-exports/${kept?.['id']}/file`, {})
    for (const [principal, client] of [
      ...cast.callers,
      ['stranger to the chart', cast.theo.client],
    ] as const) {
      if (['compliance', 'clinician'].includes(principal)) continue
      expect([401, 403, 404], principal).toContain((await fetchAs(client)).status)
    }
    expect((await fetchAs(cast.sam.client)).status).toBe(200)
    expect((await fetchAs(cast.sam.client)).status).toBeGreaterThanOrEqual(400)
  })

  it('T022 has its own columns and no records that hang on its rows', async () => {
    const answer = await cast.sam.client.post(
      '/api/audit-events/export?depth=5&select[canonical]=true',
      {
        purpose: 'audit',
        depth: 5,
        fields: ['canonical'],
      },
    )
    expect([200, 400]).toContain(answer.status)
    const plain = await cast.sam.client.post('/api/audit-events/export', { purpose: 'audit' })
    const [heading, ...rows] = linesOf(String(plain.body))
    expect(heading).toBe('When (UTC),Who,Role,What,Patients,Result,Where,Why')
    expect(rows.length).toBeGreaterThan(3)
    for (const text of [String(answer.body), String(plain.body)])
      expect(text).not.toContain(secretWord)
  })

  it('T023 exists where the product has one, and nowhere else', async () => {
    expect(exports().map(({ where, path }) => `${where}${path}`)).toEqual(['/audit-events/export'])
    for (const { slug } of app.config.collections) {
      // A person's own choices are kept under any name.
      if (['audit-events', 'payload-preferences', 'payload-migrations'].includes(slug)) continue
      for (const path of [
        `/api/${slug}/export`,
        `/api/exports/download/${slug}`,
        `/api/export/${slug}`,
      ]) {
        for (const client of [cast.rosa.client, cast.sam.client]) {
          const answer = await client.post(path, { purpose: 'audit' })
          expect([403, 404], path).toContain(answer.status)
        }
      }
      expect([403, 404], slug).toContain((await cast.sam.client.get(`/api/${slug}/export`)).status)
    }
  })

  it('T091 holds no cell that a spreadsheet runs', async () => {
    const evil = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1+1',
      '\u00a0=1',
      '\uff1d1',
      'ok\n=1+1',
      'ok\r\n  @x',
    ]
    for (const text of evil) {
      const line = csvLine([text]).replace(/^"|"?\r\n$/g, '')
      for (const part of line.split(/[\r\n]+/).filter(Boolean))
        expect(part.trimStart(), JSON.stringify(text)).toMatch(/^('|ok)/)
    }
    expect(csvLine(['a-b', 'x=y', 'a@b.cc', 'Silva, Ana', -5])).toBe(
      'a-b,x=y,a@b.cc,"Silva, Ana",-5\r\n',
    )
    const patient = await makePatient(app, '=HYPERLINK("http://evil.example")', 'X')
    await cast.rosa.client.get(`/api/patients/${patient}`)
    const answer = await cast.sam.client.post('/api/audit-events/export', { purpose: 'audit' })
    expect(String(answer.body)).toContain("'=HYPERLINK")
    expect(String(answer.body)).not.toMatch(/(^|[,"])=HYPERLINK/m)
  })
})
