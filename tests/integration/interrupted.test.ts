import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makePatient, makeStaff, type Person, read } from '@/tests/support/people'

let app: TestApp
let ben: Person

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
})

afterAll(() => app.stop())

const mailsTo = async (patient: string): Promise<number> => {
  const user = await app.payload.db.findOne<{ id: string }>({
    collection: 'portal-users',
    where: { patient: { equals: patient } },
  })
  if (!user) return 0
  return (
    await app.payload.db.count({
      collection: 'outbox',
      where: { recipientId: { equals: user.id } },
    })
  ).totalDocs
}

const points = ['before-commit', 'after-commit', 'before-account', 'before-done']

describe.each(points)('an action that stops dead at %s', (point) => {
  it('is as never asked or finished by the sweeper, and its key ends as if nothing had happened', async () => {
    const { armFault } = await import('@/src/lib/faults')
    const { sweepActions } = await import('@/hooks/actions/sweep')
    const id = await makePatient(app, 'Ana', point, { email: `${point}@example.test` })
    const headers = { 'Idempotency-Key': `crash-${point}` }
    armFault(`patients.invite-portal:${point}`)
    const crashed = await ben.client.post(`/api/patients/${id}/invite-portal`, {}, headers)
    expect(crashed.status).toBe(500)
    await sweepActions(app.payload, 0)
    const isUntouched = Number((await read(app, 'patients', id))['rev']) === 1
    expect(await mailsTo(id)).toBe(isUntouched ? 0 : 1)
    const again = await ben.client.post(`/api/patients/${id}/invite-portal`, {}, headers)
    expect(again.status).toBe(200)
    expect(await mailsTo(id)).toBe(1)
    const after = await read(app, 'patients', id)
    expect(Number(after['rev'])).toBe(2)
    expect(after['pendingAction'] ?? null).toBeNull()
  })
})

describe('five people at once', () => {
  it('invite one patient: one wins, four are told, one account and one mail come of it', async () => {
    const id = await makePatient(app, 'Eve', 'Five', { email: 'five@example.test' })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        ben.client.post(`/api/patients/${id}/invite-portal`, { rev: 1 }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(4)
    expect(await mailsTo(id)).toBe(1)
  })

  it('send the same request under one key: it happens once', async () => {
    const id = await makePatient(app, 'Eve', 'Key', { email: 'key@example.test' })
    const headers = { 'Idempotency-Key': 'five-with-one-key' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        ben.client.post(`/api/patients/${id}/invite-portal`, {}, headers),
      ),
    )
    for (const answer of answers) expect([200, 409]).toContain(answer.status)
    expect(await mailsTo(id)).toBe(1)
    const other = await ben.client.post(
      `/api/patients/${await makePatient(app, 'Eve', 'Other', { email: 'o@example.test' })}/invite-portal`,
      {},
      headers,
    )
    expect(other.status).toBe(409)
  })
})

describe('an intent without an outcome', () => {
  it('is settled by the revision of the record', async () => {
    const { settleIntents } = await import('@/hooks/audit/settle')
    const { audit } = await import('@/hooks/audit/writer')
    const { asSystem } = await import('@/access/asSystem')
    const id = await makePatient(app, 'Fay', 'Settle')
    const { req } = await asSystem(app.payload, 'test')
    await audit(req, {
      action: 'update',
      outcome: 'intended',
      collection: 'patients',
      recordIds: [id],
      rev: 1,
      writeId: 'w-not',
    })
    await audit(req, {
      action: 'update',
      outcome: 'intended',
      collection: 'patients',
      recordIds: [id],
      rev: 0,
      writeId: 'w-done',
    })
    await settleIntents(app.payload, -1000)
    const outcomeOf = async (writeId: string) =>
      (
        await app.payload.db.find<{ id: string; outcome: string }>({
          collection: 'audit-events',
          where: { writeId: { equals: writeId } },
        })
      ).docs
        .map((row) => row.outcome)
        .sort()
    expect(await outcomeOf('w-not')).toEqual(['intended', 'not-applied'])
    expect(await outcomeOf('w-done')).toEqual(['done', 'intended'])
    expect(await settleIntents(app.payload, -1000)).toBe(0)
  })
})

describe('the access log', () => {
  it('is one unbroken chain per process', async () => {
    const { hmac } = await import('@/src/lib/crypto')
    const { ringKey } = await import('@/src/lib/keys')
    const { docs } = await app.payload.db.find<{
      id: string
      seq: number
      prevHash: string
      hmac: string
      canonical: string
    }>({
      collection: 'audit-events',
      where: {},
      sort: 'seq',
      limit: 0,
      pagination: false,
    })
    expect(docs.length).toBeGreaterThan(20)
    docs.forEach((row, index) => {
      expect(row.seq).toBe(index + 1)
      expect(row.prevHash ?? '').toBe(index === 0 ? '' : docs[index - 1]?.hmac)
      expect(row.hmac).toBe(hmac(ringKey('audit'), `${row.prevHash ?? ''}|${row.canonical}`))
    })
  })
})
