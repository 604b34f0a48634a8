import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { serviceDateOf, wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { practiceZone } from '@/src/lib/practiceZone'
import { ClockMover } from './demo/ClockMover'

/** In the demo the practice has a time of its own: everybody is told which. */
export const DemoBanner = () =>
  env.DEMO ? (
    <div className="ops-root ops-demo" role="note">
      Demo practice. Its clock says{' '}
      <strong>{formatFullDateTime({ instant: clock.now(), zone: practiceZone() })}</strong>. Nobody
      here is real.{' '}
      <ClockMover
        localNow={`${serviceDateOf({ instant: clock.now(), zone: practiceZone() })}T${wallTimeOf({ instant: clock.now(), zone: practiceZone() })}`}
      />
    </div>
  ) : null
