import type { Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actionNamed } from '@/hooks/actions/registry'
import { sweepActions } from '@/hooks/actions/sweep'
import { settleIntents } from '@/hooks/audit/settle'
import { clock } from '@/src/lib/clock'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { freshPasswords } from '@/tests/support/chart'
import type { Answer } from '@/tests/support/client'
import { race, rowsOf } from '@/tests/support/practice'
import { changesSince, snapshot } from './changes'
import { type ActionScene, actionOf, type Scene, type Scenes } from './scene'

/** What a racer may hear who did not win: somebody else did, or a rule says so now. */
const toldNo = [409, 422]

const isDone = ({ status }: Answer): boolean => status === 200 || status === 201

const asText = (answers: readonly Answer[]): string =>
  answers.map(({ body, status }) => `${status} ${JSON.stringify(body)}`).join('\n')

const refusedAs = (answer: Answer): string => `${answer.status} ${JSON.stringify(answer.body)}`

const recordOf = ({ path }: Scene): { slug: string; id: string | null } => {
  const [, , slug = '', id = '', verb] = path.split('/')
  return { slug, id: verb ? id : null }
}

/** Rows that a call which died before its commit may have made ready; the sweeper of holds clears them. */
const madeReady = /^\+ (slot-holds|overrides) /

let names = 0

const fresh = (): string => {
  names += 1
  return `Scene ${names}`
}

type Logged = { id: string; seq: number; writeId: string; outcome: string }

const logged = async (app: TestApp, where: Where, limit = 0): Promise<Logged[]> =>
  (
    await app.payload.db.find<Logged>({
      collection: 'audit-events',
      where,
      sort: '-seq',
      limit,
      pagination: false,
    })
  ).docs

const lastSeq = async (app: TestApp): Promise<number> =>
  Number((await logged(app, {}, 1))[0]?.seq ?? 0)

/** The outcomes that the access log holds for every intent of an action since `seq`. */
const outcomesSince = async (app: TestApp, action: string, seq: number): Promise<string[][]> => {
  const [slug, name] = action.split('.')
  const events = await logged(app, {
    and: [
      { seq: { greater_than: seq } },
      { collectionSlug: { equals: slug } },
      { action: { equals: name } },
    ],
  })
  const intents = events.filter(({ outcome }) => outcome === 'intended')
  return intents.map(({ writeId }) =>
    events
      .filter((event) => event.writeId === writeId && event.outcome !== 'intended')
      .map(({ outcome }) => outcome),
  )
}

/** What one undisturbed call changes: what every other way of asking is measured against. */
const usual = async <Stage>(
  app: TestApp,
  stage: Stage,
  { begin }: ActionScene<Stage>,
): Promise<string[]> => {
  const scene = await begin(stage, fresh())
  const before = await snapshot(app)
  const answer = await scene.client.post(scene.path, scene.body)
  expect(isDone(answer), refusedAs(answer)).toBe(true)
  const changes = await changesSince(app, before)
  expect(changes.length, 'an action that changes nothing proves nothing').toBeGreaterThan(0)
  return changes
}

const without = (changes: readonly string[], late: readonly string[] = []): string[] =>
  changes.filter((line) => !late.some((start) => line.startsWith(start)))

const fiveRacers = async <Stage>(
  app: TestApp,
  stage: Stage,
  { scene: wish, expected }: { scene: ActionScene<Stage>; expected: readonly string[] },
): Promise<void> => {
  const scene = await wish.begin(stage, fresh())
  const { id, slug } = recordOf(scene)
  const before = await snapshot(app)
  const rev = id ? Number((await rowsOf(app, slug, { id }))[0]?.['rev']) : null
  const body = wish.isRepeatable ? { ...scene.body, rev } : scene.body
  const answers = await race(scene.client, scene.path, body)
  const changes = without(await changesSince(app, before), wish.lateRows)
  if (wish.isEachItsOwn) {
    expect(answers.every(isDone), asText(answers)).toBe(true)
    expect(changes).toEqual([1, 2, 3, 4, 5].flatMap(() => expected).sort())
    return
  }
  expect(answers.filter(isDone), asText(answers)).toHaveLength(1)
  const others = answers.filter((answer) => !isDone(answer))
  expect(
    others.every(({ status }) => toldNo.includes(status)),
    asText(answers),
  ).toBe(true)
  expect(changes).toEqual(expected)
}

const fiveWithOneKey = async <Stage>(
  app: TestApp,
  stage: Stage,
  { scene: wish, expected }: { scene: ActionScene<Stage>; expected: readonly string[] },
): Promise<void> => {
  const name = fresh()
  const scene = await wish.begin(stage, name)
  const headers = { 'Idempotency-Key': `race-${name.replaceAll(' ', '-')}` }
  const before = await snapshot(app)
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => scene.client.post(scene.path, scene.body, headers)),
  )
  expect(answers.filter(isDone).length, asText(answers)).toBeGreaterThan(0)
  expect(
    answers.every((answer) => isDone(answer) || answer.status === 409),
    asText(answers),
  ).toBe(true)
  expect(new Set(answers.filter(isDone).map(({ body }) => body.id)).size).toBe(1)
  expect(await changesSince(app, before)).toEqual(expected)
}

type Crash<Stage> = {
  scene: ActionScene<Stage>
  action: string
  point: string
  expected: readonly string[]
  /** Whether the sweeper comes before the caller asks again. */
  isSwept: boolean
}

const crash = async <Stage>(
  app: TestApp,
  stage: Stage,
  { action, expected, isSwept, point, scene: wish }: Crash<Stage>,
): Promise<void> => {
  const name = fresh()
  const scene = await wish.begin(stage, name)
  const headers = { 'Idempotency-Key': `crash-${name.replaceAll(' ', '-')}` }
  const call = () => scene.client.post(scene.path, scene.body, headers)
  const [before, seq] = [await snapshot(app), await lastSeq(app)]
  armFault(`${action}:${point}`)
  const crashed = await call()
  armFault(null)
  expect(crashed.status, refusedAs(crashed)).toBe(500)
  if (isSwept) {
    await sweepActions(app.payload, 0)
    const swept = await changesSince(app, before)
    // As never asked, or done to the end; nothing in between.
    if (swept.filter((line) => !madeReady.test(line)).length) expect(swept).toEqual(expected)
  }
  const again = await call()
  expect(isDone(again), refusedAs(again)).toBe(true)
  expect(await changesSince(app, before)).toEqual(expected)
  const third = await call()
  expect([third.status, third.body.isReplay, third.body.id]).toEqual([200, true, again.body.id])
  expect(await changesSince(app, before)).toEqual(expected)
  const { slug } = recordOf(scene)
  const row = (await rowsOf(app, slug, { id: again.body.id }))[0]
  expect(row?.['pendingAction'] ?? null).toBeNull()
  await settleIntents(app.payload, -1000)
  const outcomes = await outcomesSince(app, action, seq)
  expect(outcomes.length).toBeGreaterThan(0)
  for (const of of outcomes) expect(of).toContain('done')
}

const pointsOf = (action: string): string[] => {
  const [slug = '', name = ''] = action.split('.')
  const effects = actionNamed(slug, name)?.effects ?? []
  return [
    'before-commit',
    'after-commit',
    ...effects.map((effect) => `before-${effect.name}`),
    'before-done',
  ]
}

/**
 * SQLite plays every way to ask. On MongoDB, where each takes several times as long, five race and one stop
 * comes after the commit; PROVE=all plays them all there too.
 */
const isWhole = !process.env['TEST_MONGO_URL'] || process.env['PROVE'] === 'all'

const isSensitive = (action: string): boolean => {
  const [slug = '', name = ''] = action.split('.')
  return actionNamed(slug, name)?.stepUp === true
}

/** Confidentiality 4.2: without a proof of the last minutes nothing happens, and the answer says what to show. */
const asksAgain = async <Stage>(
  app: TestApp,
  stage: Stage,
  { action, scene: wish }: { action: string; scene: ActionScene<Stage> },
): Promise<void> => {
  const scene = await wish.begin(stage, fresh())
  const stale = { passwordAt: '2020-01-01T00:00:00.000Z', mfaAt: null }
  await app.payload.db.updateMany({ collection: 'auth-sessions', where: {}, data: stale })
  const before = await snapshot(app)
  const answer = await scene.client.post(scene.path, scene.body)
  expect([answer.status, answer.body.errors?.[0]?.code], action).toEqual([403, 'step-up'])
  expect(await changesSince(app, before)).toEqual([])
  await freshPasswords(app)
  expect(isDone(await scene.client.post(scene.path, scene.body))).toBe(true)
}

/** Who opens the product has its actions registered; the tests below are made from that list. */
await import('@payload-config').then(({ default: config }) => config)

/**
 * For every scene: five at once change what one changes, five under one key too, and a process that dies
 * at any point of it leaves it, in the end, as never asked or as done once.
 */
export const proveActions = <Stage>(
  scenes: Scenes<Stage>,
  makeStage: (app: TestApp) => Promise<Stage>,
): void => {
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
  describe.each(Object.entries(scenes))('%s', (name, scene) => {
    const action = actionOf(name)
    let expected: string[]
    beforeAll(async () => {
      await freshPasswords(app)
      expected = await usual(app, stage, scene)
    })
    it('of five at once is done once', () => fiveRacers(app, stage, { scene, expected }))
    it.each(isWhole ? pointsOf(action) : ['after-commit'])(
      'stopped dead at %s ends as if nothing had happened',
      (point) => crash(app, stage, { scene, action, point, expected, isSwept: true }),
    )
    if (!isWhole) return
    it('of five under one key is done once', () => fiveWithOneKey(app, stage, { scene, expected }))
    if (isSensitive(action))
      it('asks the person again first', () => asksAgain(app, stage, { scene, action }))
    it('stopped dead at after-commit is finished by its key alone', () =>
      crash(app, stage, { scene, action, point: 'after-commit', expected, isSwept: false }))
  })
}
