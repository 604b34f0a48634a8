import { matrix } from '@/access/matrix'
import { actionsIn, operations } from '@/access/policy'
import { clock } from '@/src/lib/clock'
import type { TestApp } from '@/tests/support/boot'
import { makeGround } from '../world/makeGround'
import { makeOracle } from '../world/oracle'
import { watchDatabase } from '../world/watch'
import type { Stage } from './mutant'

/** Every scope that could be thought of, also those nobody can be granted: the table alone must hold. */
const everyThinkableScope = (): string =>
  Object.keys(matrix)
    .flatMap((slug) => [...operations, ...actionsIn(slug)].map((verb) => `${slug}:${verb}`))
    .join(' ')

export const makeStage = async (app: TestApp): Promise<Stage> => {
  // A session that nobody used for fifteen minutes is over, and some wait longer for their turn.
  clock.freeze(new Date())
  const world = await makeGround(app)
  const software = world.callers.find(({ name }) => name === 'apiClient')
  if (!software?.facts.userId) throw new Error('There is no API client among the callers.')
  await app.payload.db.updateOne({
    collection: 'api-clients',
    id: software.facts.userId,
    data: { scopes: everyThinkableScope() },
  })
  const oracle = await makeOracle(world)
  return { world, oracle, watch: await watchDatabase(app), requests: 0 }
}
