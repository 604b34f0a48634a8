import { createLocalReq, type PayloadRequest } from 'payload'
import { decide, decideRow } from '@/access/decide'
import type { StoredRow } from '@/src/domain/row'
import type { Caller } from '../world/makeCallers'
import { holds, reaches } from '../world/table'
import type { Probe, Stage } from './mutant'

/** A request of this caller as the product makes one, without a door around it. */
export const requestOf = async ({ world }: Stage, { client }: Caller): Promise<PayloadRequest> => {
  const { payload } = world.app
  const headers = new Headers({ host: 'localhost:3000', ...client.credentials })
  const { user } = await payload.auth({ headers })
  return createLocalReq(user ? { user } : {}, payload)
}

/**
 * The decision itself, row by row and as a query. Asked where another guard stands before the door, so that
 * neither has to hold for both.
 */
export const decisionProbe =
  (stage: Stage, caller: Caller, slug: string, verb: string): Probe =>
  async () => {
    const req = await requestOf(stage, caller)
    const rows = stage.oracle.rowsOf(slug)
    const problems: string[] = []
    if ((await decide(req, slug, verb)) !== false && !holds(caller.facts, slug, verb))
      problems.push(`${caller.name} holds ${verb} of ${slug}`)
    for (const row of rows) {
      const isWithin = await decideRow(req, slug, verb, row)
      // Nothing leaves by an export from a chart that is open in an emergency.
      const isExported = verb === 'export' && caller.facts.emergency.length > 0
      if (isWithin && !isExported && !reaches(caller.facts, slug, verb, row))
        problems.push(`${caller.name} reaches ${row.id} of ${slug} by ${verb}`)
    }
    return problems.slice(0, 3)
  }

/** The decision as a query: the rows it finds. */
export const queryProbe =
  (stage: Stage, caller: Caller, slug: string, verb: string): Probe =>
  async () => {
    const { payload } = stage.world.app
    const scope = await decide(await requestOf(stage, caller), slug, verb)
    if (scope === false) return []
    const where = scope === true ? {} : scope
    const found = await payload.db.find<StoredRow>({
      collection: slug,
      where,
      limit: 0,
      pagination: false,
    })
    return found.docs
      .filter((row) => !reaches(caller.facts, slug, verb, row))
      .map(({ id }) => `${caller.name} finds ${id} of ${slug} for ${verb}`)
      .slice(0, 3)
  }
