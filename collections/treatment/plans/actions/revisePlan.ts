import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { planRowSlugs } from '@/hooks/rules/treatment/planFacts'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { showRows } from '../showRows'

const carriedTexts = [
  'strengths',
  'barriers',
  'natureOfService',
  'frequency',
  'schedule',
  'dischargeCriteria',
  'coordination',
] as const

const notCarried = new Set([
  'id',
  'uniqueKey',
  'plan',
  'rev',
  'sealed',
  'recordUid',
  'createdAt',
  'updatedAt',
  'isShared',
  'lastAction',
  'pendingAction',
])

const pick = (row: Row, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

const copyRows = async ({ read, record, system }: EffectContext, planId: string): Promise<void> => {
  for (const slug of planRowSlugs) {
    const rows = await read.many(slug, { plan: { equals: record.id } })
    for (const row of rows) {
      const plain = await read.text(slug, row)
      const kept = Object.fromEntries(
        Object.entries(plain).filter(([name]) => !notCarried.has(name)),
      )
      await ensureRow(system, slug, {
        ...kept,
        plan: planId,
        uniqueKey: `${planId}|${String(row['key'])}`,
      })
    }
  }
}

const copyPlan = async (context: EffectContext): Promise<void> => {
  const { actorId, record, system } = context
  const version = Number(record['nextVersion'])
  const plan = await ensureRow(system, 'treatment-plans', {
    ...pick(record, carriedTexts),
    uniqueKey: `${record['planKey']}|${version}`,
    patient: record['patient'],
    planKey: record['planKey'],
    version,
    title: `Treatment plan, version ${version}`,
    supersedes: record.id,
    intakeAssessment: record['intakeAssessment'] ?? null,
    status: 'draft',
    author: actorId,
    dueExtensionDays: record['dueExtensionDays'] ?? 0,
  })
  await copyRows(context, String(plan.id))
}

/**
 * Makes the next version as a draft with the same rows under the same keys (R30). A version in force
 * stays so until the new one is; one that never was is closed.
 */
export const revisePlan = defineAction({
  slug: 'treatment-plans',
  name: 'revise',
  label: 'Revise plan',
  confirm: 'A new version opens as a draft. This one stays readable as it is.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['ready', 'shared', 'declined', 'active'] },
  prepare: async ({ record }) => {
    if (record['nextVersion']) {
      throw new Refusal(
        'conflict',
        `Version ${record['nextVersion']} is being written already. Open that one.`,
      )
    }
    const isInForce = record['status'] === 'active'
    return {
      set: {
        nextVersion: Number(record['version'] ?? 1) + 1,
        ...(isInForce ? {} : { status: 'closed', isShared: false }),
      },
    }
  },
  effects: [
    { name: 'copy', run: copyPlan },
    {
      name: 'hide',
      run: async (context) => {
        if (context.record['status'] === 'closed') await showRows(context, false)
      },
    },
  ],
  answer: async ({ read, record }) => {
    const next = await read.one('treatment-plans', {
      uniqueKey: { equals: `${record['planKey']}|${record['nextVersion']}` },
    })
    return {
      planId: next?.['id'] ?? null,
      message: `You are making version ${record['nextVersion']}.`,
    }
  },
})
