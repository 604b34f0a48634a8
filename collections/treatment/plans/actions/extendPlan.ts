import { z } from 'zod'
import { requiredText, wholeNumber } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { ensurePlanDueTask } from '../ensurePlanDueTask'

const input = z.object({
  days: wholeNumber({ min: 1, max: 60, message: 'Enter the number of days.' }),
  reason: requiredText('Write a reason.').refine(
    (text) => text.length >= 5,
    'Write a longer reason.',
  ),
})

const overrideKey = (record: Row, key: string): string =>
  `treatment-plans|${String(record['id'])}|extend|${key}`

/** The director gives the first plan more time (R23); the reason is listed with the overrides. */
export const extendPlan = defineAction({
  slug: 'treatment-plans',
  name: 'extend',
  label: 'Give more time',
  input,
  fields: [
    { name: 'days', label: 'Days', type: 'number', isRequired: true },
    { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['draft', 'underReview', 'ready', 'shared'] },
  prepare: async ({ actor, input: { days, reason }, key, now, record, req, system }) => {
    const { planExtensionDays } = await loadSettings(req, {})
    const total = Number(record['dueExtensionDays'] ?? 0) + days
    if (total > planExtensionDays) {
      const message = `The first plan may be extended by ${planExtensionDays} days in all.`
      throw new Refusal('refused-by-rule', [{ path: 'days', rule: 'R23', message }])
    }
    await ensureRow(system, 'overrides', {
      uniqueKey: overrideKey(record, key),
      ruleId: 'R23',
      ruleMessage: `The first plan gets ${days} more days.`,
      reason,
      collectionSlug: 'treatment-plans',
      recordId: String(record['id']),
      door: 'action:extend',
      staff: actor.id,
      roles: actor.principals.join(' '),
      at: now.toISOString(),
    })
    return { set: { dueExtensionDays: total } }
  },
  release: async ({ key, record, req }) => {
    const where = { uniqueKey: { equals: overrideKey(record, key) } }
    await req.payload.db.deleteMany({ collection: 'overrides', where, req })
  },
  effects: [
    {
      name: 'task',
      run: (context) => ensurePlanDueTask(context, String(context.record['patient'])),
    },
  ],
})
