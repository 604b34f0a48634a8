type Props = {
  /** What the press does, such as "Save triage". */
  label: string
  isBusy?: boolean
  /** While it is done. */
  busyLabel?: string
  isDisabled?: boolean
  tone?: 'primary' | 'danger' | 'plain'
  /** The way out of a dialog. */
  onBack?: () => void
}

/** The foot of a form: the way out, and the press that sends it. */
export const FormFoot = ({
  label,
  isBusy = false,
  busyLabel = 'Working…',
  isDisabled = false,
  tone = 'primary',
  onBack,
}: Props) => (
  <div className="ops-row ops-row--end">
    {onBack ? (
      <button className="ops-button" onClick={onBack} type="button">
        Go back
      </button>
    ) : null}
    <button
      className={tone === 'plain' ? 'ops-button' : `ops-button ops-button--${tone}`}
      disabled={isBusy || isDisabled}
      type="submit"
    >
      {isBusy ? busyLabel : label}
    </button>
  </div>
)
