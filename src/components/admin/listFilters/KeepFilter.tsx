'use client'
import type { Where } from 'payload'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Dialog } from '../ui/Dialog'
import { Findings, type FindingView } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

type Props = { list: string; where: Where; onKept: (id: string) => void }

/** Keeps what the list is filtered by now under a name, for oneself alone. */
export const KeepFilter = ({ list, where, onKept }: Props) => {
  const prefix = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [findings, setFindings] = useState<readonly FindingView[]>([])
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const answer = await callApi(`/api/list-filters/${list}`, {
      body: {
        title: String(form.get('title') ?? ''),
        where,
        daysMove: form.get('daysMove') === 'on',
      },
    })
    setBusy(false)
    if (!answer.ok) return setFindings(answer.findings)
    setOpen(false)
    setFindings([])
    onKept(String(answer.body['id']))
  }
  return (
    <>
      <button className="ops-button" onClick={() => setOpen(true)} type="button">
        Keep this filter
      </button>
      {isOpen ? (
        <Dialog
          lead="It stands above this list from now on, for you alone."
          onClose={() => setOpen(false)}
          title="Keep this filter"
        >
          <form className="ops-form" method="post" onSubmit={submit}>
            {findings.length ? (
              <Findings findings={findings} title="This filter cannot be kept yet" />
            ) : null}
            <div className="ops-field">
              <label htmlFor={`${prefix}title`}>What you call it</label>
              <span className="ops-help" id={`${prefix}help`}>
                For example "Aetna, over 60 days". Not the name of a patient.
              </span>
              <input
                aria-describedby={`${prefix}help`}
                autoComplete="off"
                className="ops-input"
                id={`${prefix}title`}
                maxLength={60}
                name="title"
                required
                type="text"
              />
            </div>
            <div className="ops-field ops-field--check">
              <input defaultChecked id={`${prefix}days`} name="daysMove" type="checkbox" />
              <label htmlFor={`${prefix}days`}>
                Days move along: what is a week ago today is a week ago tomorrow as well
              </label>
            </div>
            <FormFoot isBusy={isBusy} label="Keep it" onBack={() => setOpen(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
