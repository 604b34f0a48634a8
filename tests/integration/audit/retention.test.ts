import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { verifyLog } from '@/hooks/audit/verify'
import { audit, closeAuditChain } from '@/hooks/audit/writer'
import { settingDefinitions } from '@/hooks/rules/settingDefinitions'
import type { StoredRow } from '@/src/domain/row'
import { letGoOfOldLog } from '@/src/jobs/auditLog'
import { clock } from '@/src/lib/clock'
import { thief } from '@/tests/support/auditLog'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff, type Person } from '@/tests/support/people'

type Row = StoredRow & { chainId: string }

let app: TestApp
let rosa: Person
const realWall = clock.wall

const on = async (day: string, work: () => Promise<unknown>): Promise<void> => {
  clock.wall = () => new Date(`${day}T12:00:00.000Z`)
  try {
    await work()
  } finally {
    clock.wall = realWall
  }
}

const write = async (): Promise<void> => {
  await closeAuditChain(app.payload)
  const { req } = await asSystem(app.payload, 'test')
  const event = { action: 'read', outcome: 'seen', collection: 'patients' } as const
  await audit(req, { ...event, patientIds: ['a', 'b'] })
  await audit(req, { ...event, patientIds: ['a'] })
  await closeAuditChain(app.payload)
}

const rowsOf = async (collection: string, where = {}): Promise<Row[]> =>
  (await app.payload.db.find<Row>({ collection, where, limit: 0, pagination: false })).docs

const daysLeft = async (): Promise<string[]> => [
  ...new Set((await rowsOf('audit-events')).map(({ chainId }) => chainId.slice(0, 10))),
]

const oldest = '2014-03-01'
const old = '2015-03-01'
const damaged = '2015-03-02'
const young = '2024-01-01'

beforeAll(async () => {
  app = await bootApp()
  await on(oldest, write)
  rosa = await makeStaff(app, 'Rosa', ['owner'])
})

afterAll(() => app.stop())

describe('keeping the access log', () => {
  it('lasts six years at least, whatever somebody enters', async () => {
    expect(settingDefinitions.auditRetentionYears.min).toBe(6)
    const practice = { practice: { auditRetentionYears: 5 } }
    const answer = await rosa.client.post('/api/globals/rule-settings', practice)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('6 to 30')
  })

  it('lets a day go through the guards of the database, which hold for every other', async () => {
    expect(await letGoOfOldLog(app.payload)).toBe('1 day let go')
    expect(await daysLeft()).not.toContain(oldest)
    if (app.database === 'mongo') return
    const [kept] = await rowsOf('audit-events')
    const where = { id: { equals: kept?.id } }
    await expect(app.payload.db.deleteMany({ collection: 'audit-events', where })).rejects.toThrow()
  })

  it('lets go of whole days only, after checking them, and the rest can still be checked', async () => {
    for (const day of [old, damaged, young]) await on(day, write)
    const hand = thief(app)
    await hand.breakGuards()
    const [victim] = await rowsOf('audit-events', { chainId: { like: `${damaged}.` } })
    await hand.change('audit-events', String(victim?.id), { reason: 'none' })
    await letGoOfOldLog(app.payload)
    const left = await daysLeft()
    expect(left).not.toContain(old)
    // Evidence stays.
    expect(left).toContain(damaged)
    expect(left).toContain(young)
    const pruned = await rowsOf('audit-checkpoints', { kind: { equals: 'pruned' } })
    expect(pruned.find(({ day }) => day === old)?.['note']).toBe('2 events in 1 chain')
    expect(await rowsOf('audit-subjects', { chainId: { like: old } })).toEqual([])
    const { problems } = await verifyLog(app.payload)
    expect(problems).toMatchObject([{ kind: 'changed', day: damaged }])
    expect(await rowsOf('audit-events', { action: { equals: 'let-go' } })).toHaveLength(2)
    await hand.change('audit-events', String(victim?.id), { reason: String(victim?.['reason']) })
    await letGoOfOldLog(app.payload)
    expect(await daysLeft()).not.toContain(damaged)
    expect((await verifyLog(app.payload)).problems).toEqual([])
    expect(await letGoOfOldLog(app.payload)).toBe('0 days let go')
  })

  it('finds that a kept day was deleted by somebody else', async () => {
    const hand = thief(app)
    for (const { id } of await rowsOf('audit-events', { chainId: { like: `${young}.` } }))
      await hand.remove('audit-events', id)
    expect((await verifyLog(app.payload)).problems).toMatchObject([
      { kind: 'removed', day: young, seq: 1 },
    ])
  })
})
