import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { loadSettings } from '@/hooks/loadSettings'
import { BackLink } from '@/src/components/portal/BackLink'
import { CancelForm } from '@/src/components/portal/CancelForm'
import { Notice } from '@/src/components/portal/Notice'
import { countOf } from '@/src/domain/countOf'
import { clock } from '@/src/lib/clock'
import { showMoment } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readVisits } from '@/src/lib/portal/readVisits'
import { findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Cancel a visit' }

const hourMs = 3_600_000

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const visit = await portalVisit(`/portal/appointments/${id}/cancel`)
  const [visits, settings, policies] = await Promise.all([
    readVisits(visit),
    loadSettings(visit.req, {}),
    findRows(visit.req, 'consents', { where: { kind: { equals: 'feePolicy' } }, limit: 1 }),
  ])
  const appointment = visits.find((each) => each.id === id)
  if (!appointment) notFound()
  const hours = countOf(settings.lateCancelHours, 'hour')
  const deadline = new Date(
    new Date(appointment.startsAt).getTime() - settings.lateCancelHours * hourMs,
  )
  const isLate = clock.now() > deadline
  const [policy] = policies
  return (
    <>
      <BackLink href="/portal/appointments">Your visits</BackLink>
      <h1>Cancel this visit?</h1>
      <p>
        <strong>{appointment.when}</strong>
        {appointment.clinician ? ` with ${appointment.clinician}` : ''}
      </p>
      {appointment.time === 'coming' && appointment.status === 'booked' ? (
        <>
          <Notice tone={isLate ? 'warn' : 'info'}>
            <p>
              {isLate
                ? `It begins in less than ${hours}, so our policy counts this as late and a fee may be due.`
                : `Canceling is free until ${showMoment(deadline.toISOString())}, ${hours} before it begins.`}
            </p>
            {policy ? (
              <p>
                <Link href={`/portal/papers/consent/${policy.id}`}>
                  Read the fee and cancellation policy
                </Link>
              </p>
            ) : null}
          </Notice>
          <CancelForm appointmentId={id} />
          <p>
            <Link className="link" href="/portal/appointments">
              Keep the visit
            </Link>
          </p>
        </>
      ) : (
        <Notice tone="info">
          <p>This visit can no longer be canceled here. Call us if something is wrong.</p>
        </Notice>
      )}
    </>
  )
}

export default Page
