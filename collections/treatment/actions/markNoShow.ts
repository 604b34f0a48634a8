import { z } from 'zod'
import { releaseUnit } from '@/collections/billing/effects/releaseUnit'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { toMs } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'
import { freeSlot } from '../bookSlot'
import { reopenInquiry } from '../inquiryBehind'

export const markNoShow = defineAction({
  slug: 'appointments',
  name: 'no-show',
  label: 'Mark as no-show',
  confirm: 'The visit is recorded as missed and a task to rebook is made.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['booked'] },
  prepare: async ({ now, record }) => {
    if (toMs(String(record['startsAt'])) > now.getTime()) {
      const message = 'This appointment has not begun yet. Cancel it instead.'
      throw new Refusal('conflict', [{ path: 'startsAt', message }])
    }
    return { set: { status: 'noShow' } }
  },
  effects: [
    {
      name: 'free-time',
      run: ({ record, req }) => freeSlot({ req, appointmentKey: String(record['uniqueKey']) }),
    },
    { name: 'unit', run: ({ record, req, system }) => releaseUnit({ req, system }, record.id) },
    { name: 'inquiry', run: ({ record, req }) => reopenInquiry(req, record) },
    {
      name: 'task',
      run: async ({ now, record, system }) => {
        await ensureTask(system, {
          uniqueKey: `no-show|${record.id}`,
          title: 'Call to rebook after a missed appointment',
          kind: 'rebook',
          assignedRole: 'frontDesk',
          dueAt: new Date(
            businessDeadline({ receivedAt: now, days: 1, zone: String(record['zone']) }),
          ),
          collectionSlug: 'appointments',
          recordId: record.id,
        })
      },
    },
  ],
})
