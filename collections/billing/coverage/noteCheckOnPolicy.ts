import type { CollectionAfterChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { idIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { ensureTask } from '../../system/ensureTask'
import { moveRow } from '../moveRow'

/** The policy shows its newest answer; an inactive one makes work for billing (R14). */
export const noteCheckOnPolicy: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const policyId = idIn(data, 'policy')
  if (!policyId) return doc
  await moveRow(req, 'insurance-policies', {
    id: policyId,
    where: {
      or: [
        { lastCheckedOn: { exists: false } },
        { lastCheckedOn: { less_than_equal: data.checkedOn } },
      ],
    },
    data: { lastCheckedOn: data.checkedOn, coverageResult: data.result },
  })
  if (data.result !== 'inactive') return doc
  const system = await asSystem(req, 'Coverage is inactive')
  await ensureTask(system, {
    uniqueKey: `coverage-inactive|${doc.id}`,
    title: 'Coverage is not active. Ask for new insurance, or give a self-pay estimate.',
    kind: 'coverage',
    assignedRole: 'biller',
    dueAt: new Date(clock.now().getTime() + 86_400_000),
    collectionSlug: 'insurance-policies',
    recordId: policyId,
  })
  return doc
}
