import type { BasePayload } from 'payload'
import { standardRules } from '@/src/domain/retention/standardRules'
import { isDuplicateKey, isWriteConflict } from '@/src/lib/database'
import { ruleKey } from './keyRule'

/** A new practice begins with the standard rules; a practice that has any keeps its own. */
export const seedRetentionRules = async (payload: BasePayload): Promise<void> => {
  const { totalDocs } = await payload.db.count({ collection: 'retention-rules', where: {} })
  if (totalDocs) return
  for (const rule of standardRules) {
    const uniqueKey = ruleKey(rule.state, rule.recordClass)
    try {
      await payload.db.create({
        collection: 'retention-rules',
        data: { ...rule, uniqueKey, rev: 1 },
      })
    } catch (error) {
      // Several servers start at once: whoever came first made the row.
      if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
    }
  }
}
