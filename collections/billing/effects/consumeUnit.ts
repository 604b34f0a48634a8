import { isVisitSecret } from '@/hooks/rules/billing/secretFromPlan'
import { idIn, textIn } from '@/src/domain/row'
import { type BillingContext, readerOf } from '../billingContext'
import { coverageOn } from '../coverage/coverageOn'
import {
  authorizationsFor,
  codesOfKind,
  moveUnit,
  takeUnit,
  unitOfAppointment,
} from '../coverage/units'
import { releaseUnit } from './releaseUnit'

const reserveLate = async (context: BillingContext, appointmentId: string): Promise<void> => {
  const read = readerOf(context)
  const appointment = await read.one('appointments', appointmentId)
  if (!appointment) return
  const on = textIn(appointment, 'serviceDate')
  const coverage = await coverageOn(read, idIn(appointment, 'patient') ?? '', on)
  if (!coverage) return
  const authorizations = await authorizationsFor(read, {
    policyId: String(coverage.policy['id']),
    on,
    codes: codesOfKind(textIn(appointment, 'kind')),
  })
  for (const authorization of authorizations) {
    if (await takeUnit(context, { appointment, authorization })) return
  }
}

/**
 * The session took place: its unit is used, reserved first when the booking came before the authorization (R72).
 * One that is kept from the plan uses none.
 */
export const consumeUnit = async (
  context: BillingContext,
  { appointmentId, sessionId }: { appointmentId: string; sessionId: string },
): Promise<void> => {
  const read = readerOf(context)
  const appointment = await read.one('appointments', appointmentId)
  if (await isVisitSecret(read, appointment)) return releaseUnit(context, appointmentId)
  const known = await unitOfAppointment(read, appointmentId)
  if (!known || known['state'] === 'released') await reserveLate(context, appointmentId)
  const unit = await unitOfAppointment(read, appointmentId)
  if (!unit) return
  await moveUnit(context, { unit, from: ['reserved'], data: { state: 'used', session: sessionId } })
}
