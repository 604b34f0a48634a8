import { type Step, type StepState, stepAfter, stepBefore } from '@/src/domain/setup/steps'
import { LeaveOut } from './LeaveOut'

type Props = { step: Step; state: StepState }

const addressOf = (step: Step | null): string => `/admin/setup?step=${step?.id ?? 'checklist'}`

/** Back, and on: by what is there, or without it on purpose. */
export const StepFooter = ({ step, state }: Props) => {
  const before = stepBefore(step.id)
  const next = addressOf(stepAfter(step.id))
  if (!before && state === 'open' && !step.without) return null
  return (
    <div className="ops-row ops-row--between ops-steps__foot">
      {before ? (
        <a className="ops-button" href={addressOf(before)}>
          Back
        </a>
      ) : (
        <span />
      )}
      {state === 'open' ? (
        step.without ? (
          <LeaveOut label={step.without} next={next} step={step.id} />
        ) : null
      ) : (
        <a className="ops-button ops-button--primary" href={next}>
          Go on
        </a>
      )}
    </div>
  )
}
