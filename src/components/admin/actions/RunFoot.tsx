import type { RunProgress } from './useRunEach'

type Props = {
  progress: RunProgress
  /** What the press does, with how many: "Sign 4 notes". */
  label: string
  isPossible: boolean
  isDanger?: boolean
  onRun: () => void
  onClose: () => void
}

/** The foot of a dialog that does several actions: how far it is, the way out, and the press that starts it. */
export const RunFoot = ({ progress, label, isPossible, isDanger, onRun, onClose }: Props) => (
  <>
    {progress ? (
      <p aria-live="polite" className="ops-row">
        <progress aria-label="Done so far" max={progress.total} value={progress.done} />
        <span className="ops-small ops-muted">
          {progress.done} of {progress.total}
        </span>
      </p>
    ) : null}
    <div className="ops-row ops-row--end">
      <button className="ops-button" onClick={onClose} type="button">
        Close
      </button>
      <button
        className={`ops-button ${isDanger ? 'ops-button--danger' : 'ops-button--primary'}`}
        disabled={!isPossible || progress !== null}
        onClick={onRun}
        type="button"
      >
        {label}
      </button>
    </div>
  </>
)
