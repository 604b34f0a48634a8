import type { PayloadRequest } from 'payload'
import { moveRecord } from '../moveRecord'

/** The banner by which the office knows to call the clinician, without knowing why. */
export const setBanner = (
  req: PayloadRequest,
  patientId: string,
  isUp: boolean,
): Promise<boolean> =>
  moveRecord(req, {
    collection: 'patients',
    id: patientId,
    from: { id: { equals: patientId } },
    set: { safetyBanner: isUp },
  })
