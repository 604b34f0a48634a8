import { isVisitSecret } from '@/hooks/rules/billing/secretFromPlan'
import { formatDate, isWithin } from '@/src/domain/calendarDate'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { ensureTask } from '../../system/ensureTask'
import { type BillingContext, readerOf } from '../billingContext'
import { coverageOn } from '../coverage/coverageOn'
import {
  authorizationsFor,
  codesOfKind,
  moveUnit,
  takeUnit,
  unitOfAppointment,
} from '../coverage/units'

const release = async (context: BillingContext, unit: Row | null): Promise<void> => {
  if (unit) await moveUnit(context, { unit, from: ['reserved'], data: { state: 'released' } })
}

const open = new Set(['booked', 'checkedIn', 'inSession'])

/** True when the appointment keeps what it has; a unit that no longer fits its day is given back. */
const keepsUnit = async (context: BillingContext, appointment: Row): Promise<boolean> => {
  const read = readerOf(context)
  const unit = await unitOfAppointment(read, String(appointment['id']))
  if (!unit || unit['state'] === 'released') return false
  if (unit['state'] === 'used') return true
  const authorization = await read.one('authorizations', idIn(unit, 'authorization'))
  const fits = isWithin(textIn(appointment, 'serviceDate'), {
    from: textIn(authorization, 'effectiveFrom'),
    to: textIn(authorization, 'effectiveTo'),
  })
  if (fits) return true
  await release(context, unit)
  return false
}

/**
 * Reserves one authorized session for a booking (R72), unless it is kept from the plan. Does nothing without an
 * authorization; billing gets a task where the payer wants one or the units are used up.
 */
export const reserveUnit = async (
  context: BillingContext,
  appointmentId: string,
): Promise<void> => {
  const read = readerOf(context)
  const appointment = await read.one('appointments', appointmentId)
  if (!appointment || !open.has(textIn(appointment, 'status'))) return
  if (await isVisitSecret(read, appointment))
    return release(context, await unitOfAppointment(read, appointmentId))
  if (await keepsUnit(context, appointment)) return
  const on = textIn(appointment, 'serviceDate')
  const coverage = await coverageOn(read, idIn(appointment, 'patient') ?? '', on)
  if (!coverage) return
  const policyId = String(coverage.policy['id'])
  const codes = codesOfKind(textIn(appointment, 'kind'))
  const authorizations = await authorizationsFor(read, { policyId, on, codes })
  for (const authorization of authorizations) {
    if (await takeUnit(context, { appointment, authorization })) return
  }
  if (!authorizations.length && coverage.payer['requiresAuthorization'] !== true) return
  await ensureTask(context.system, {
    uniqueKey: `no-unit|${appointmentId}`,
    title: authorizations.length
      ? `No authorized sessions are left for the appointment on ${formatDate(on)}. Ask the payer for more.`
      : `The payer wants an authorization for the appointment on ${formatDate(on)}. Ask for one.`,
    kind: 'authorization',
    assignedRole: 'biller',
    dueAt: new Date(clock.now().getTime() + 2 * 86_400_000),
    collectionSlug: 'appointments',
    recordId: appointmentId,
  })
}
