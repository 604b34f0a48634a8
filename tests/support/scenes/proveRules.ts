import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mutationName } from '@/hooks/actions/graphql'
import { actionNamed } from '@/hooks/actions/registry'
import { runAction } from '@/hooks/actions/run'
import { rules } from '@/hooks/rules/registry'
import type { AnyRule } from '@/hooks/rules/rule'
import { clock } from '@/src/lib/clock'
import { isRefusal } from '@/src/lib/errors'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { freshPasswords } from '@/tests/support/chart'
import type { Client } from '@/tests/support/client'
import { changesSince, snapshot } from './changes'
import { actionOf, type Scene, type Scenes } from './scene'

/** Who opens the product has its actions registered; the tests below are made from that list. */
await import('@payload-config').then(({ default: config }) => config)

const planted = 'Planted by a test.'

let takeBack: (() => void) | null = null

/** From now on the rule finds something wrong, whatever it is asked about. */
const refuseAlways = (rule: AnyRule): void => {
  const { check } = rule
  rule.check = () => [{ path: 'planted', message: planted, mayOverride: [] }]
  takeBack = () => {
    rule.check = check
  }
}

type Refused = { status: number; rule: string | undefined; message: string }

const mine = (errors: readonly Refused[] | undefined): Refused[] =>
  (errors ?? [])
    .filter(({ message }) => message === planted)
    .map(({ status, rule, message }) => ({ status, rule, message }))

/** The same person's request inside the process, as a page of our own makes it. */
const requestOf = async (app: TestApp, { cookie }: Client): Promise<PayloadRequest> => {
  const headers = new Headers({ cookie, host: 'localhost:3000' })
  const { user } = await app.payload.auth({ headers })
  if (!user) throw new Error('The scene has nobody signed in.')
  return createLocalReq({ user }, app.payload)
}

type Asked = { scene: Scene; action: string }

const idIn = ({ path }: Scene): string | null => {
  const [, , , id = null, verb] = path.split('/')
  return verb ? id : null
}

const byRest = async ({ scene }: Asked): Promise<Refused[]> =>
  mine((await scene.client.post(scene.path, scene.body)).body.errors)

const byGraphql = async ({ scene, action }: Asked): Promise<Refused[]> => {
  const [slug = '', name = ''] = action.split('.')
  const mutation = mutationName(actionNamed(slug, name)!)
  const id = idIn(scene)
  const query = id
    ? `mutation($id: String!, $input: ActionInput) { ${mutation}(id: $id, input: $input) { id } }`
    : `mutation($input: ActionInput) { ${mutation}(input: $input) { id } }`
  const answer = await scene.client.graphql(query, { ...(id ? { id } : {}), input: scene.body })
  const errors: { extensions: { errors?: Refused[] } & Refused }[] = answer.body.errors ?? []
  return mine(errors.flatMap(({ extensions }) => extensions.errors ?? [extensions]))
}

const byLocalApi = async (app: TestApp, { scene, action }: Asked): Promise<Refused[]> => {
  const [slug = '', name = ''] = action.split('.')
  const call = { action: actionNamed(slug, name)!, id: idIn(scene), input: scene.body }
  const error = await runAction(await requestOf(app, scene.client), call).catch((thrown) => thrown)
  if (!isRefusal(error)) return []
  const { status, findings } = error
  return mine(findings.map(({ rule, message }) => ({ status, rule, message })))
}

const doorsOf = (rule: AnyRule, scenes: readonly string[]): string[] =>
  scenes.filter((scene) => {
    const [slug, name] = actionOf(scene).split('.')
    return rule.appliesTo.includes(`${slug}:action:${name}`)
  })

/**
 * For every rule of the actions in a table: were it to refuse, it would refuse by REST, by GraphQL and for a
 * call inside the process, in the same words, and nothing would have changed.
 */
export const proveRules = <Stage>(
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
  afterEach(() => takeBack?.())
  afterAll(async () => {
    clock.reset()
    await app.stop()
  })
  const names = Object.keys(scenes).filter((name) => !name.includes(' '))
  const cases = rules
    .filter(({ isAdvice }) => !isAdvice)
    .flatMap((rule) => doorsOf(rule, names).map((action) => ({ id: rule.id, rule, action })))
  describe.each(cases)('$id at $action', ({ id, rule, action }) => {
    it('refuses alike by every door, and changes nothing', async () => {
      const scene = await scenes[action]!.begin(stage, `${id} ${action}`)
      const before = await snapshot(app)
      refuseAlways(rule)
      const asked = { scene, action }
      const refusal = { status: rule.status ?? 422, rule: id, message: planted }
      expect(await byRest(asked)).toEqual([refusal])
      expect(await byGraphql(asked)).toEqual([refusal])
      expect(await byLocalApi(app, asked)).toEqual([refusal])
      expect(await changesSince(app, before)).toEqual([])
      takeBack?.()
      const allowed = await scene.client.post(scene.path, scene.body)
      expect([200, 201], JSON.stringify(allowed.body)).toContain(allowed.status)
    })
  })
}
