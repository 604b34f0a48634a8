'use client'
import { Findings } from '../ui/Findings'
import { Icon } from '../ui/Icon'
import type { SaveState } from './useDraft'

const clockTime = (at: Date): string =>
  at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' })

/** Says whether what was typed is safe, and since when. */
export const SaveNote = ({ state }: { state: SaveState }) => {
  if (state.kind === 'refused') {
    return (
      <Findings
        findings={[{ message: state.message }]}
        title={
          state.isStale
            ? 'Somebody else saved this. What you typed is still here'
            : 'Not saved yet. What you typed is still here'
        }
      />
    )
  }
  if (state.kind === 'offline') {
    return (
      <Findings
        findings={[
          {
            message:
              'Go on writing and keep this tab open. It saves itself as soon as the server answers again.',
          },
        ]}
        title="No connection. What you typed is kept in this tab"
        tone="info"
      />
    )
  }
  return (
    <p aria-live="polite" className="ops-small ops-muted ops-row">
      {state.kind === 'saved' ? <Icon name="check" size={14} /> : <Icon name="clock" size={14} />}
      {state.kind === 'saved'
        ? state.at
          ? `Saved as a draft at ${clockTime(state.at)}`
          : 'Saves itself as a draft while you write'
        : state.kind === 'saving'
          ? 'Saving…'
          : 'Saves in a moment…'}
    </p>
  )
}
