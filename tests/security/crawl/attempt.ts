import type { StoredRow } from '@/src/domain/row'
import { canariesIn, nameOf } from '../world/canaries'
import type { Oracle } from '../world/oracle'
import { reaches, writesField } from '../world/table'
import type { Change, Watch } from '../world/watch'
import type { Crawl } from './visit'
import { type Attempt, forgedKey, type Place } from './writeRequests'

const refusals = new Set([401, 403, 404, 501])

const readRow = async ({ world, config }: Place, id: string): Promise<StoredRow | null> =>
  world.app.payload.db.findOne<StoredRow>({
    collection: config.slug,
    where: { id: { equals: id } },
  })

const tableOf = (slug: string): string => slug.replaceAll('-', '_')

/** What became of the rows of the collection itself, where the table allows the write. */
const judgeAllowed = async (
  place: Place,
  { verb }: Attempt,
  changes: readonly Change[],
): Promise<string[]> => {
  const { caller, config } = place
  const { slug } = config
  const isOperation = ['create', 'update', 'delete'].includes(verb ?? '')
  if (!isOperation || !verb) return []
  const problems: string[] = []
  const own = changes.filter(({ table }) => table === tableOf(slug))
  for (const { id, operation } of own) {
    if (operation === 'delete') {
      const before = place.oracle.rowsOf(slug).find((row) => row.id === id)
      if (before && !reaches(caller.facts, slug, 'delete', before))
        problems.push(`deleted ${id}, which is out of scope`)
      continue
    }
    const before = place.oracle.rowsOf(slug).find((row) => row.id === id)
    if (before && !reaches(caller.facts, slug, verb, before))
      problems.push(`changed ${id}, which is out of scope`)
    const after = await readRow(place, id)
    if (!after) continue
    if (!reaches(caller.facts, slug, verb, after)) problems.push(`left ${id} out of scope`)
    if (String(after['createdAt']).startsWith('2001') && !slug.startsWith('payload-'))
      problems.push('took a forged createdAt')
    if (after['recordUid'] === forgedKey) problems.push('took a forged recordUid')
    for (const found of canariesIn(JSON.stringify(after))) {
      if (found.key !== forgedKey) continue
      if (!writesField(caller.facts, slug, found.path)) problems.push(`wrote ${nameOf(found)}`)
    }
  }
  return problems
}

/** Tries one write, holds the answer and the database against the table, and takes everything back. */
export const tryWrite = async (
  crawl: Crawl,
  place: Place,
  watch: Watch,
  attempt: Attempt,
): Promise<void> => {
  const { caller, oracle } = place
  const { body, door, headers, method, path } = attempt
  const answer = await caller.client.raw(path, {
    method,
    body: method === 'DELETE' ? undefined : body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  crawl.requests += 1
  crawl.doors.add(door)
  const problems: string[] = []
  const changes = await watch.changes()
  // Rows that are made of canaries can bring an action down; Payload's own tables answer badly to oddities.
  const isOdd = attempt.isAction || place.config.slug.startsWith('payload-')
  const isFault = answer.status >= 500 && answer.status !== 501
  if (isFault && !isOdd) problems.push(`answered ${answer.status}`)
  if (attempt.isShut && !refusals.has(answer.status) && !(isFault && isOdd))
    problems.push(`answered ${answer.status}, not a refusal`)
  // A bulk write and a forged reference are refused in words of their own.
  const isOwn = attempt.expected === 'maybe' && attempt.row !== undefined
  if (isOwn && [401, 404].includes(answer.status))
    problems.push(`answered ${answer.status} within the scope`)
  if (attempt.expected === 'never') {
    for (const { table, operation, id } of changes)
      problems.push(`${operation} in ${table} (${id})`)
  } else problems.push(...(await judgeAllowed(place, attempt, changes)))
  problems.push(...leaks(place, oracle, answer, body))
  if (changes.length) await watch.undo()
  for (const problem of problems.slice(0, 3))
    crawl.findings.push({
      caller: caller.name,
      request: `${method} ${path} ${body.slice(0, 80)}`,
      problem,
    })
}

const leaks = (
  { caller }: Place,
  oracle: Oracle,
  { body }: { body: unknown },
  sent: string,
): string[] => {
  const asked = new Set(canariesIn(sent).map(nameOf))
  return canariesIn(JSON.stringify(body))
    .filter((found) => found.key !== forgedKey && !asked.has(nameOf(found)))
    .filter((found) => !oracle.maySee(caller, found))
    .map((found) => `leaked ${nameOf(found)}`)
}
