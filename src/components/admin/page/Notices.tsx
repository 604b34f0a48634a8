import type { BasePayload, PayloadRequest } from 'payload'
import { DemoBanner } from '../DemoBanner'
import { FactorBanner } from '../signIn/FactorBanner'

type Props = { req?: PayloadRequest; payload: BasePayload }

/** What everybody is told above every page, in one line where there is room. */
export const Notices = (props: Props) => (
  <div className="ops-notices">
    <DemoBanner />
    <FactorBanner {...props} />
  </div>
)
