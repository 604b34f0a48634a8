import { addMinutes, toMs } from '@/src/domain/scheduling/zonedTime'
import { completionWindow } from '@/src/domain/treatment/completionWindow'
import { defineRule } from '../rule'

const notStarted = 'This session has not started yet.'

export const sessionsAreCompletedInTime = defineRule({
  id: 'R36',
  title: 'A session is completed after it began and not too long afterwards',
  area: 'treatment',
  appliesTo: ['appointments:action:start-session', 'sessions:action:complete'],
  override: { roles: ['owner', 'director'] },
  check: ({ change, now, settings }) => {
    const { after, on } = change
    if (on === 'action:start-session') {
      const earliest = addMinutes({
        instant: String(after['startsAt']),
        minutes: -settings.earlyStartMinutes,
      })
      return toMs(earliest) > now.getTime()
        ? [{ path: 'startsAt', message: notStarted, mayOverride: [] }]
        : []
    }
    const { canComplete, message, reason } = completionWindow({
      start: String(after['startedAt']),
      now,
      zone: String(after['zone']),
      maxBackdateDays: settings.maxBackdateDays,
    })
    if (canComplete || !message) return []
    return [{ path: 'startedAt', message, ...(reason === 'notStarted' ? { mayOverride: [] } : {}) }]
  },
})
