'use client'
import { useEffect, useState } from 'react'
import { formatDateTime, formatTime } from '@/src/domain/scheduling/formatTime'
import { ActionButton } from '../actions/ActionButton'
import { callApi } from '../actions/callApi'
import type { FieldValues, OfferedAction } from '../actions/types'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import { StateChip } from '../ui/StateChip'
import type { Visit } from './dayData'
import { FollowingDialog } from './FollowingDialog'
import { NextFree } from './NextFree'
import { RepeatDialog } from './RepeatDialog'
import { formatLabel, kindLabel } from './visitWords'

type Props = { visit: Visit; onClose: () => void }

/** One appointment with everything that can be done about it. */
export const VisitDialog = ({ visit, onClose }: Props) => {
  const [actions, setActions] = useState<OfferedAction[] | null>(null)
  const [series, setSeries] = useState<'repeat' | 'move' | 'cancel' | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await callApi(`/api/appointments/${visit.id}/actions`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (abort.signal.aborted) return
      setActions(answer.ok ? (answer.body['actions'] as OfferedAction[]) : []) // GET /:id/actions
    }
    void load()
    return () => abort.abort()
  }, [visit.id])
  const rank = ({ tone }: OfferedAction): number =>
    tone === 'primary' ? 0 : tone === 'danger' ? 2 : 1
  const possible = (actions ?? [])
    .filter(({ isPossible }) => isPossible)
    .sort((a, b) => rank(a) - rank(b))
  const mayMove = possible.some(({ name }) => name === 'reschedule')
  const target = { slug: 'appointments', id: visit.id, rev: visit.rev }
  const nextFree = (values: FieldValues, fill: (change: FieldValues) => void) => (
    <NextFree
      onChoose={fill}
      values={{ ...values, clinician: values['clinician'] || visit.clinician }}
    />
  )
  const facts = [
    {
      label: 'When',
      value: `${formatDateTime({ instant: visit.startsAt, zone: visit.zone })} to ${formatTime({ instant: visit.endsAt, zone: visit.zone })}`,
    },
    { label: 'With', value: visit.clinicianName ?? '' },
    {
      label: 'What',
      value: `${kindLabel(visit.kind)}, ${formatLabel(visit.format).toLowerCase()}`,
    },
    { label: 'Room', value: visit.roomName ?? '' },
    { label: 'Office note', value: visit.note ?? '' },
    { label: 'Missing papers', value: visit.missing.map(({ label }) => label).join(', ') },
  ].filter(({ value }) => value)
  if (series === 'repeat') return <RepeatDialog onClose={onClose} visit={visit} />
  if (series) return <FollowingDialog onClose={onClose} visit={visit} what={series} />
  return (
    <Dialog onClose={onClose} title={visit.patientName ?? 'Appointment'}>
      <p className="ops-row">
        <StateChip state={visit.status} />
        {visit.chips
          .filter(({ tone }) => tone !== 'plain')
          .map(({ code, label, tone }) => (
            <Chip key={code} tone={tone === 'urgent' ? 'bad' : 'warn'}>
              {label}
            </Chip>
          ))}
      </p>
      <dl className="ops-facts ops-facts--columns">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/admin/patient/${visit.patient}`}>Open {visit.patientName ?? 'the patient'}</a>
      </p>
      <div aria-live="polite" className="ops-row">
        {actions === null ? <span className="ops-muted">Looking what is possible…</span> : null}
        {possible.map((action) => (
          <ActionButton
            action={action}
            help={action.name === 'reschedule' ? { startsAt: nextFree } : undefined}
            initial={{ startsAt: visit.startsAt, minutes: visit.minutes }}
            isPrimary={action.tone === 'primary'}
            key={action.name}
            onDone={onClose}
            preset={action.name === 'check-in' ? { isEmergency: false } : undefined}
            target={target}
          />
        ))}
        {mayMove ? (
          <button className="ops-button" onClick={() => setSeries('repeat')} type="button">
            Repeat weekly
          </button>
        ) : null}
        {mayMove && visit.seriesKey ? (
          <>
            <button className="ops-button" onClick={() => setSeries('move')} type="button">
              Move this and following
            </button>
            <button
              className="ops-button ops-button--danger"
              onClick={() => setSeries('cancel')}
              type="button"
            >
              Cancel this and following
            </button>
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
