'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { ChoicesInput } from '../actions/ChoicesInput'
import { type ApiAnswer, callApi, type RefusedFinding } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { useAwake } from './useAwake'

type Props = { roles: readonly { value: string; label: string }[]; isPrimary: boolean }

type Wish = { name: string; email: string; roles: string }

const idAndRev = (body: Record<string, unknown>): { id: string; rev: unknown } => {
  const doc = (body['doc'] ?? {}) as Record<string, unknown> // Payload's answer to a creation
  return { id: String(doc['id'] ?? ''), rev: doc['rev'] }
}

/** The login, its roles, the invitation; what came about before something was refused stays. */
const invite = async ({ name, email, roles }: Wish): Promise<ApiAnswer> => {
  const made = await callApi('/api/staff', {
    body: { name, email },
    idempotencyKey: crypto.randomUUID(),
  })
  if (!made.ok) return made
  const { id, rev } = idAndRev(made.body)
  const granted = await callApi(`/api/staff/${id}/grant-roles`, {
    body: { roles, rev },
    idempotencyKey: crypto.randomUUID(),
  })
  if (!granted.ok) return granted
  return callApi(`/api/staff/${id}/invite`, { body: {}, idempotencyKey: crypto.randomUUID() })
}

/** Adds somebody to the staff with the roles of their work and sends the invitation. */
export const InviteForm = ({ roles: options, isPrimary }: Props) => {
  const id = useId()
  const router = useRouter()
  const [roles, setRoles] = useState('')
  const [refused, setRefused] = useState<RefusedFinding[]>([])
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!roles) return setRefused([{ message: 'Choose at least one role.' }])
    setBusy(true)
    const wish = { name: String(form.get('name')), email: String(form.get('email')), roles }
    const answer = await invite(wish)
    setBusy(false)
    setRefused(answer.ok ? [] : answer.findings)
    if (answer.ok) toast.success(`${wish.name} is invited.`)
    // Also where it stopped half-way: the line above offers what is left to do.
    router.refresh()
  }
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {refused.length ? (
        <Findings findings={refused} title="The invitation is not sent yet" />
      ) : null}
      <div className="ops-field">
        <label htmlFor={`${id}name`}>Name</label>
        <input autoComplete="off" className="ops-input" id={`${id}name`} name="name" required />
      </div>
      <div className="ops-field">
        <label htmlFor={`${id}email`}>E-mail</label>
        <input
          autoComplete="off"
          className="ops-input"
          id={`${id}email`}
          name="email"
          required
          type="email"
        />
      </div>
      <ChoicesInput
        field={{ name: 'roles', label: 'Roles', type: 'choices', isRequired: true, options }}
        id={`${id}roles`}
        onChange={setRoles}
        value={roles}
      />
      <div className="ops-row">
        <button
          className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
          disabled={isBusy || !isAwake}
          type="submit"
        >
          {isBusy ? 'Inviting…' : 'Invite'}
        </button>
      </div>
    </form>
  )
}
