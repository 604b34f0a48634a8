'use client'
import { useRouter } from 'next/navigation'
import { Fragment, useId, useState } from 'react'
import { startingValues } from '../record/formValues'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'
import { ActionFieldInput } from './ActionFieldInput'
import { OverrideReasons } from './OverrideReasons'
import { ShownValue } from './ShownValue'
import type { FieldValues, OfferedAction } from './types'
import type { ActionCallState, ActionOutcome } from './useActionCall'

type Props = {
  action: OfferedAction
  /** From useActionCall; a refusal that is already there is shown at once. */
  call: ActionCallState
  /** Answers known beforehand; their questions are not asked. */
  preset?: FieldValues
  /** Answers proposed; the person may change them. */
  initial?: FieldValues
  onClose: () => void
  onDone: (outcome: ActionOutcome) => void
  children?: React.ReactNode
  /** Helps with the answer to a question, beneath it: sees all answers and may fill some in. */
  help?: Readonly<
    Record<string, (values: FieldValues, fill: (change: FieldValues) => void) => React.ReactNode>
  >
}

const withoutEmpty = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null))

type Shown = { label: string; value: string }

// A key rather than a number or a word.
const isShort = (value: string): boolean => value.length < 24 || value.includes(' ')

const shownOf = (action: OfferedAction, { result }: ActionOutcome): Shown[] =>
  (action.shown ?? []).flatMap(({ name, label }) => {
    const value = result[name]
    return value === undefined || value === null ? [] : [{ label, value: String(value) }]
  })

/** What an action answered that a person has to see, such as a new key shown a single time. */
const Outcome = ({
  advice,
  shown,
  onClose,
}: {
  advice: readonly string[]
  shown: readonly Shown[]
  onClose: () => void
}) => (
  <div className="ops-form">
    {advice.length ? (
      <Findings
        findings={advice.map((message) => ({ message }))}
        title="Done. Keep in mind"
        tone="info"
      />
    ) : null}
    <dl className="ops-facts">
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="ops-break">{isShort(value) ? value : <ShownValue value={value} />}</dd>
        </div>
      ))}
    </dl>
    <div className="ops-row ops-row--end">
      <button className="ops-button ops-button--primary" onClick={onClose} type="button">
        Close
      </button>
    </div>
  </div>
)

/** The questions of one action, its confirmation, and, when it is refused, why and the way out. */
export const ActionDialog = ({
  action,
  call,
  preset,
  initial,
  onClose,
  onDone,
  children,
  help,
}: Props) => {
  const prefix = useId()
  const { isBusy, refused, send } = call
  const router = useRouter()
  const [values, setValues] = useState(() =>
    startingValues(action.fields, { ...initial, ...preset }),
  )
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [outcome, setOutcome] = useState<ActionOutcome | null>(null)
  // A box that was filled in from outside begins anew.
  const [filled, setFilled] = useState<Readonly<Record<string, number>>>({})
  const fill = (change: FieldValues): void => {
    setValues((known) => ({ ...known, ...change }))
    setFilled((known) => ({
      ...known,
      ...Object.fromEntries(Object.keys(change).map((name) => [name, (known[name] ?? 0) + 1])),
    }))
  }
  const asked = action.fields.filter(({ name }) => preset?.[name] === undefined)
  const errorOf = (name: string): string | undefined =>
    refused?.findings.find((finding) => finding.path === name)?.message
  const finish = (done: ActionOutcome): void => {
    if (done.advice.length || shownOf(action, done).length) setOutcome(done)
    else onDone(done)
  }
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    const done = await send({ values: { ...withoutEmpty(values), ...preset }, reasons })
    if (done) finish(done)
  }
  const close = (): void => {
    // Somebody was quicker: the page goes on with how things stand now.
    if (refused?.status === 409) router.refresh()
    onClose()
  }
  const isDanger = action.tone === 'danger'
  if (outcome) {
    return (
      <Dialog onClose={() => onDone(outcome)} title={action.label}>
        <Outcome
          advice={outcome.advice}
          onClose={() => onDone(outcome)}
          shown={shownOf(action, outcome)}
        />
      </Dialog>
    )
  }
  return (
    <Dialog lead={action.confirm} onClose={close} title={action.label}>
      <form className="ops-form" method="post" onSubmit={submit}>
        {refused ? (
          <Findings findings={refused.findings} title={`"${action.label}" is not possible yet`} />
        ) : null}
        {children}
        {asked.map((field) => (
          <Fragment key={field.name}>
            <ActionFieldInput
              error={errorOf(field.name)}
              field={field}
              id={`${prefix}${field.name}`}
              key={filled[field.name] ?? 0}
              onChange={(value) => setValues((known) => ({ ...known, [field.name]: value }))}
              value={values[field.name] ?? null}
            />
            {help?.[field.name]?.(values, fill)}
          </Fragment>
        ))}
        <OverrideReasons
          findings={refused?.findings ?? []}
          onChange={setReasons}
          reasons={reasons}
        />
        {refused?.reference && refused.status >= 500 ? (
          <p className="ops-muted">Reference {refused.reference}</p>
        ) : null}
        <FormFoot
          isBusy={isBusy}
          label={action.label}
          onBack={close}
          tone={isDanger ? 'danger' : 'primary'}
        />
      </form>
    </Dialog>
  )
}
