import type { CollectionAfterChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import { idIn } from '@/src/domain/row'
import { consumeUnit } from '../effects/consumeUnit'
import { reserveUnit } from '../effects/reserveUnit'

/**
 * An authorization entered later reserves for the bookings that exist, oldest first, and counts the
 * sessions that took place inside its dates.
 */
export const reserveForBookings: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const patient = idIn(data, 'patient')
  if (!patient || data.status === 'closed') return doc
  const read = factReader(req)
  const system = await asSystem(req, 'Reserve authorized sessions')
  const context = { system, req: system.req }
  const appointments = await read.many(
    'appointments',
    {
      and: [
        { patient: { equals: patient } },
        { serviceDate: { greater_than_equal: data.effectiveFrom } },
        { serviceDate: { less_than_equal: data.effectiveTo } },
        { status: { in: ['booked', 'checkedIn', 'inSession', 'completed'] } },
      ],
    },
    { sort: 'startsAt' },
  )
  for (const appointment of appointments) {
    const appointmentId = String(appointment['id'])
    if (appointment['status'] !== 'completed') {
      await reserveUnit(context, appointmentId)
      continue
    }
    const session = await read.one('sessions', { appointment: { equals: appointmentId } })
    if (session) await consumeUnit(context, { appointmentId, sessionId: String(session['id']) })
  }
  return doc
}
