'use client'

import { useRouter } from 'next/navigation'
import { ErrorSummary } from './ErrorSummary'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

type Props = {
  patientId: string
  clinicianId: string
  location: string
  minutes: number
  format: string
}

/** A visit like the ones before, on another day, for whoever may book for a patient. */
export const BookForm = ({ patientId, clinicianId, location, minutes, format }: Props) => {
  const router = useRouter()
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, send, fail }) => {
    const { day, time } = values
    if (!day) return fail([{ path: 'startsAt', message: 'Choose a day.' }])
    if (!time) return fail([{ path: 'startsAt', message: 'Choose a time.' }])
    const sent = await send({
      path: '/appointments/book',
      body: {
        patient: patientId,
        clinician: clinicianId,
        startsAt: `${day}T${time}`,
        minutes,
        kind: 'individual',
        format,
        location,
      },
    })
    if (!sent.isOk) return
    router.push('/portal/appointments?booked=1')
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField name="day" label="Day" type="date" problem={problemAt(problems, 'startsAt')} />
      <TextField name="time" label="Time" type="time" />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Booking…' : 'Book this visit'}
        </button>
      </div>
    </form>
  )
}
