import { type BillingContext, readerOf } from '../billingContext'
import { moveUnit, unitOfAppointment } from '../coverage/units'

/**
 * Gives the reserved unit of a cancelled or missed appointment back (R72). A used one stays used, unless the
 * plan is never told of the session.
 */
export const releaseUnit = async (
  context: BillingContext,
  appointmentId: string,
  from: readonly string[] = ['reserved'],
): Promise<void> => {
  const unit = await unitOfAppointment(readerOf(context), appointmentId)
  if (unit) await moveUnit(context, { unit, from, data: { state: 'released' } })
}
