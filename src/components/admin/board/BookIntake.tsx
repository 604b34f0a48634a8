'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { ActionFieldInput } from '../actions/ActionFieldInput'
import { OverrideReasons } from '../actions/OverrideReasons'
import type { ActionTarget, FieldValue, OfferedAction } from '../actions/types'
import { useActionCall } from '../actions/useActionCall'
import { type Slot, SlotPicker } from '../calendar/SlotPicker'
import { usePractice } from '../practiceContext'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

/** A location or a room, by name. */
export type Place = { id: string; name: string }

type Props = {
  action: OfferedAction
  target: ActionTarget
  clinician: { id: string; name: string }
  places: readonly Place[]
  /** What the person asked for: inPerson, video or either. */
  format: string
  needsSource: boolean
  warnsOfDuplicate: boolean
  isPrimary: boolean
}

const intakeMinutes = 60

/** Books the first visit with one therapist: a free time, a room, and what is still unknown. */
export const BookIntake = (props: Props) => {
  const { action, target, clinician, places, needsSource, warnsOfDuplicate, isPrimary } = props
  const prefix = useId()
  const router = useRouter()
  const { zone } = usePractice()
  const call = useActionCall({ target, name: action.name })
  const [isOpen, setOpen] = useState(false)
  const [slot, setSlot] = useState<Slot | null>(null)
  const [format, setFormat] = useState(props.format === 'video' ? 'video' : 'inPerson')
  const [room, setRoom] = useState('')
  const [minutes, setMinutes] = useState(intakeMinutes)
  const [more, setMore] = useState<Record<string, FieldValue>>({})
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const nameOf = (id: string): string => places.find((place) => place.id === id)?.name ?? ''
  const choose = (next: Slot): void => {
    setSlot(next)
    if (!next.freeRooms.includes(room)) setRoom(next.freeRooms[0] ?? '')
  }
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (!slot) return
    const values = {
      clinician: clinician.id,
      startsAt: slot.start,
      minutes,
      location: slot.location,
      format,
      ...(room && format === 'inPerson' ? { room } : {}),
      ...more,
    }
    if (!(await call.send({ values, reasons }))) return
    setOpen(false)
    toast.success(
      `Intake booked: ${formatDateTime({ instant: slot.start, zone })} with ${clinician.name}.`,
    )
    router.push(`/admin/inquiry-board?show=booked&open=${target.id}`)
    router.refresh()
  }
  const asked = action.fields.filter(
    ({ name }) =>
      (name === 'referralSource' && needsSource) || (name === 'continueAsNew' && warnsOfDuplicate),
  )
  return (
    <>
      <button
        className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
        onClick={() => {
          call.reset()
          setOpen(true)
        }}
        type="button"
      >
        Book intake<span className="ops-sr"> with {clinician.name}</span>
      </button>
      {isOpen ? (
        <Dialog isWide onClose={() => setOpen(false)} title={`Intake with ${clinician.name}`}>
          <form className="ops-form" method="post" onSubmit={submit}>
            {call.refused ? (
              <Findings findings={call.refused.findings} title="Not booked yet" />
            ) : null}
            <div className="ops-row ops-row--top">
              <div className="ops-field">
                <label htmlFor={`${prefix}minutes`}>Minutes</label>
                <select
                  className="ops-input"
                  id={`${prefix}minutes`}
                  onChange={(event) => setMinutes(Number(event.target.value))}
                  value={minutes}
                >
                  {[45, 60, 75, 90].map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </select>
              </div>
              <div className="ops-field">
                <label htmlFor={`${prefix}format`}>Format</label>
                <select
                  className="ops-input"
                  id={`${prefix}format`}
                  onChange={(event) => setFormat(event.target.value)}
                  value={format}
                >
                  <option value="inPerson">In person</option>
                  <option value="video">Video</option>
                  <option value="phone">Phone</option>
                </select>
              </div>
              {format === 'inPerson' && slot ? (
                <div className="ops-field">
                  <label htmlFor={`${prefix}room`}>Room at {nameOf(slot.location)}</label>
                  <select
                    className="ops-input"
                    id={`${prefix}room`}
                    onChange={(event) => setRoom(event.target.value)}
                    value={room}
                  >
                    <option value="">No room</option>
                    {slot.freeRooms.map((id) => (
                      <option key={id} value={id}>
                        {nameOf(id)}
                      </option>
                    ))}
                  </select>
                </div>
              ) : null}
            </div>
            <SlotPicker clinician={clinician.id} minutes={minutes} onChange={choose} value={slot} />
            {asked.map((field) => (
              <ActionFieldInput
                field={field.name === 'referralSource' ? { ...field, isRequired: true } : field}
                id={`${prefix}${field.name}`}
                key={field.name}
                onChange={(value) => setMore((given) => ({ ...given, [field.name]: value }))}
                value={more[field.name] ?? null}
              />
            ))}
            <OverrideReasons
              findings={call.refused?.findings ?? []}
              onChange={setReasons}
              reasons={reasons}
            />
            <p className="ops-muted">
              This makes the person a patient, sends the papers to do before the visit and invites
              them to the portal.
            </p>
            <FormFoot
              busyLabel="Booking…"
              isBusy={call.isBusy}
              isDisabled={!slot}
              label={
                slot ? `Book ${formatDateTime({ instant: slot.start, zone })}` : 'Choose a time'
              }
              onBack={() => setOpen(false)}
            />
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
