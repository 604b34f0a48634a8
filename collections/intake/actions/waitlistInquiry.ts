import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import { addDays } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

export const waitlistInquiry = defineAction({
  slug: 'inquiries',
  name: 'waitlist',
  label: 'Put on the waitlist',
  input: z.object({ estimatedWait: requiredText('Write the wait you told them.', 120) }),
  fields: [
    {
      name: 'estimatedWait',
      label: 'Wait they were told',
      type: 'text',
      isRequired: true,
      help: 'For example: about six weeks.',
    },
  ],
  from: { column: 'status', values: ['triaged'] },
  prepare: async ({ input, now, req }) => {
    const { waitlistCheckInDays } = await loadSettings(req, {})
    const today = dayIn(now, practiceZone())
    return {
      set: {
        status: 'waitlisted',
        waitTold: input.estimatedWait,
        waitlistedOn: today,
        nextCheckInOn: addDays(today, waitlistCheckInDays),
      },
    }
  },
  effects: [
    {
      name: 'entry',
      run: async ({ record, system }) => {
        await ensureRow(system, 'waitlist-entries', {
          uniqueKey: `waitlist|${record.id}|${String(record['waitlistedOn'])}`,
          inquiry: record.id,
          patient: idIn(record, 'patient'),
          tier: record['tier'],
          addedOn: record['waitlistedOn'],
          nextCheckInOn: record['nextCheckInOn'],
          estimatedWaitTold: record['waitTold'],
          status: 'waiting',
        })
      },
    },
    {
      name: 'check-in-task',
      run: async ({ record, system }) => {
        const date = String(record['nextCheckInOn'])
        await ensureTask(system, {
          uniqueKey: `waitlist-check-in|${record.id}|${date}`,
          title: 'Check in with somebody on the waitlist',
          kind: 'waitlist-check-in',
          assignedRole: 'frontDesk',
          dueAt: new Date(instantOf({ date, time: '17:00', zone: practiceZone() })),
          collectionSlug: 'inquiries',
          recordId: record.id,
        })
      },
    },
  ],
})
