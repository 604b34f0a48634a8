'use client'
import { Dialog } from '../ui/Dialog'

type Props = { msLeft: number; onStay: () => void }

const inWords = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Says that the session ends soon, while there is time to stay. */
export const EndsSoon = ({ msLeft, onStay }: Props) => (
  <Dialog onClose={onStay} title="Are you still there?">
    <p>
      Nothing happened here for a while. In <strong role="timer">{inWords(msLeft)}</strong> you are
      signed out, so that nobody else reads on. What you typed stays in this page.
    </p>
    <div className="ops-row ops-row--end">
      <a className="ops-button" href="/admin/logout">
        Sign out now
      </a>
      <button className="ops-button ops-button--primary" onClick={onStay} type="button">
        Stay signed in
      </button>
    </div>
  </Dialog>
)
