import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepActions } from '@/hooks/actions/sweep'
import { settleIntents } from '@/hooks/audit/settle'
import { clock } from '@/src/lib/clock'
import { insertRows } from '@/src/lib/database'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { freshPasswords } from '@/tests/support/chart'
import { assign, insert, read } from '@/tests/support/people'
import { done, planPath, plansOf } from '@/tests/support/plans'
import { rowsOf } from '@/tests/support/practice'
import { makeStage, openTask, type Stage, somebody } from '@/tests/support/scenes/stage'

let app: TestApp
let stage: Stage

beforeAll(async () => {
  app = await bootApp()
  stage = await makeStage(app)
})

beforeEach(() => freshPasswords(app))

afterAll(async () => {
  clock.reset()
  await app.stop()
})

/** Kim signs a plan and the process dies before what follows. */
const interrupted = async (name: string): Promise<{ plan: string; task: string }> => {
  const { plan, patient } = await plansOf(app, () => stage).draft(name)
  await assign(app, stage.leo.id, patient, { role: 'cotreating' })
  const task = await openTask(stage, 'returned', { slug: 'treatment-plans', id: plan })
  armFault('treatment-plans.ready:before-returned-task')
  expect((await stage.kim.client.post(planPath(plan, 'ready'))).status).toBe(500)
  armFault(null)
  // With transactions nothing happened: what a death between commit and effects leaves is put there.
  if (app.database === 'mongo') {
    await done(stage.kim, planPath(plan, 'ready'))
    const { lastAction } = await read(app, 'treatment-plans', plan)
    const key = String(lastAction).replace('ready:', '')
    const pending = { action: 'ready', key, refs: {}, actorId: stage.kim.id, at: '2026-01-01' }
    const data = { pendingAction: JSON.stringify(pending) }
    await app.payload.db.updateOne({ collection: 'treatment-plans', id: plan, data })
    const open = { status: 'open', doneAt: null, doneBy: null }
    await app.payload.db.updateOne({ collection: 'tasks', id: task, data: open })
  }
  return { plan, task }
}

describe('what was interrupted is finished in the name of who began it', () => {
  it('by the sweeper', async () => {
    const { task } = await interrupted('Swept')
    expect(await sweepActions(app.payload, 0)).toBe(1)
    expect(await read(app, 'tasks', task)).toMatchObject({ status: 'done', doneBy: stage.kim.id })
  })

  it('by whoever acts on the record next', async () => {
    const { plan, task } = await interrupted('Next')
    await done(stage.leo, planPath(plan, 'share'))
    expect(await read(app, 'tasks', task)).toMatchObject({ status: 'done', doneBy: stage.kim.id })
    expect((await read(app, 'treatment-plans', plan))['status']).toBe('shared')
  })

  it('without being held up by one that cannot be finished', async () => {
    const at = '2026-01-01T00:00:00.000Z'
    const pending = { key: 'broken', refs: {}, actorId: null, at }
    const broken = await insert(app, 'remittances', {
      uniqueKey: 'broken',
      status: 'posting',
      pendingAction: JSON.stringify({ ...pending, action: 'post' }),
      lastAction: 'post:broken',
    })
    const patient = await somebody(stage, 'Later', {
      pendingAction: JSON.stringify({ ...pending, action: 'invite-portal' }),
      lastAction: 'invite-portal:broken',
    })
    await expect(sweepActions(app.payload, 0)).rejects.toThrow()
    expect(await rowsOf(app, 'portal-users', { patient })).toHaveLength(1)
    expect((await read(app, 'patients', patient))['pendingAction'] ?? null).toBeNull()
    const data = { pendingAction: null }
    await app.payload.db.updateOne({ collection: 'remittances', id: broken, data })
    expect(await sweepActions(app.payload, 0)).toBe(0)
  })
})

describe('the access log', () => {
  it('settles the last intent of a busy day too', async () => {
    const patient = await somebody(stage, 'Busy')
    const at = new Date(clock.wall().getTime() - 3_600_000).toISOString()
    const event = (index: number, outcome: string) => ({
      seq: 1_000_000 + index,
      chainId: `busy ${outcome}`,
      at,
      action: 'update',
      outcome,
      collectionSlug: 'patients',
      recordIds: patient,
      patientIds: patient,
      rev: 5,
      writeId: `busy-${index}`,
      createdAt: at,
      updatedAt: at,
    })
    const calls = Array.from({ length: 600 }, (_, index) => index)
    for (const outcome of ['intended', 'not-applied']) {
      const rows = calls.map((index) => event(index, outcome))
      for (let start = 0; start < rows.length; start += 100)
        await insertRows(app.payload, 'audit-events', rows.slice(start, start + 100))
    }
    const late = new Date(clock.wall().getTime() - 600_000).toISOString()
    await insertRows(app.payload, 'audit-events', [{ ...event(600, 'intended'), at: late }])
    await settleIntents(app.payload)
    const outcomes = await rowsOf(app, 'audit-events', { writeId: 'busy-600' })
    expect(outcomes.map((row) => row['outcome']).sort()).toEqual(['intended', 'not-applied'])
    expect(await settleIntents(app.payload)).toBe(0)
  })
})
