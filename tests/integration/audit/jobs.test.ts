import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { verifyLog } from '@/hooks/audit/verify'
import { audit, closeAuditChain, writerHead } from '@/hooks/audit/writer'
import type { StoredRow } from '@/src/domain/row'
import { checkLog, checkLogSummary, checkpointLog } from '@/src/jobs/auditLog'
import { clock } from '@/src/lib/clock'
import { thief } from '@/tests/support/auditLog'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let sam: Person

const write = async (count: number): Promise<void> => {
  const { req } = await asSystem(app.payload, 'test')
  for (let index = 0; index < count; index += 1)
    await audit(req, { action: 'read', outcome: 'seen', collection: 'patients' })
}

/** This process forgets its chain, as one does that was killed. */
const die = (): void => {
  const holder = globalThis as unknown as Record<symbol, { chainId: string }> // globalState keeps it there
  const writer = holder[Symbol.for('therapy-ops.audit-writer')]
  if (writer) writer.chainId = ''
}

const rowsOf = async (collection: string, where = {}): Promise<StoredRow[]> =>
  (await app.payload.db.find<StoredRow>({ collection, where, limit: 0, pagination: false })).docs

const later = async (ms: number, work: () => Promise<unknown>): Promise<void> => {
  const real = clock.wall
  clock.wall = () => new Date(real().getTime() + ms)
  try {
    await work()
  } finally {
    clock.wall = real
  }
}

beforeAll(async () => {
  app = await bootApp()
  sam = await makeStaff(app, 'Sam', ['compliance'])
})

afterAll(() => app.stop())

describe('the jobs of the access log', () => {
  it('sign the end of a chain whose process died, once, and leave a live one alone', async () => {
    await write(5)
    const dead = writerHead()
    expect(dead?.seq).toBeGreaterThanOrEqual(5)
    die()
    await write(1)
    const ends = () =>
      rowsOf('audit-checkpoints', {
        and: [{ chainId: { equals: dead?.chainId } }, { kind: { equals: 'closed' } }],
      })
    await checkpointLog(app.payload)
    expect(await ends()).toHaveLength(0)
    await later(20 * 60_000, () => checkpointLog(app.payload))
    await later(21 * 60_000, () => checkpointLog(app.payload))
    expect(await ends()).toMatchObject([{ lastSeq: dead?.seq, lastHash: dead?.hash }])
    const live = writerHead()?.chainId
    expect(
      await rowsOf('audit-checkpoints', {
        and: [{ chainId: { equals: live } }, { kind: { equals: 'closed' } }],
      }),
    ).toHaveLength(0)
    expect((await verifyLog(app.payload)).problems).toEqual([])
  })

  it('sign that nothing happened in an idle hour', async () => {
    const idle = () => rowsOf('audit-checkpoints', { kind: { equals: 'idle' } })
    const before = (await idle()).length
    await later(3 * 3_600_000, async () => {
      await checkpointLog(app.payload)
      await checkpointLog(app.payload)
    })
    expect(await idle()).toHaveLength(before + 1)
  })

  it('keep every check where compliance reads it, and call nobody while the log holds', async () => {
    const { problemCount } = await checkLog(app.payload, 'whole')
    expect(problemCount).toBe(0)
    const answer = await sam.client.get('/api/audit-verifications?sort=-startedAt')
    expect(answer.status).toBe(200)
    expect(answer.body.docs[0]).toMatchObject({
      result: 'holds',
      extent: 'whole log',
      problemCount: 0,
    })
    expect(answer.body.docs[0].verifiedUpTo).toBeTruthy()
    expect(await rowsOf('tasks', { kind: { equals: 'audit' } })).toHaveLength(0)
  })

  it('mend the index that finds the lines of one patient among many', async () => {
    const { req } = await asSystem(app.payload, 'test')
    const event = { action: 'read', outcome: 'seen', collection: 'patients' } as const
    await audit(req, { ...event, patientIds: ['p1', 'p2', 'p3'] })
    await closeAuditChain(app.payload)
    const of = (patient: string) => rowsOf('audit-subjects', { patient: { equals: patient } })
    expect(await of('p2')).toHaveLength(1)
    for (const patient of ['p2', 'p3'])
      await app.payload.db.deleteMany({
        collection: 'audit-subjects',
        where: { patient: { equals: patient } },
      })
    expect(await of('p2')).toHaveLength(0)
    await checkLogSummary(app.payload, 'recent')
    await checkLogSummary(app.payload, 'whole')
    for (const patient of ['p1', 'p2', 'p3']) expect(await of(patient)).toHaveLength(1)
  })

  it('call compliance once, urgently, when an event was altered, and say which', async () => {
    await closeAuditChain(app.payload)
    const hand = thief(app)
    await hand.breakGuards()
    const [event] = await rowsOf('audit-events', { action: { equals: 'read' } })
    await hand.change('audit-events', String(event?.id), { reason: 'none' })
    for (const extent of ['recent', 'whole'] as const) await checkLog(app.payload, extent)
    const tasks = await sam.client.get('/api/tasks?where[kind][equals]=audit')
    expect(tasks.body.docs).toHaveLength(1)
    expect(tasks.body.docs[0]).toMatchObject({ isUrgent: true, assignedRole: 'compliance' })
    expect(tasks.body.docs[0].title).toContain('altered')
    const [last] = (await sam.client.get('/api/audit-verifications?sort=-startedAt')).body.docs
    expect(last).toMatchObject({ result: 'altered', problemCount: 1 })
    expect(last.problems).toContain(`Event ${event?.['seq']} of`)
    expect(last.problems).toContain('reason')
    expect(last.verifiedUpTo ?? null).toBeNull()
  })
})
