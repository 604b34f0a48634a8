'use client'
import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Card } from '../ui/Card'
import { Findings, type FindingView } from '../ui/Findings'

/** A new password of one's own. */
export const PasswordCard = ({ shortest }: { shortest: number }) => {
  const id = useId()
  const [findings, setFindings] = useState<readonly FindingView[]>([])
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    setBusy(true)
    const answer = await callApi('/api/auth/staff/password', {
      body: { current: data.get('current'), password: data.get('password') },
    })
    setBusy(false)
    setFindings(answer.ok ? [] : answer.findings)
    if (!answer.ok) return
    form.reset()
    toast.success('Your password is changed. Everywhere else you are signed out.')
  }
  return (
    <Card title="Password">
      <form className="ops-form ops-form--narrow" method="post" onSubmit={submit}>
        {findings.length ? <Findings findings={findings} title="Not changed" /> : null}
        <div className="ops-field">
          <label htmlFor={`${id}current`}>Present password</label>
          <input
            autoComplete="current-password"
            className="ops-input"
            id={`${id}current`}
            name="current"
            required
            type="password"
          />
        </div>
        <div className="ops-field">
          <label htmlFor={`${id}new`}>New password</label>
          <span className="ops-help" id={`${id}help`}>
            At least {shortest} characters. A short sentence works well; your own name and the
            practice’s do not.
          </span>
          <input
            aria-describedby={`${id}help`}
            autoComplete="new-password"
            className="ops-input"
            id={`${id}new`}
            minLength={shortest}
            name="password"
            required
            type="password"
          />
        </div>
        <div className="ops-row">
          <button className="ops-button" disabled={isBusy} type="submit">
            {isBusy ? 'Changing…' : 'Change password'}
          </button>
        </div>
      </form>
    </Card>
  )
}
