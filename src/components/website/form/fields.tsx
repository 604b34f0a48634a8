import type { InquiryField } from '@/src/lib/website/inquiryFields'
import type { InquiryState } from '@/src/lib/website/inquiryState'

export type Option = { value: string; label: string }

type Base = { name: InquiryField; label: string; state: InquiryState; help?: string }

export const inputId = (name: InquiryField): string => `inquiry-${name}`

const noteIds = (name: InquiryField, help: string | undefined, error: string | undefined) => {
  const ids = [help ? `${inputId(name)}-help` : '', error ? `${inputId(name)}-error` : '']
  return ids.filter(Boolean).join(' ') || undefined
}

const Help = ({ name, text }: { name: InquiryField; text: string | undefined }) =>
  text ? (
    <p className="help" id={`${inputId(name)}-help`}>
      {text}
    </p>
  ) : null

const Problem = ({ name, text }: { name: InquiryField; text: string | undefined }) =>
  text ? (
    <p className="problem" id={`${inputId(name)}-error`}>
      <span className="visually-hidden">Error: </span>
      {text}
    </p>
  ) : null

const Label = ({
  name,
  label,
  isRequired,
}: {
  name: InquiryField
  label: string
  isRequired?: boolean
}) => (
  <label htmlFor={inputId(name)}>
    {label}
    {isRequired ? <span className="muted"> (required)</span> : null}
  </label>
)

export const TextField = ({
  name,
  label,
  state,
  help,
  type = 'text',
  autoComplete,
  isRequired,
}: Base & { type?: 'text' | 'email' | 'tel'; autoComplete?: string; isRequired?: boolean }) => (
  <div className={state.errors[name] ? 'field has-problem' : 'field'}>
    <Label name={name} label={label} isRequired={isRequired} />
    <Help name={name} text={help} />
    <Problem name={name} text={state.errors[name]} />
    <input
      id={inputId(name)}
      name={name}
      type={type}
      defaultValue={state.values[name]}
      autoComplete={autoComplete}
      aria-required={isRequired || undefined}
      aria-invalid={state.errors[name] ? true : undefined}
      aria-describedby={noteIds(name, help, state.errors[name])}
    />
  </div>
)

export const AreaField = ({ name, label, state, help, rows }: Base & { rows: number }) => (
  <div className={state.errors[name] ? 'field has-problem' : 'field'}>
    <Label name={name} label={label} />
    <Help name={name} text={help} />
    <Problem name={name} text={state.errors[name]} />
    <textarea
      id={inputId(name)}
      name={name}
      rows={rows}
      defaultValue={state.values[name]}
      aria-invalid={state.errors[name] ? true : undefined}
      aria-describedby={noteIds(name, help, state.errors[name])}
    />
  </div>
)

export const SelectField = ({
  name,
  label,
  state,
  help,
  options,
  empty,
  isRequired,
}: Base & { options: readonly Option[]; empty: string; isRequired?: boolean }) => (
  <div className={state.errors[name] ? 'field has-problem' : 'field'}>
    <Label name={name} label={label} isRequired={isRequired} />
    <Help name={name} text={help} />
    <Problem name={name} text={state.errors[name]} />
    <select
      id={inputId(name)}
      name={name}
      defaultValue={state.values[name]}
      aria-required={isRequired || undefined}
      aria-invalid={state.errors[name] ? true : undefined}
      aria-describedby={noteIds(name, help, state.errors[name])}
    >
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

export const CheckField = ({
  name,
  label,
  state,
  help,
  isRequired,
}: Base & { isRequired?: boolean }) => (
  <div className={state.errors[name] ? 'field check has-problem' : 'field check'}>
    <Problem name={name} text={state.errors[name]} />
    <div className="check-line">
      <input
        id={inputId(name)}
        name={name}
        type="checkbox"
        value="on"
        defaultChecked={state.values[name] === 'on'}
        aria-required={isRequired || undefined}
        aria-invalid={state.errors[name] ? true : undefined}
        aria-describedby={noteIds(name, help, state.errors[name])}
      />
      <Label name={name} label={label} isRequired={isRequired} />
    </div>
    <Help name={name} text={help} />
  </div>
)
