'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { ActionDialog } from '../actions/ActionDialog'
import type { OfferedAction } from '../actions/types'
import { useActionCall } from '../actions/useActionCall'
import { ClosedThen } from './ClosedThen'
import type { Visit } from './dayData'
import { NextFree } from './NextFree'
import type { Place } from './openHours'

type Props = {
  action: OfferedAction
  visit: Visit
  place: { clinician: string; startsAt: string }
  locations: readonly Place[]
  onClose: () => void
}

/** Asks before an appointment that was dragged is moved, with the new time filled in. */
export const MoveDialog = ({ action, visit, place, locations, onClose }: Props) => {
  const router = useRouter()
  const call = useActionCall({
    target: { slug: 'appointments', id: visit.id, rev: visit.rev },
    name: action.name,
  })
  const done = (): void => {
    onClose()
    toast.success('The appointment is moved and the patient is told.')
    router.refresh()
  }
  return (
    <ActionDialog
      action={{ ...action, label: `${action.label}: ${visit.patientName ?? ''}` }}
      call={call}
      initial={{ startsAt: place.startsAt, minutes: visit.minutes, clinician: place.clinician }}
      help={{
        startsAt: (values, fill) => (
          <>
            <NextFree onChoose={fill} values={values} />
            <ClosedThen before={visit} places={locations} values={values} />
          </>
        ),
      }}
      onClose={onClose}
      onDone={done}
    />
  )
}
