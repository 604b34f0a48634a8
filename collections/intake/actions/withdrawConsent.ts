import { z } from 'zod'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { practiceZone } from '@/src/lib/practiceZone'

export const withdrawConsent = defineAction({
  slug: 'consents',
  name: 'withdraw',
  label: 'Withdraw',
  tone: 'danger',
  confirm: 'From now on this consent no longer counts. What was done before stays as it was.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['signed'] },
  prepare: async ({ now }) => ({ set: { status: 'withdrawn', withdrawnAt: now.toISOString() } }),
  effects: [
    {
      name: 'task',
      run: async ({ now, record, system }) => {
        await ensureTask(system, {
          uniqueKey: `consent-withdrawn|${record.id}`,
          title: 'A signed text was withdrawn: talk to the patient',
          kind: 'consent-withdrawn',
          assignedRole: 'frontDesk',
          dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
          collectionSlug: 'consents',
          recordId: record.id,
        })
      },
    },
  ],
})
