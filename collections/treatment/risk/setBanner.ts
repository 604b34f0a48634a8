import type { PayloadRequest } from 'payload'
import { moveRow } from '@/hooks/moveRow'

/** The banner by which the office knows to call the clinician, without knowing why. */
export const setBanner = (
  req: PayloadRequest,
  patientId: string,
  isUp: boolean,
): Promise<boolean> =>
  moveRow(req, {
    collection: 'patients',
    id: patientId,
    data: { safetyBanner: isUp },
  })
