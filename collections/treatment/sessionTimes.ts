import type { Row } from '@/src/domain/row'
import { minutesBetween, serviceDateOf, toMs } from '@/src/domain/scheduling/zonedTime'
import { type Finding, Refusal } from '@/src/lib/errors'
import { instantIn } from '../fields/actionInputs'

type SessionTimes = {
  startedAt: string
  endedAt: string
  minutes: number
  serviceDate: string
}

// A session longer than this is a forgotten stop button.
const longestMinutes = 600

/**
 * When a session began and ended, with what its clinician corrected. Throws a Refusal when the end is
 * missing from both, comes before the start, lies in the future, or the span cannot be a session.
 */
export const sessionTimes = ({
  record,
  startedAt: givenStart,
  endedAt: givenEnd,
  now,
}: {
  record: Row
  startedAt?: string
  endedAt?: string
  now: Date
}): SessionTimes => {
  const zone = String(record['zone'])
  const startedAt = givenStart ? instantIn(givenStart, zone) : String(record['startedAt'])
  const stopped = typeof record['endedAt'] === 'string' ? record['endedAt'] : now.toISOString()
  const endedAt = givenEnd ? instantIn(givenEnd, zone) : stopped
  const minutes = minutesBetween({ start: startedAt, end: endedAt })
  const findings: Finding[] = []
  if (minutes < 1)
    findings.push({
      path: 'endedAt',
      message: 'The session must end after it began. Correct the times.',
    })
  if (minutes > longestMinutes) {
    findings.push({
      path: 'endedAt',
      message: `This would be a session of ${minutes} minutes. Correct when it ended.`,
    })
  }
  if (toMs(endedAt) > now.getTime()) {
    findings.push({
      path: 'endedAt',
      message: 'The end lies in the future. Enter when the session really ended.',
    })
  }
  if (findings.length) throw new Refusal('invalid', findings)
  return { startedAt, endedAt, minutes, serviceDate: serviceDateOf({ instant: startedAt, zone }) }
}
