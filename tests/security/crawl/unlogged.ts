import { scopeKeysOf } from '@/access/decide'
import { logReads } from '@/hooks/audit/reads'
import { idIn } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'
import type { SecurityWorld } from '../world/makeGround'
import type { Oracle } from '../world/oracle'
import type { Crawl } from './visit'

type Event = { actorId?: string; uaHash?: string; recordIds?: string; patientIds?: string }

/** Collections whose reading is written down, row by row. */
const chartSlugs = ({ app }: SecurityWorld): Set<string> =>
  new Set(
    app.config.collections
      .filter(({ hooks }) => hooks.afterOperation?.includes(logReads))
      .map(({ slug }) => slug),
  )

const wordsIn = (list: string | undefined): string[] => (list ?? '').split(' ').filter(Boolean)

/** By who asked and the mark of the request (the hash of its user agent): the ids in the log. */
const linesByRequest = async ({ app }: SecurityWorld): Promise<Map<string, Set<string>>> => {
  const { docs } = await app.payload.db.find<Event>({
    collection: 'audit-events',
    where: { outcome: { in: ['seen', 'done'] } },
    limit: 0,
    pagination: false,
  })
  const lines = new Map<string, Set<string>>()
  for (const { actorId, uaHash, recordIds, patientIds } of docs) {
    const mark = `${actorId}|${uaHash}`
    const known = lines.get(mark) ?? new Set<string>()
    for (const id of [...wordsIn(recordIds), ...wordsIn(patientIds)]) known.add(id)
    lines.set(mark, known)
  }
  return lines
}

type Place = {
  world: SecurityWorld
  oracle: Oracle
  /** A line that names the patient is enough: for figures and lists that are made of many records. */
  isByPatient?: boolean
}

/** Each record of a chart that reached somebody in an answer without a line in the access log that names it. */
export const unlogged = async (
  crawl: Crawl,
  { world, oracle, isByPatient = false }: Place,
): Promise<{ checked: number; missing: string[] }> => {
  const charts = chartSlugs(world)
  // The log names whose lines it shows; that somebody looked into it is one line, with whom they searched for.
  const shown = crawl.shown.filter(({ request }) => !request.includes('/api/audit-events'))
  const lines = await linesByRequest(world)
  const missing: string[] = []
  let checked = 0
  for (const { agent, caller, request, canaries } of shown) {
    const named = lines.get(`${caller.facts.userId}|${sha256(agent).slice(0, 16)}`)
    for (const canary of canaries) {
      const row = charts.has(canary.slug) ? oracle.rowWith(canary) : null
      if (!row) continue
      checked += 1
      const patient = isByPatient ? idIn(row, scopeKeysOf(canary.slug).patient) : null
      if (!named?.has(row.id) && !(patient && named?.has(patient)))
        missing.push(`${caller.name}: ${request}: ${canary.slug} ${canary.key} is not in the log`)
    }
  }
  return { checked, missing: missing.slice(0, 40) }
}
