'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Card } from '../ui/Card'
import { Findings } from '../ui/Findings'

export type Group = {
  kind: string
  title: string
  hint: string
  items: readonly { id: string; label: string; at: string }[]
}

type Props = {
  person: { id: string; name: string }
  colleagues: readonly { id: string; name: string }[]
  groups: readonly Group[]
}

const Items = ({ group }: { group: Group }) => (
  <fieldset className="ops-fieldset">
    <legend>
      {group.title} <span className="ops-muted">{group.items.length}</span>
    </legend>
    {group.hint ? <span className="ops-help">{group.hint}</span> : null}
    <ul className="ops-plain-list ops-checks ops-checks--columns">
      {group.items.map(({ id, label, at }) => (
        <li key={id}>
          <label>
            <input defaultChecked name="ids" type="checkbox" value={id} /> {label}{' '}
            <span className="ops-muted">{at}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
)

/** Hands what is ticked to one colleague: everything in one go, or some of it to each. */
export const HandOver = ({ person, colleagues, groups }: Props) => {
  const id = useId()
  const router = useRouter()
  const [messages, setMessages] = useState<string[]>([])
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const ids = form.getAll('ids').map(String)
    if (!ids.length) return setMessages(['Tick what is handed over.'])
    setBusy(true)
    const answer = await callApi(`/api/staff/${person.id}/hand-over`, {
      body: { to: form.get('to'), ids },
    })
    setBusy(false)
    if (!answer.ok) return setMessages(answer.findings.map(({ message }) => message))
    const lines = answer.body['lines'] as { sentence: string }[] // shape of the endpoint
    setMessages(lines.map(({ sentence }) => sentence).filter(Boolean))
    toast.success(`Handed over: ${Number(answer.body['moved']) + Number(answer.body['ended'])}.`)
    router.refresh()
  }
  return (
    <Card title="Hand over">
      <form className="ops-form" method="post" onSubmit={submit}>
        {messages.length ? (
          <Findings
            findings={[...new Set(messages)].map((message) => ({ message }))}
            title="This stays for now"
          />
        ) : null}
        {groups.map((group) => (
          <Items group={group} key={group.kind} />
        ))}
        <div className="ops-field">
          <label htmlFor={id}>Who takes over what is ticked</label>
          <select className="ops-input" defaultValue="" id={id} name="to" required>
            <option disabled value="">
              Choose a colleague
            </option>
            {colleagues.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        <div className="ops-row">
          <button className="ops-button ops-button--primary" disabled={isBusy} type="submit">
            {isBusy ? 'Handing over…' : 'Hand over'}
          </button>
        </div>
      </form>
    </Card>
  )
}
