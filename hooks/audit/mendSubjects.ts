import type { BasePayload } from 'payload'
import { insertRows } from '@/src/lib/database'
import { eventsInOrder } from './eventsInOrder'
import { eventKeyOf, subjectsOf } from './subjects'

const eventsPerQuestion = 200

type Subject = { id: string; uniqueKey: string }

const asText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '')

/**
 * Makes the rows of the index of patients that are missing from a day on: a process may die between an event
 * and its index, and somebody with the database may take rows out. Answers how many it made.
 */
export const mendSubjects = async (payload: BasePayload, fromDay: string): Promise<number> => {
  let made = 0
  for await (const rows of eventsInOrder(payload, fromDay)) {
    const shared = rows.filter((row) => asText(row['patientIds']).includes(' '))
    for (let at = 0; at < shared.length; at += eventsPerQuestion) {
      const part = shared.slice(at, at + eventsPerQuestion)
      const { docs } = await payload.db.find<Subject>({
        collection: 'audit-subjects',
        where: { eventKey: { in: part.map(eventKeyOf) } },
        limit: 0,
        pagination: false,
      })
      const known = new Set(docs.map(({ uniqueKey }) => uniqueKey))
      const missing = part
        .flatMap((row) =>
          subjectsOf({
            chainId: row.chainId,
            seq: row.seq,
            at: asText(row['at']),
            patientIds: asText(row['patientIds']),
          }),
        )
        .filter((subject) => !known.has(String(subject['uniqueKey'])))
      await insertRows(payload, 'audit-subjects', missing)
      made += missing.length
    }
  }
  return made
}
