import type { BasePayload } from 'payload'
import { columnText } from '@/src/lib/columnText'
import { insertRows } from '@/src/lib/database'
import { eventsInOrder } from './eventsInOrder'
import { subjectsOf } from './subjects'

const keysOf = async (payload: BasePayload, chainId: string): Promise<Set<string>> => {
  const { docs } = await payload.db.find<{ id: string; uniqueKey: string }>({
    collection: 'audit-subjects',
    where: { chainId: { equals: chainId } },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ uniqueKey }) => uniqueKey))
}

/**
 * Makes the rows of the index of patients that are missing from a day on: a process may die between an event
 * and its index, and somebody with the database may take rows out. Answers how many it made.
 */
export const mendSubjects = async (payload: BasePayload, fromDay: string): Promise<number> => {
  let made = 0
  let chain = { id: '', known: new Set<string>() }
  for await (const rows of eventsInOrder(payload, { from: fromDay })) {
    for (const row of rows) {
      const patientIds = columnText(row['patientIds'])
      if (!patientIds.includes(' ')) continue
      if (row.chainId !== chain.id) {
        chain = { id: row.chainId, known: await keysOf(payload, row.chainId) }
      }
      const about = { chainId: row.chainId, actorId: columnText(row['actorId']), patientIds }
      const missing = subjectsOf({ ...about, at: columnText(row['at']) }, chain.known)
      await insertRows(payload, 'audit-subjects', [...missing.values()])
      for (const key of missing.keys()) chain.known.add(key)
      made += missing.size
    }
  }
  return made
}
