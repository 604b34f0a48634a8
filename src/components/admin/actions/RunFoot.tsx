import { Icon } from '../ui/Icon'
import type { RunOutcome, RunProgress } from './useRunEach'

type Props = {
  progress: RunProgress
  outcome: RunOutcome
  /** What the press does, with how many: "Sign 4 notes". */
  label: string
  /** What was done, of so many: "4 notes signed". */
  doneWords: (count: number) => string
  isPossible: boolean
  isDanger?: boolean
  onRun: () => void
  onClose: () => void
}

const outcomeWords = (
  { done, refused }: NonNullable<RunOutcome>,
  doneWords: Props['doneWords'],
): string => {
  if (!refused) return `${doneWords(done)}.`
  const rest = `${refused} could not be done; the list says why.`
  return done ? `${doneWords(done)}. ${rest}` : rest
}

/**
 * The foot of a dialog that does several actions: how far it is, what came of it, the way out, and the press
 * that starts it, for as long as there is something left to do.
 */
export const RunFoot = ({
  progress,
  outcome,
  label,
  doneWords,
  isPossible,
  isDanger,
  onRun,
  onClose,
}: Props) => {
  const isOver = outcome !== null && progress === null
  const isFinished = isOver && !isPossible
  return (
    <>
      {progress ? (
        <p aria-live="polite" className="ops-row">
          <progress aria-label="Done so far" max={progress.total} value={progress.done} />
          <span className="ops-small ops-muted">
            {progress.done} of {progress.total}
          </span>
        </p>
      ) : null}
      {isOver ? (
        <p className={outcome.refused ? 'ops-run ops-run--warn' : 'ops-run'} role="status">
          <Icon name={outcome.refused ? 'alert' : 'check'} /> {outcomeWords(outcome, doneWords)}
        </p>
      ) : null}
      <div className="ops-row ops-row--end">
        <button
          className={`ops-button${isFinished ? ' ops-button--primary' : ''}`}
          onClick={onClose}
          type="button"
        >
          Close
        </button>
        {isFinished ? null : (
          <button
            className={`ops-button ${isDanger ? 'ops-button--danger' : 'ops-button--primary'}`}
            disabled={!isPossible || progress !== null}
            onClick={onRun}
            type="button"
          >
            {label}
          </button>
        )}
      </div>
    </>
  )
}
