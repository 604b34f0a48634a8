import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { addCheckpoint } from '@/hooks/audit/checkpoints'
import type { Problem } from '@/hooks/audit/problems'
import { verifyLog } from '@/hooks/audit/verify'
import { audit, closeAuditChain } from '@/hooks/audit/writer'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { thief } from '@/tests/support/auditLog'
import { bootApp, type TestApp } from '@/tests/support/boot'

type Event = {
  id: string
  seq: number
  chainId: string
  at: string
  prevHash: string
  hmac: string
  canonical: string
  action: string
}
type Checkpoint = { id: string; number: number; kind: string; lastSeq: number; chainId: string }

let app: TestApp
let hand: ReturnType<typeof thief>
const undo: (() => Promise<void>)[] = []

const write = async (count: number): Promise<void> => {
  const { req } = await asSystem(app.payload, 'test')
  for (let index = 0; index < count; index += 1)
    await audit(req, { action: 'read', outcome: 'seen', collection: 'patients', recordIds: ['a'] })
}

const rowsOf = async <T extends { id: string }>(slug: string, sort: string): Promise<T[]> =>
  (
    await app.payload.db.find<T>({
      collection: slug,
      where: {},
      sort: sort.split(' '),
      limit: 0,
      pagination: false,
    })
  ).docs

const events = (): Promise<Event[]> => rowsOf<Event>('audit-events', 'chainId seq')
const checkpoints = (): Promise<Checkpoint[]> => rowsOf<Checkpoint>('audit-checkpoints', 'number')

const found = async (): Promise<Problem[]> => (await verifyLog(app.payload)).problems

/** A chain of eight events, ended in order. */
const freshChain = async (): Promise<Event[]> => {
  await closeAuditChain(app.payload)
  const before = new Set((await events()).map(({ chainId }) => chainId))
  await write(8)
  await closeAuditChain(app.payload)
  return (await events()).filter(({ chainId }) => !before.has(chainId))
}

const at = (chain: readonly Event[], seq: number): Event => {
  const event = chain.find((each) => each.seq === seq)
  if (!event) throw new Error(`The chain has no event ${seq}`)
  return event
}

beforeAll(async () => {
  app = await bootApp()
  hand = thief(app)
  await write(3)
})

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  expect(await found()).toEqual([])
})

afterAll(() => app.stop())

describe('the access log, left alone', () => {
  it('is one chain per process and day, opened and closed by signed checkpoints', async () => {
    const chain = await freshChain()
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(chain[0]?.chainId.slice(0, 10)).toBe(clock.wall().toISOString().slice(0, 10))
    const own = (await checkpoints()).filter(({ chainId }) => chainId === chain[0]?.chainId)
    expect(own.map(({ kind, lastSeq }) => [kind, lastSeq])).toEqual([
      ['open', 0],
      ['closed', 8],
    ])
    const { events: walked, problemCount, notices } = await verifyLog(app.payload)
    expect([problemCount, notices]).toEqual([0, []])
    expect(walked).toBe((await events()).length)
  })

  it('holds while five hundred events arrive at once, and says so in between', async () => {
    const { req } = await asSystem(app.payload, 'test')
    const event = { action: 'read', outcome: 'seen', collection: 'patients' } as const
    const writes = Array.from({ length: 600 }, () => audit(req, event))
    expect(await found()).toEqual([])
    await Promise.all(writes)
    const { problemCount, upTo } = await verifyLog(app.payload)
    expect(problemCount).toBe(0)
    expect(upTo).not.toBe('')
    expect((await checkpoints()).some(({ kind }) => kind === 'running')).toBe(true)
  })

  it('numbers checkpoints without a gap when several servers make them at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, () => addCheckpoint(app.payload, { kind: 'idle' })),
    )
    const numbers = (await checkpoints()).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('cannot be changed or deleted through the adapter where the database can refuse it', async () => {
    if (app.database === 'mongo') return
    const [event] = await events()
    const [checkpoint] = await checkpoints()
    for (const [collection, id] of [
      ['audit-events', event?.id],
      ['audit-checkpoints', checkpoint?.id],
    ] as const) {
      const data = collection === 'audit-events' ? { action: 'x' } : { note: 'x' }
      await expect(
        app.payload.db.updateOne({ collection, id: id ?? '', data }),
        collection,
      ).rejects.toThrow()
      await expect(
        app.payload.db.deleteOne({ collection, where: { id: { equals: id } } }),
        collection,
      ).rejects.toThrow()
    }
  })
})

describe('the check of the access log', () => {
  let chain: Event[]

  beforeAll(async () => {
    chain = await freshChain()
    await hand.breakGuards()
  })

  it('names an event whose column was changed', async () => {
    const event = at(chain, 4)
    await hand.change('audit-events', event.id, { action: 'sign-in' })
    undo.push(() => hand.change('audit-events', event.id, { action: event.action }))
    const problems = await found()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      kind: 'changed',
      seq: 4,
      eventId: event.id,
      day: event.chainId.slice(0, 10),
    })
    expect(problems[0]?.message).toContain('action')
  })

  it('names an event that was rewritten as a whole', async () => {
    const event = at(chain, 5)
    const canonical = event.canonical.replace('"read"', '"none"')
    expect(canonical).not.toBe(event.canonical)
    await hand.change('audit-events', event.id, { canonical, action: 'none' })
    undo.push(() =>
      hand.change('audit-events', event.id, { canonical: event.canonical, action: event.action }),
    )
    expect(await found()).toMatchObject([{ kind: 'changed', seq: 5, eventId: event.id }])
  })

  it('names the last event when it was rewritten', async () => {
    const event = at(chain, 8)
    const canonical = event.canonical.replace('"read"', '"none"')
    await hand.change('audit-events', event.id, { canonical, action: 'none' })
    undo.push(() =>
      hand.change('audit-events', event.id, { canonical: event.canonical, action: event.action }),
    )
    expect(await found()).toMatchObject([{ kind: 'changed', seq: 8, eventId: event.id }])
  })

  const removal = async (seq: number): Promise<void> => {
    const event = at(chain, seq)
    const [full] = (
      await app.payload.db.find<Event & Record<string, string | number>>({
        collection: 'audit-events',
        where: { id: { equals: event.id } },
      })
    ).docs
    await hand.remove('audit-events', event.id)
    undo.push(async () => {
      const { id: _id, ...values } = full as Event & Record<string, string | number> // it was there
      const given = Object.entries(values).filter(([, value]) => value !== null)
      await hand.add('audit-events', Object.fromEntries(given))
      chain = (await events()).filter(({ chainId }) => chainId === event.chainId)
    })
  }

  it('names an event that was removed from the middle, from the beginning and from the end', async () => {
    for (const seq of [4, 1, 8]) {
      await removal(seq)
      expect(await found(), String(seq)).toMatchObject([{ kind: 'removed', seq }])
      for (const step of undo.splice(0)) await step()
    }
  })

  it('names everything after the place where the end was cut off', async () => {
    for (const seq of [6, 7, 8]) await removal(seq)
    const problems = await found()
    expect(problems).toMatchObject([{ kind: 'removed', seq: 6 }])
    expect(problems[0]?.message).toContain('Events 6 to 8 are missing')
  })

  it('names a chain of which nothing is left', async () => {
    for (const { seq } of chain) await removal(seq)
    expect(await found()).toMatchObject([
      { kind: 'removed', seq: 1, chainId: chain[0]?.chainId, day: chain[0]?.chainId.slice(0, 10) },
    ])
  })

  it('misses no event of the chain that this process is still writing', async () => {
    await write(3)
    const open = (await events()).filter(
      (event) => event.chainId !== chain[0]?.chainId && event.at >= (chain.at(-1)?.at ?? ''),
    )
    const last = open.at(-1) as Event // written above
    const own = chain
    chain = open.filter(({ chainId }) => chainId === last.chainId)
    await removal(last.seq)
    expect(await found()).toMatchObject([{ kind: 'removed', seq: last.seq }])
    for (const step of undo.splice(0)) await step()
    chain = own
    await closeAuditChain(app.payload)
  })

  it('names an event that was put in, at a taken place, between two and at the end', async () => {
    const event = at(chain, 3)
    for (const seq of [3, 3.5, 9]) {
      const { id: _id, ...values } = event
      await hand.add('audit-events', {
        ...values,
        seq,
        hmac: 'f'.repeat(64),
        action: `fake-${seq}`,
      })
      const added = (await events()).find(({ action }) => action === `fake-${seq}`)
      const problems = await found()
      expect(problems, String(seq)).toMatchObject([
        { kind: 'inserted', seq, eventId: String(added?.id) },
      ])
      await hand.remove('audit-events', added?.id ?? '')
    }
  })

  it('names an event of a chain nobody opened', async () => {
    const { id: _id, ...values } = at(chain, 3)
    await hand.add('audit-events', { ...values, chainId: '2026-01-01.planted', action: 'fake' })
    const added = (await events()).find(({ action }) => action === 'fake')
    const problems = await found()
    expect(problems[0]).toMatchObject({ kind: 'inserted', eventId: String(added?.id) })
    await hand.remove('audit-events', added?.id ?? '')
  })

  it('names two events that changed places', async () => {
    const [left, right] = [at(chain, 3), at(chain, 6)]
    const swap = async (a: number, b: number): Promise<void> => {
      await hand.change('audit-events', left.id, { seq: a })
      await hand.change('audit-events', right.id, { seq: b })
    }
    await swap(6, 3)
    undo.push(() => swap(3, 6))
    expect(await found()).toMatchObject([
      { kind: 'reordered', seq: 3, eventId: right.id },
      { kind: 'reordered', seq: 6, eventId: left.id },
    ])
  })

  it('names a checkpoint that is missing from the middle, and one that was changed', async () => {
    const all = await checkpoints()
    const gone = all.at(-3) as Checkpoint // made above
    const [full] = (
      await app.payload.db.find<Checkpoint & Record<string, string | number>>({
        collection: 'audit-checkpoints',
        where: { id: { equals: gone.id } },
      })
    ).docs
    const { id: _id, ...values } = full as Checkpoint & Record<string, string | number> // see above
    await hand.remove('audit-checkpoints', gone.id)
    const problems = await found()
    expect(problems[0]).toMatchObject({ kind: 'checkpoint-missing' })
    expect(problems[0]?.message).toContain(`Checkpoint ${gone.number} is missing`)
    const given = Object.entries(values).filter(([, value]) => value !== null)
    await hand.add('audit-checkpoints', Object.fromEntries(given))

    const kept = (await checkpoints()).find(
      ({ kind, lastSeq }) => kind === 'closed' && lastSeq === 8,
    ) as Checkpoint // the fresh chain's
    await hand.change('audit-checkpoints', kept.id, { lastSeq: 5 })
    undo.push(() => hand.change('audit-checkpoints', kept.id, { lastSeq: 8 }))
    expect((await found()).map(({ kind }) => kind)).toContain('checkpoint-changed')
  })

  it('knows that the newest checkpoints are missing by the note beside the keys', async () => {
    const last = (await checkpoints()).at(-1) as Checkpoint // made above
    const [full] = (
      await app.payload.db.find<Checkpoint & Record<string, string | number>>({
        collection: 'audit-checkpoints',
        where: { id: { equals: last.id } },
      })
    ).docs
    const { id: _id, ...values } = full as Checkpoint & Record<string, string | number> // see above
    await hand.remove('audit-checkpoints', last.id)
    undo.push(() =>
      hand.add(
        'audit-checkpoints',
        Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
      ),
    )
    const problems = await found()
    expect(problems.map(({ kind }) => kind)).toContain('checkpoint-missing')
    expect(problems.map(({ message }) => message).join()).toContain('beside the keys')
  })

  it('shows a clock that was moved back, with the event, and does not call the log altered', async () => {
    const real = clock.wall
    await write(1)
    clock.wall = () => new Date(real().getTime() - 3_600_000)
    try {
      await write(1)
    } finally {
      clock.wall = real
    }
    await closeAuditChain(app.payload)
    const { problemCount, notices } = await verifyLog(app.payload)
    expect(problemCount).toBe(0)
    expect(notices.length).toBeGreaterThan(0)
    expect(notices[0]).toMatchObject({ kind: 'clock-moved-back', seq: 2 })
    expect(notices[0]?.message).toContain('clock was moved back')
  })

  it('says for good that the database was set back to an older state', async () => {
    const file = join(env.KEY_DIR, 'audit-head.json')
    const head = JSON.parse(readFileSync(file, 'utf8')) as { number: number; hash: string }
    // What a restored backup looks like: the note beside the keys is ahead of the database.
    writeFileSync(file, JSON.stringify({ number: head.number + 5, hash: 'a'.repeat(64) }))
    expect((await found()).map(({ kind }) => kind)).toEqual(['checkpoint-missing'])
    await write(1)
    await closeAuditChain(app.payload)
    const { problems, notices } = await verifyLog(app.payload)
    expect(problems).toEqual([])
    const note = notices.find(({ kind }) => kind === 'database-set-back')
    expect(note?.message).toContain(`checkpoints ${head.number + 1}-${head.number + 5} are gone`)
  })
})
