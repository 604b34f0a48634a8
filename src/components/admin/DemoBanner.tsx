import { formatDateTime, formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { serviceDateOf, wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { practiceZone } from '@/src/lib/practiceZone'
import { ClockMover } from './demo/ClockMover'

/** In the demo the practice has a time of its own: everybody is told which. */
export const DemoBanner = () => {
  if (!env.DEMO) return null
  const moment = { instant: clock.now(), zone: practiceZone() }
  return (
    <div className="ops-root ops-demo" role="note">
      Demo<span className="ops-roomy"> practice</span>. Nobody here is real.{' '}
      <ClockMover
        localNow={`${serviceDateOf(moment)}T${wallTimeOf(moment)}`}
        shown={{ full: formatFullDateTime(moment), short: formatDateTime(moment) }}
      />
    </div>
  )
}
