import type { SetupFacts } from '@/src/domain/setup/facts'
import { type Step, type StepState, setupSteps, stateOf } from '@/src/domain/setup/steps'
import { Icon, type IconName } from '../ui/Icon'

type Props = { facts: SetupFacts; current: string }

const icons: Readonly<Record<StepState, IconName>> = {
  there: 'check',
  'left-out': 'same',
  open: 'draft',
}

const said: Readonly<Record<StepState, string>> = {
  there: 'Done',
  'left-out': 'Left out',
  open: 'Open',
}

const Item = ({ step, state, isHere }: { step: Step; state: StepState; isHere: boolean }) => (
  <li>
    <a
      aria-current={isHere ? 'step' : undefined}
      className={`ops-steps__item ops-steps__item--${state}`}
      href={`/admin/setup?step=${step.id}`}
    >
      <Icon name={icons[state]} /> {step.title} <span className="ops-muted">{said[state]}</span>
    </a>
  </li>
)

const List = ({ facts, current }: Props) => (
  <ol className="ops-steps">
    {setupSteps.map((step) => (
      <Item isHere={step.id === current} key={step.id} state={stateOf(step, facts)} step={step} />
    ))}
    <li>
      <a
        aria-current={current === 'checklist' ? 'step' : undefined}
        className="ops-steps__item"
        href="/admin/setup?step=checklist"
      >
        <Icon name="rules" /> What is missing
      </a>
    </li>
  </ol>
)

/** All steps with where each of them stands; every one can be gone back to. */
export const StepList = ({ facts, current }: Props) => {
  const position = setupSteps.findIndex(({ id }) => id === current)
  const summary =
    position < 0 ? 'All steps' : `Step ${position + 1} of ${setupSteps.length}: all steps`
  return (
    <nav aria-label="Steps">
      <div className="ops-steps__wide">
        <List current={current} facts={facts} />
      </div>
      <details className="ops-steps__narrow">
        <summary>{summary}</summary>
        <List current={current} facts={facts} />
      </details>
    </nav>
  )
}
