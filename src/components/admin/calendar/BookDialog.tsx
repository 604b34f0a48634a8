'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { ActionDialog } from '../actions/ActionDialog'
import type { FieldValues, OfferedAction } from '../actions/types'
import { type ActionOutcome, useActionCall } from '../actions/useActionCall'
import { ClosedThen } from './ClosedThen'
import type { CalendarData } from './dayData'
import { NextFree } from './NextFree'

type Props = {
  action: OfferedAction
  data: CalendarData
  date: string
  /** ISO UTC; the person types a time when absent. */
  startsAt?: string
  clinician?: string
  patient?: string
  onClose: () => void
}

const standardMinutes = 50

/** The questions of a booking with everything filled in that the place in the calendar says. */
export const BookDialog = ({ action, data, startsAt, clinician, patient, onClose }: Props) => {
  const router = useRouter()
  const call = useActionCall({ target: { slug: 'appointments', id: null }, name: action.name })
  const initial: FieldValues = {
    clinician: clinician ?? '',
    startsAt: startsAt ?? '',
    minutes: standardMinutes,
    kind: 'individual',
    format: 'inPerson',
    location: data.locations.find(({ isActive }) => isActive)?.id ?? '',
    patient: patient ?? '',
  }
  const done = ({ advice }: ActionOutcome): void => {
    onClose()
    toast.success(['The appointment is booked.', ...advice].join(' '))
    router.refresh()
  }
  return (
    <ActionDialog
      action={action}
      call={call}
      initial={initial}
      onClose={onClose}
      onDone={done}
      help={{
        startsAt: (values, fill) => (
          <>
            <NextFree onChoose={fill} values={values} />
            <ClosedThen places={data.locations} values={values} />
          </>
        ),
      }}
      preset={patient ? { patient } : undefined}
    />
  )
}
