import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { practiceZone } from '@/src/lib/practiceZone'
import { emergencyOutcomes } from '../reasons'

const outcomes = emergencyOutcomes.map(({ value }) => value) as [string, ...string[]] // never empty

export const reviewAccess = defineAction({
  slug: 'break-glass-grants',
  name: 'review',
  label: 'Review',
  tone: 'primary',
  input: z.object({
    outcome: requiredChoice(outcomes, 'Say whether it was in order.'),
    finding: requiredText('Write what you found, in a sentence.', 4000),
  }),
  fields: [
    {
      name: 'outcome',
      label: 'Result',
      type: 'select',
      isRequired: true,
      options: emergencyOutcomes,
    },
    {
      name: 'finding',
      label: 'Finding',
      type: 'textarea',
      isRequired: true,
      help: 'Whom you asked, what they said, and whether what was opened fits the reason. Kept encrypted.',
    },
  ],
  from: { column: 'status', values: ['ended'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'reviewed',
      outcome: input.outcome,
      reviewedAt: now.toISOString(),
      reviewedBy: actor.id,
      finding: input.finding,
    },
  }),
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'emergency-review', recordIds: [context.record.id] }),
    },
    {
      name: 'incident',
      run: async ({ now, record, system }) => {
        if (record['outcome'] !== 'inappropriate') return
        await ensureTask(system, {
          uniqueKey: `emergency-incident|${record.id}`,
          title:
            'An emergency access was not in order: treat it as an incident, and decide whether the patient has to be told.',
          kind: 'incident',
          assignedRole: 'compliance',
          dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
          isUrgent: true,
          collectionSlug: 'break-glass-grants',
          recordId: record.id,
        })
      },
    },
  ],
})
