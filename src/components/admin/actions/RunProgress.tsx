/** How far a run of several actions is; nothing while none runs. */
export const RunProgress = ({ progress }: { progress: { done: number; total: number } | null }) =>
  progress ? (
    <p aria-live="polite" className="ops-row">
      <progress aria-label="Done so far" max={progress.total} value={progress.done} />
      <span className="ops-small ops-muted">
        {progress.done} of {progress.total}
      </span>
    </p>
  ) : null
