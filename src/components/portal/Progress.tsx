type Props = { done: number; total: number; label: string; words?: string }

/** "2 of 5" in words and as a bar. */
export const Progress = ({ done, total, label, words }: Props) => (
  <div className="progress">
    <p className="muted">{words ?? `${done} of ${total}`}</p>
    <progress value={done} max={total} aria-label={label} />
  </div>
)
