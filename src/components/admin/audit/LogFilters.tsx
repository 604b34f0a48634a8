import type { PayloadRequest } from 'payload'
import { readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { FindPatient } from './FindPatient'
import { addressOf, type LogParams, path } from './logAddress'

const actions = [
  { value: '', label: 'Everything' },
  { value: 'looked', label: 'Looked at' },
  { value: 'changed', label: 'Changed' },
  { value: 'exported', label: 'Exported' },
  { value: 'signed-in', label: 'Signed in or out' },
  { value: 'refused', label: 'Was refused' },
] as const

type Props = { req: PayloadRequest; params: LogParams; patientName: string }

/** The questions that narrow the log; a plain form, so that every answer has an address. */
export const LogFilters = async ({ req, params, patientName }: Props) => {
  const staff = await readRows(req, 'staff', { sort: 'name', limit: 500, select: ['name'] })
  return (
    <Card title="Whose, by whom, when">
      {params.patient ? null : <FindPatient params={params} />}
      <form action={path} className="ops-row" method="get">
        {params.patient ? (
          <span>
            <input name="patient" type="hidden" value={params.patient} />
            Patient: <strong>{patientName || 'unknown'}</strong>{' '}
            <a href={addressOf({ ...params, patient: '', before: '' })}>any patient</a>
          </span>
        ) : null}
        <span>
          <label htmlFor="log-actor">Person</label>{' '}
          <select
            className="ops-input ops-input--inline"
            defaultValue={params.actor}
            id="log-actor"
            name="actor"
          >
            <option value="">Anybody</option>
            {staff.map((person) => (
              <option key={person.id} value={person.id}>
                {textIn(person, 'name')}
              </option>
            ))}
          </select>
        </span>
        <span>
          <label htmlFor="log-action">What</label>{' '}
          <select
            className="ops-input ops-input--inline"
            defaultValue={params.action}
            id="log-action"
            name="action"
          >
            {actions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </span>
        <span>
          <label htmlFor="log-from">From</label>{' '}
          <input
            className="ops-input ops-input--inline"
            defaultValue={params.from}
            id="log-from"
            name="from"
            type="date"
          />
        </span>
        <span>
          <label htmlFor="log-to">to</label>{' '}
          <input
            className="ops-input ops-input--inline"
            defaultValue={params.to}
            id="log-to"
            name="to"
            type="date"
          />
        </span>
        <button className="ops-button ops-button--primary" type="submit">
          Show
        </button>
      </form>
    </Card>
  )
}
