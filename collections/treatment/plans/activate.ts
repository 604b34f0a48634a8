import type { PayloadRequest } from 'payload'
import type { Effect, EffectContext } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { moveRow } from '@/hooks/moveRow'
import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { closeTasks } from '../../records/closeTasks'

/** The columns that put a plan in force today, with the date of its first review (R24). */
export const inForceFromToday = async (req: PayloadRequest) => {
  const { planReviewDays } = await loadSettings(req, {})
  const effectiveDate = practiceToday()
  return { status: 'active', effectiveDate, reviewOn: addDays(effectiveDate, planReviewDays) }
}

const replaceOlder = async ({ read, record, req }: EffectContext): Promise<void> => {
  const active = await read.many('treatment-plans', {
    and: [{ patient: { equals: record['patient'] } }, { status: { equals: 'active' } }],
  })
  for (const older of active.filter((plan) => plan['id'] !== record.id)) {
    await moveRow(req, {
      collection: 'treatment-plans',
      id: String(older['id']),
      where: { status: { equals: 'active' } },
      data: { status: 'superseded', endedOn: record['effectiveDate'] },
    })
  }
}

/** What follows when a plan comes into force: the older version ends, the reminders are done. */
export const afterActivation: readonly Effect[] = [
  { name: 'older', run: replaceOlder },
  {
    name: 'tasks',
    run: (context) =>
      closeTasks(context, {
        kind: 'plan-due',
        recordIds: [String(context.record['patient']), context.record.id],
      }),
  },
]
