import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { insert, makeStaff, type Person } from '@/tests/support/people'

// The settings are read once, when the product is loaded.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import('@/tests/support/mailServer')
  const started = await startMailServer()
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${started.port}/?greetingTimeout=400`
  return started
})

const minuteMs = 60_000

let app: TestApp
let kim: Person

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
})

beforeEach(async () => {
  await app.payload.db.deleteMany({ collection: 'outbox', where: {} })
  server.messages.length = 0
  server.behave('accept')
})

afterAll(async () => {
  await app.stop()
  await server.stop()
})

const queue = async (uniqueKey: string, more: Record<string, unknown> = {}): Promise<void> => {
  await insert(app, 'outbox', {
    uniqueKey,
    template: 'sign-in-changed',
    recipientKind: 'staff',
    recipientId: kim.id,
    refs: '{}',
    state: 'queued',
    attempts: 0,
    queuedAt: new Date().toISOString(),
    ...more,
  })
}

const agoOf = (minutes: number): string => new Date(Date.now() - minutes * minuteMs).toISOString()

/** As if its last attempt had ended so long ago. */
const age = async (
  uniqueKey: string,
  { attempts, minutes }: { attempts: number; minutes: number },
): Promise<void> => {
  await app.payload.db.updateMany({
    collection: 'outbox',
    where: { uniqueKey: { equals: uniqueKey } },
    data: { attempts, updatedAt: agoOf(minutes) },
  })
}

const send = async (): Promise<number> =>
  (await import('@/src/jobs/sendMail')).sendMail(app.payload)

const standing = async (): Promise<Record<string, unknown>> => {
  const { docs } = await app.payload.db.find<StoredRow>({ collection: 'outbox', pagination: false })
  return Object.fromEntries(docs.map((row) => [row['uniqueKey'], row['state']]))
}

describe('mail that waits', () => {
  it('is sent once, the oldest first', async () => {
    await queue('newer')
    await queue('older', { queuedAt: agoOf(5), template: 'email-asked' })
    expect(await send()).toBe(2)
    expect(await send()).toBe(0)
    expect(server.messages).toHaveLength(2)
    expect(server.messages[0]).toContain('about to change')
    expect(await standing()).toEqual({ newer: 'sent', older: 'sent' })
  })

  it('that cannot be put together holds up no other', async () => {
    await queue('damaged', { refs: '{', queuedAt: agoOf(5) })
    await queue('whole')
    await send()
    expect(await standing()).toEqual({ damaged: 'queued', whole: 'sent' })
  })

  it('that the server does not take is tried again later, for longer than an evening', async () => {
    server.behave('refuse')
    await queue('refused')
    await send()
    server.behave('accept')
    await send()
    expect(await standing()).toEqual({ refused: 'queued' })
    await age('refused', { attempts: 8, minutes: 60 })
    await send()
    expect(await standing()).toEqual({ refused: 'queued' })
    await age('refused', { attempts: 8, minutes: 24 * 60 })
    await send()
    expect(await standing()).toEqual({ refused: 'sent' })
  })

  it('is given up for good after three days', async () => {
    server.behave('refuse')
    await queue('refused', { attempts: 9, updatedAt: agoOf(25 * 60) })
    await send()
    expect(await standing()).toEqual({ refused: 'failed' })
  })

  it('that a process died over is sent by the next one', async () => {
    await queue('left', { state: 'sending', attempts: 1, updatedAt: agoOf(15) })
    await queue('in hand', { state: 'sending', attempts: 1, updatedAt: agoOf(5) })
    await send()
    expect(await standing()).toEqual({ left: 'queued', 'in hand': 'sending' })
    await age('left', { attempts: 1, minutes: 1 })
    await send()
    expect(await standing()).toEqual({ left: 'sent', 'in hand': 'sending' })
  })

  it('to nobody is put aside, and never said to be sent', async () => {
    await queue('nowhere', { recipientId: 'nobody' })
    expect(await send()).toBe(0)
    const { docs } = await app.payload.db.find<StoredRow>({ collection: 'outbox' })
    expect(docs.map(({ state, sentAt }) => [state, sentAt ?? null])).toEqual([['no address', null]])
    expect(server.messages).toHaveLength(0)
  })
})
