import { z } from 'zod'
import { flag } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import { missingPapers } from '@/hooks/rules/intake/missingPapers'
import { idIn } from '@/src/domain/row'
import { addMinutes, serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'

export const checkIn = defineAction({
  slug: 'appointments',
  name: 'check-in',
  label: 'Check in',
  tone: 'primary',
  input: z.object({ isEmergency: flag() }),
  fields: [
    {
      name: 'isEmergency',
      label: 'Emergency: papers within a day',
      type: 'checkbox',
      help: 'Only the clinician may let somebody in without papers.',
    },
  ],
  from: { column: 'status', values: ['booked'] },
  prepare: async ({ input, now, read, record }) => {
    const zone = String(record['zone'])
    const today = serviceDateOf({ instant: now, zone })
    if (String(record['serviceDate']) > today) {
      const message = `This appointment is on ${String(record['serviceDate'])}. Check in on that day, or move it.`
      throw new Refusal('conflict', [{ path: 'startsAt', message }])
    }
    const missing = await missingPapers(read, {
      patient: idIn(record, 'patient') ?? '',
      format: String(record['format']),
    })
    return {
      set: {
        status: 'checkedIn',
        checkedInAt: now.toISOString(),
        missingAtCheckIn: missing.join(' ') || null,
        isEmergencyCheckIn: missing.length > 0,
      },
      refs: { isEmergency: input.isEmergency && missing.length > 0 },
    }
  },
  effects: [
    {
      name: 'papers-task',
      run: async ({ record, req, system }) => {
        if (!record['missingAtCheckIn']) return
        const { emergencyPapersHours } = await loadSettings(req, {})
        const checkedInAt = String(record['checkedInAt'])
        await ensureTask(system, {
          uniqueKey: `papers|${record.id}|${checkedInAt}`,
          title: 'Get the papers that were missing at check-in',
          kind: 'papers',
          assignee: idIn(record, 'clinician'),
          dueAt: new Date(addMinutes({ instant: checkedInAt, minutes: 60 * emergencyPapersHours })),
          isUrgent: true,
          collectionSlug: 'appointments',
          recordId: record.id,
        })
      },
    },
    {
      name: 'override',
      run: async ({ actorId, now, record, refs, system }) => {
        if (!refs['isEmergency']) return
        await ensureRow(system, 'overrides', {
          uniqueKey: `appointments|${record.id}|check-in|${String(record['checkedInAt'])}|R07`,
          ruleId: 'R07',
          ruleMessage: 'Papers were missing at check-in.',
          reason: 'Emergency check-in; papers to be finished afterwards.',
          collectionSlug: 'appointments',
          recordId: record.id,
          door: 'action:check-in',
          staff: actorId,
          roles: 'clinician',
          at: now.toISOString(),
        })
      },
    },
  ],
})
