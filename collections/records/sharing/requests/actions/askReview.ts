import { z } from 'zod'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'

const reviewDays = 10

/** 45 CFR 164.524(a)(4): a licensed professional who had no part in the denial looks at it again. */
export const askReview = defineAction({
  slug: 'record-requests',
  name: 'ask-review',
  label: 'Ask for a second look',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['denied'] },
  prepare: async ({ now, record }) => {
    if (record['reviewAskedAt'])
      throw new Refusal('conflict', 'A second look was asked for already.')
    return { set: { reviewAskedAt: now.toISOString() } }
  },
  effects: [
    {
      name: 'task',
      run: async ({ now, record, system }) => {
        await ensureTask(system, {
          uniqueKey: `denial-review|${record.id}`,
          title: 'Look again at a denied request for records.',
          kind: 'denial-review',
          assignedRole: 'director',
          dueAt: new Date(
            businessDeadline({ receivedAt: now, days: reviewDays, zone: practiceZone() }),
          ),
          collectionSlug: 'record-requests',
          recordId: record.id,
          closesOnlyBy: ['director'],
        })
      },
    },
  ],
})
