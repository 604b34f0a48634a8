import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { settleIntents } from '@/hooks/audit/settle'
import { pauseAfterMs, retryMinutes } from '@/src/domain/webhooks/schedule'
import { forgetDeliveries, sendWebhooks } from '@/src/jobs/webhooks/sendWebhooks'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addDiagnosis, type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { intakePath, intakesOf } from '@/tests/support/intakes'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, makeStaff, read } from '@/tests/support/people'
import { messageIn, rowsOf } from '@/tests/support/practice'
import { type Receiver, startReceiver } from '@/tests/support/receiver'

vi.hoisted(() => {
  process.env['WEBHOOK_ALLOWED_NETWORKS'] = '127.0.0.0/8'
})

let app: TestApp
let chart: Chart
const receivers: Receiver[] = []

const receiver = async (host?: string): Promise<Receiver> => {
  const started = await startReceiver(host)
  receivers.push(started)
  return started
}

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await freshPasswords(app)
})

afterEach(async () => {
  for (const collection of ['webhook-deliveries', 'webhooks'])
    await app.payload.db.deleteMany({ collection, where: {} })
  await Promise.all(receivers.splice(0).map((each) => each.stop()))
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

type Listening = { id: string; secret: string }

let count = 0

const listening = async (url: string, events = 'payment.recorded'): Promise<Listening> => {
  count += 1
  const body = { name: `Receiver ${count}`, url, events }
  const made = await chart.rosa.client.post('/api/webhooks/register', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { id: made.body.id, secret: made.body.result.secret }
}

const pay = async (): Promise<string> => {
  const body = { patient: chart.ana, amountCents: 100, method: 'cash' }
  const made = await chart.dana.client.post('/api/payments/record', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id
}

const deliveriesOf = (webhook: string) => rowsOf(app, 'webhook-deliveries', { webhook })

const dueNow = (webhook: string) =>
  app.payload.db.updateMany({
    collection: 'webhook-deliveries',
    where: { webhook: { equals: webhook } },
    data: { nextAttemptAt: clock.wall().toISOString() },
  })

const opened = ({ received }: Receiver, secret: string) =>
  received.map(({ body, headers }) => {
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>)
    return verified as { type: string; timestamp: string; data: Record<string, string> }
  })

describe('a receiver that works', () => {
  it('is told once, by ids alone, in a message that the library verifies', async () => {
    const outside = await receiver()
    const { id, secret } = await listening(outside.url)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const payment = await pay()
    expect(await sendWebhooks(app.payload)).toBe(1)
    expect(await sendWebhooks(app.payload)).toBe(0)
    const [told] = opened(outside, secret)
    expect(told).toEqual({
      type: 'payment.recorded',
      timestamp: expect.any(String),
      data: { collection: 'payments', id: payment, patient: chart.ana },
    })
    const [delivery] = await deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204 })
    expect(outside.received[0]?.headers['webhook-id']).toBe(`msg_${delivery?.id}`)
    const log = await chart.rosa.client.get('/api/webhook-deliveries')
    expect(log.body.docs[0]).toMatchObject({ event: 'payment.recorded', recordId: payment })
    expect((await read(app, 'webhooks', id))['lastDeliveredAt']).toBeTruthy()
  })

  it('hears of a test, and of a message again under the id it had', async () => {
    const outside = await receiver()
    const { id, secret } = await listening(outside.url)
    const test = await chart.rosa.client.post(`/api/webhooks/${id}/send-test`)
    expect(test.status).toBe(200)
    await sendWebhooks(app.payload)
    const [delivery] = await deliveriesOf(id)
    const again = await chart.rosa.client.post(`/api/webhook-deliveries/${delivery?.id}/replay`)
    expect(again.status).toBe(200)
    await sendWebhooks(app.payload)
    expect(opened(outside, secret).map(({ type }) => type)).toEqual([
      'webhook.test',
      'webhook.test',
    ])
    const ids = outside.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
  })

  it('hears at once of what waits for its next try, when an owner sends it again', async () => {
    const outside = await receiver()
    const { id } = await listening(outside.url)
    outside.answers((response) => response.writeHead(500).end())
    await pay()
    await sendWebhooks(app.payload)
    outside.answers((response) => response.writeHead(204).end())
    await sendWebhooks(app.payload)
    const [waiting] = await deliveriesOf(id)
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 })
    const again = await chart.rosa.client.post(`/api/webhook-deliveries/${waiting?.id}/replay`)
    expect(again.status).toBe(200)
    await sendWebhooks(app.payload)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', lastStatus: 204 })
  })

  it('may check either secret while one is exchanged for another', async () => {
    const outside = await receiver()
    const { id, secret } = await listening(outside.url)
    const changed = await chart.rosa.client.post(`/api/webhooks/${id}/change-secret`, {
      overlapHours: 1,
    })
    const newer = changed.body.result.secret
    expect(newer).not.toBe(secret)
    await pay()
    await sendWebhooks(app.payload)
    expect([opened(outside, secret), opened(outside, newer)].map(({ length }) => length)).toEqual([
      1, 1,
    ])
    outside.received.length = 0
    const past = { previousSecretEndsAt: '2026-01-01T00:00:00.000Z' }
    await app.payload.db.updateOne({ collection: 'webhooks', id, data: past })
    await pay()
    await sendWebhooks(app.payload)
    expect(opened(outside, newer)).toHaveLength(1)
    expect(() => opened(outside, secret)).toThrow()
  })

  it('waits while it is paused and is told afterwards', async () => {
    const outside = await receiver()
    const { id } = await listening(outside.url)
    expect((await chart.rosa.client.post(`/api/webhooks/${id}/pause`)).status).toBe(200)
    await pay()
    await sendWebhooks(app.payload)
    expect(outside.received).toEqual([])
    expect((await chart.rosa.client.post(`/api/webhooks/${id}/resume`)).status).toBe(200)
    await sendWebhooks(app.payload)
    expect(outside.received).toHaveLength(1)
  })
})

describe('a receiver that does not work', () => {
  it('that hangs is given up for now, and holds up no other', async () => {
    const [hanging, fine] = [await receiver(), await receiver()]
    hanging.answers(() => undefined)
    const { id } = await listening(hanging.url)
    await listening(fine.url)
    await pay()
    await pay()
    await sendWebhooks(app.payload, { timeoutMs: 2000 })
    expect(fine.received).toHaveLength(2)
    expect(hanging.received).toHaveLength(1)
    const rows = await deliveriesOf(id)
    expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued'])
    const tried = rows.find(({ attempts }) => attempts === 1)
    expect(tried).toMatchObject({ lastProblem: 'timeout', lastStatus: null })
    expect(Date.parse(String(tried?.['nextAttemptAt']))).toBeGreaterThan(Date.now())
  })

  it('that lies is tried ten times, later each time, and taken up again by hand', async () => {
    const lying = await receiver()
    lying.answers((response) => response.writeHead(500).end('x'.repeat(2_000_000)))
    const { id } = await listening(lying.url)
    await pay()
    const tries = retryMinutes.length + 1
    for (const _ of Array.from({ length: tries + 2 })) {
      await dueNow(id)
      await sendWebhooks(app.payload)
    }
    expect(lying.received).toHaveLength(tries)
    const [row] = await deliveriesOf(id)
    expect(row).toMatchObject({ state: 'failed', attempts: tries, lastStatus: 500 })
    lying.answers((response) => response.writeHead(200).end())
    await chart.rosa.client.post(`/api/webhook-deliveries/${row?.id}/replay`)
    expect(await sendWebhooks(app.payload)).toBe(1)
    expect((await read(app, 'webhooks', id))['failingSince'] ?? null).toBeNull()
  })

  it('that redirects to an address inside is not followed', async () => {
    const [redirecting, inside] = [await receiver(), await receiver('127.0.0.2')]
    redirecting.answers((response) => response.writeHead(308, { location: inside.url }).end())
    const { id } = await listening(redirecting.url)
    await pay()
    await sendWebhooks(app.payload)
    expect([redirecting.received.length, inside.received.length]).toEqual([1, 0])
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'queued', lastProblem: 'redirect' })
  })

  it('inside is not reached unless its network was opened', async () => {
    const inside = await receiver()
    const { id } = await listening(inside.url)
    await pay()
    await sendWebhooks(app.payload, { allowedNetworks: '' })
    expect(inside.received).toEqual([])
    expect((await deliveriesOf(id))[0]).toMatchObject({ lastProblem: 'inside-address' })
  })

  it('for three days, or gone for good, is paused and an owner is told', async () => {
    const [failing, gone] = [await receiver(), await receiver()]
    failing.answers((response) => response.writeHead(503).end())
    gone.answers((response) => response.writeHead(410).end())
    const [first, second] = [await listening(failing.url), await listening(gone.url)]
    await pay()
    await sendWebhooks(app.payload)
    expect((await read(app, 'webhooks', first.id))['state']).toBe('active')
    expect(await read(app, 'webhooks', second.id)).toMatchObject({
      state: 'paused',
      pauseReason: 'gone',
    })
    await app.payload.db.updateOne({
      collection: 'webhooks',
      id: first.id,
      data: { failingSince: new Date(Date.now() - pauseAfterMs).toISOString() },
    })
    await dueNow(first.id)
    await sendWebhooks(app.payload)
    expect(await read(app, 'webhooks', first.id)).toMatchObject({
      state: 'paused',
      pauseReason: 'failing',
    })
    const tasks = await rowsOf(app, 'tasks', { kind: 'webhook-paused', status: 'open' })
    expect(tasks.map(({ recordId }) => recordId).sort()).toEqual([first.id, second.id].sort())
    expect(tasks[0]).toMatchObject({ assignedRole: 'owner' })
    failing.answers((response) => response.writeHead(200).end())
    await chart.rosa.client.post(`/api/webhooks/${first.id}/resume`)
    await dueNow(first.id)
    expect(await sendWebhooks(app.payload)).toBe(1)
    expect(await rowsOf(app, 'tasks', { recordId: first.id, status: 'open' })).toEqual([])
  })
})

const untold: Readonly<Record<string, string>> = {
  'claims.prepare': 'A draft is nobody’s business outside.',
  'claims.replace': 'Makes a draft; sending it is told.',
  'payments.apply': 'Moves money between charges of the same patient.',
  'payments.refund': 'The payment was told; what is left of it is read.',
}

describe('messages', () => {
  it('are written by every action that moves an appointment, a claim or a payment', async () => {
    const { allActions } = await import('@/hooks/actions/registry')
    const { isTold } = await import('@/hooks/webhooks/announceAction')
    const moving = allActions().filter(({ slug }) =>
      ['appointments', 'claims', 'payments'].includes(slug),
    )
    const silent = moving.filter((action) => !isTold(action))
    expect(silent.map(({ slug, name }) => `${slug}.${name}`).sort()).toEqual(
      Object.keys(untold).sort(),
    )
  })

  it('of a note that became final name it and hold none of its words, an intake too (R51)', async () => {
    await freshPasswords(app)
    const outside = await receiver()
    const { id, secret } = await listening(outside.url, 'note.signed')
    const { newCase, written } = intakesOf(app, () => chart)
    const visit = await newCase('Ina')
    const intake = await written(visit)
    expect((await chart.kim.client.post(intakePath(intake, 'sign'))).status).toBe(200)
    await addDiagnosis(app, chart.ana)
    const { draft, signed } = notesOf(app, () => chart)
    const note = await signed()
    // A trainee's signature alone is not final (R55).
    const waiting = await draft({ by: chart.leo, hoursAgo: 4 })
    const answer = await chart.leo.client.post(notePath(waiting, 'sign'))
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await deliveriesOf(id)).toHaveLength(2)
    await sendWebhooks(app.payload)
    const told = opened(outside, secret).map(({ data }) => data)
    expect(told).toHaveLength(2)
    expect(told).toContainEqual({
      collection: 'intake-assessments',
      id: intake,
      patient: visit.patient,
    })
    expect(told).toContainEqual({ collection: 'progress-notes', id: note, patient: chart.ana })
  })

  it('of an inquiry are written with it, and later when the process died over it', async () => {
    const outside = await receiver()
    const { id, secret } = await listening(outside.url, 'inquiry.created')
    const body = {
      chosenName: 'Ana',
      email: 'ana@example.test',
      message: 'Help',
      notEmergency: true,
    }
    const made = await chart.ben.client.post('/api/inquiries', body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(await deliveriesOf(id)).toHaveLength(1)
    await app.payload.db.deleteMany({ collection: 'webhook-deliveries', where: {} })
    await sendWebhooks(app.payload)
    await sendWebhooks(app.payload)
    expect(opened(outside, secret).map(({ data }) => data)).toEqual([
      { collection: 'inquiries', id: made.body.doc.id },
    ])
    expect(outside.received[0]?.body).not.toContain('Ana')
    const late = await listening(outside.url, 'inquiry.created')
    await sendWebhooks(app.payload)
    expect(await deliveriesOf(late.id)).toEqual([])
  })

  it('that a process died over are sent again under the same id', async () => {
    const outside = await receiver()
    const { id } = await listening(outside.url)
    await pay()
    const sending = { state: 'sending', claimedAt: new Date(Date.now() - 3_600_000).toISOString() }
    await app.payload.db.updateMany({ collection: 'webhook-deliveries', where: {}, data: sending })
    await sendWebhooks(app.payload)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered' })
  })

  it('are let go of after a month', async () => {
    const { id } = await listening('https://example.org/hook')
    for (const days of [29, 31])
      await insert(app, 'webhook-deliveries', {
        uniqueKey: `old|${days}`,
        webhook: id,
        event: 'payment.recorded',
        collectionSlug: 'payments',
        recordId: 'gone',
        occurredAt: new Date(Date.now() - days * 86_400_000).toISOString(),
        state: 'delivered',
      })
    await forgetDeliveries(app.payload)
    expect((await deliveriesOf(id)).map(({ uniqueKey }) => uniqueKey)).toEqual(['old|29'])
  })
})

describe('who may', () => {
  it('is an owner; the secret is sealed, shown once and in no answer', async () => {
    const { id, secret } = await listening('https://example.org/hook')
    const sam = await makeStaff(app, 'Sam', ['compliance'])
    for (const { client } of [sam, chart.ben, chart.imani, chart.portal]) {
      const body = { name: 'Mine', url: 'https://example.org/', events: 'note.signed' }
      expect((await client.post('/api/webhooks/register', body)).status).toBe(403)
      expect([403, 404]).toContain((await client.post(`/api/webhooks/${id}/pause`)).status)
    }
    expect((await sam.client.get('/api/webhooks')).body.docs).toHaveLength(1)
    expect((await chart.ben.client.get('/api/webhooks')).status).toBe(403)
    const bare = secret.slice('whsec_'.length)
    const seen = [
      await chart.rosa.client.get(`/api/webhooks/${id}`),
      await chart.rosa.client.graphql('{ Webhooks { docs { id url events } } }'),
    ]
    expect(seen.map(({ status }) => status)).toEqual([200, 200])
    await settleIntents(app.payload, -1000)
    const rows = await Promise.all(
      ['webhooks', 'audit-events', 'idempotency-keys'].map((slug) => rowsOf(app, slug)),
    )
    expect(JSON.stringify([seen.map(({ body }) => body), rows])).not.toContain(bare)
    const patched = await chart.rosa.client.patch(`/api/webhooks/${id}`, { url: 'https://x.org/' })
    expect(patched.status).toBe(403)
  })

  it('is told what is wrong with an address, an event and a name', async () => {
    await listening('https://example.org/hook')
    const asked = { name: 'Other', url: 'https://example.org/', events: 'note.signed' }
    const problems = [
      { url: 'ftp://example.org/' },
      { url: 'example.org' },
      { url: 'https://me:secret@example.org/' },
      { url: 'https://10.1.2.3/hook' },
      { url: 'http://203.0.114.1/hook' },
      { url: 'https://[::1]/hook' },
      { events: 'note.signed note.text' },
      { events: '' },
    ]
    for (const problem of problems) {
      const answer = await chart.rosa.client.post('/api/webhooks/register', {
        ...asked,
        ...problem,
      })
      expect(answer.status, JSON.stringify(problem)).toBe(400)
      expect(messageIn(answer)).toMatch(/\.$/)
    }
    const twice = await chart.rosa.client.post('/api/webhooks/register', {
      ...asked,
      name: `Receiver ${count}`,
    })
    expect(twice.status).toBe(409)
  })
})
