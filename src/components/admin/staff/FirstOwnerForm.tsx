'use client'
import { useState } from 'react'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { useAwake } from '../setup/useAwake'
import { Findings } from '../ui/Findings'

const nextPage = '/admin/setup'

// The token stands behind the # so that it reaches no server log and no referrer.
const tokenInAddress = (): string => window.location.hash.slice(1)

const answerOf = (form: FormData): Record<string, unknown> => ({
  token: tokenInAddress(),
  name: form.get('name'),
  email: form.get('email'),
  password: form.get('password'),
  seesPatients: form.get('seesPatients') === 'yes',
  worksAlone: form.get('worksAlone') === 'yes',
})

type FieldProps = {
  name: string
  label: string
  type: string
  autoComplete: string
  help?: string
  minLength?: number
  findings: readonly RefusedFinding[]
}

const Field = ({ name, label, help, findings, ...input }: FieldProps) => {
  const error = findings.find(({ path }) => path === name)?.message
  const described = [help ? `${name}-help` : '', error ? `${name}-error` : ''].filter(Boolean)
  return (
    <div className="ops-field">
      <label htmlFor={name}>{label}</label>
      {help ? (
        <span className="ops-help" id={`${name}-help`}>
          {help}
        </span>
      ) : null}
      <input
        aria-describedby={described.join(' ') || undefined}
        aria-invalid={error ? true : undefined}
        className="ops-input"
        id={name}
        name={name}
        required
        {...input}
      />
      {error ? (
        <span className="ops-error" id={`${name}-error`}>
          {error}
        </span>
      ) : null}
    </div>
  )
}

const SeesPatients = () => (
  <fieldset className="ops-fieldset">
    <legend>Do you see patients yourself?</legend>
    <div className="ops-choices">
      <label>
        <input name="seesPatients" required type="radio" value="yes" /> Yes, I am a clinician, too
      </label>
      <label>
        <input name="seesPatients" required type="radio" value="no" /> No
      </label>
    </div>
  </fieldset>
)

const WorksAlone = () => (
  <div className="ops-field">
    <label>
      <input aria-describedby="worksAlone-help" name="worksAlone" type="checkbox" value="yes" /> I
      do the front desk and the billing myself
    </label>
    <span className="ops-help" id="worksAlone-help">
      For who works alone. Otherwise invite somebody for it later.
    </span>
  </div>
)

const NeedsAddress = () => (
  <p role="status">
    This page opens with the whole address that <code>npm run setup</code> prints at the server.
    Copy it from there, with what stands behind the #. <code>npm run owner</code> prints a new one.
  </p>
)

/** Makes the account of the first owner with the address that was printed at the server, and signs in. */
export const FirstOwnerForm = ({ shortest }: { shortest: number }) => {
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (form.get('password') !== form.get('again')) {
      const message = 'The two passwords differ. Type the same one twice.'
      return setFindings([{ path: 'again', message }])
    }
    setBusy(true)
    const answer = await callApi('/api/auth/staff/first-owner', { body: answerOf(form) })
    if (answer.ok) {
      const isWhole = answer.body['standing'] === 'full'
      return window.location.assign(isWhole ? nextPage : `/staff/factor?next=${nextPage}`)
    }
    setBusy(false)
    setFindings(answer.findings)
  }
  if (isAwake && !tokenInAddress()) return <NeedsAddress />
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {findings.length ? (
        <Findings findings={findings} title="Your account is not made yet" />
      ) : null}
      <Field
        autoComplete="name"
        findings={findings}
        help="As your colleagues and patients read it."
        label="Your name"
        name="name"
        type="text"
      />
      <Field
        autoComplete="username"
        findings={findings}
        help="You sign in with it."
        label="E-mail"
        name="email"
        type="email"
      />
      <Field
        autoComplete="new-password"
        findings={findings}
        help={`At least ${shortest} characters. A short sentence works well; your own name does not.`}
        label="Password"
        minLength={shortest}
        name="password"
        type="password"
      />
      <Field
        autoComplete="new-password"
        findings={findings}
        label="The same again"
        name="again"
        type="password"
      />
      <SeesPatients />
      <WorksAlone />
      <button
        className="ops-button ops-button--primary"
        disabled={isBusy || !isAwake}
        type="submit"
      >
        {isBusy ? 'Making it…' : 'Make my account'}
      </button>
    </form>
  )
}
