import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { assign, insert, makePatient, makePortalUser, makeStaff } from '@/tests/support/people'

let app: TestApp

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

const everyRow = async (slug: string): Promise<StoredRow[]> =>
  (await app.payload.db.find<StoredRow>({ collection: slug, limit: 0, pagination: false })).docs

describe('rows read without the query builder', () => {
  it('are what the adapter would have answered', async () => {
    const { plainRows } = await import('@/src/lib/plainRows')
    const kim = await makeStaff(app, 'Kim', ['clinician', 'supervisor'], {
      credentials: 'LCSW',
      isOnLeave: true,
    })
    await makeStaff(app, 'Ben', [])
    const patient = await makePatient(app, 'Ana', 'Silva')
    await makePortalUser(app, patient, 'ana@example.test')
    await assign(app, kim.id, patient)
    await insert(app, 'supervision-agreements', {
      supervisor: kim.id,
      supervisee: kim.id,
      startsOn: '2026-01-01',
    })
    for (const slug of [
      'staff',
      'portal-users',
      'auth-sessions',
      'care-team-assignments',
      'supervision-agreements',
      'patients',
    ]) {
      const expected = await everyRow(slug)
      expect(expected.length, slug).toBeGreaterThan(0)
      const found = await plainRows<StoredRow>(app.payload, {
        slug,
        column: 'id',
        values: expected.map(({ id }) => id),
      })
      const byId = new Map(found.map((row) => [row.id, row]))
      for (const row of expected) expect(byId.get(row.id), slug).toMatchObject(row)
      expect(found, slug).toHaveLength(expected.length)
    }
  })

  it('hold at least the fields that were asked for', async () => {
    const { plainRows } = await import('@/src/lib/plainRows')
    const [expected] = await everyRow('staff')
    const values = [expected?.id ?? '']
    const fields = ['name', 'roles', 'isActive']
    const [found] = await plainRows<StoredRow>(app.payload, {
      slug: 'staff',
      column: 'id',
      values,
      fields,
    })
    for (const field of fields) expect(found?.[field], field).toEqual(expected?.[field])
  })

  it('are none for no values, and none for a value that is not there', async () => {
    const { plainRows } = await import('@/src/lib/plainRows')
    expect(await plainRows(app.payload, { slug: 'staff', column: 'id', values: [] })).toEqual([])
    expect(
      await plainRows(app.payload, {
        slug: 'auth-sessions',
        column: 'tokenHash',
        values: ["' OR 1=1 --"],
      }),
    ).toEqual([])
  })
})

describe('rows written without the query builder', () => {
  it('keep what they were given, each under an id of its own', async () => {
    const { insertRows } = await import('@/src/lib/database')
    const rest = {
      scopes: 'inquiries:create',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    }
    await insertRows(app.payload, 'api-clients', [
      { name: 'Blue', isActive: false, ...rest },
      { name: "Green's; --", isActive: true, ...rest },
    ])
    const clients = await everyRow('api-clients')
    expect(clients.map(({ name, isActive }) => [name, isActive])).toEqual(
      expect.arrayContaining([
        ['Blue', false],
        ["Green's; --", true],
      ]),
    )
    expect(new Set(clients.map(({ id }) => id)).size).toBe(2)
  })
})
