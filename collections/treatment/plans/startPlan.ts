import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decideRow } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { idIn, type StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

const ended = ['superseded', 'closed']

export const plansOf = async (req: PayloadRequest, patientId: string): Promise<StoredRow[]> => {
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'treatment-plans',
    where: { patient: { equals: patientId } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/** Key that all versions of the next plan of a patient share; two who start one at once collide. */
export const nextPlanKey = (patientId: string, plans: readonly StoredRow[]): string =>
  `${patientId}-${plans.filter((plan) => plan['version'] === 1).length + 1}`

/** One plan at a time: while one is written or in force it is revised, not doubled (R29). */
export const startPlan: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || systemMarkOf(req)) return data
  const patientId = idIn(data, 'patient')
  // The scope check refuses a stranger; what exists in the chart stays unsaid.
  if (!patientId || !(await decideRow(req, 'treatment-plans', 'create', data))) return data
  const plans = await plansOf(req, patientId)
  const open = plans.find((plan) => !ended.includes(String(plan['status'])))
  if (open) {
    const message =
      open['status'] === 'underReview'
        ? 'Finish the plan under review first.'
        : 'There is a plan already. Open it; once it left the draft, choose "Revise plan".'
    throw new Refusal('conflict', [
      { message, fixUrl: `/admin/collections/treatment-plans/${open.id}` },
    ])
  }
  const planKey = nextPlanKey(patientId, plans)
  return {
    ...data,
    planKey,
    uniqueKey: `${planKey}|1`,
    version: 1,
    title: 'Treatment plan, version 1',
    status: 'draft',
    author: actorOf(req).id,
  }
}
