/** Where a long read stands: the time and id of the last record that was answered. */
export type Place = {
  /** ISO UTC. */
  at: string
  id: string
  /** When a reading of changes began: what was removed before was never in the reader's copy. */
  since?: string
}

/** A place as an opaque word; it holds a time and an id, nothing of the record. */
export const cursorOf = ({ at, id, since }: Place): string =>
  Buffer.from(JSON.stringify(since ? [at, id, since] : [at, id]), 'utf8').toString('base64url')

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))

/** The place behind a cursor; null where it is none of ours. */
export const placeIn = (cursor: string): Place | null => {
  try {
    const [at, id, since]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!isInstant(at) || typeof id !== 'string' || id.length > 64) return null
    if (since === undefined) return { at, id }
    return isInstant(since) ? { at, id, since } : null
  } catch {
    return null
  }
}

// A write that began before may become visible as long after another: no transaction lives longer.
const settledMs = 60_000

/**
 * Where the next reading of changes begins, once `last` was the newest. What is younger than a minute is read
 * again: a slower write may still come before it. `begun` is where this reading began.
 */
export const resumeAt = ({
  last,
  begun,
  now,
}: {
  last: Place | null
  begun: Place | null
  now: Date
}): Place | null => {
  const end = last ?? begun
  const settled: Place = { at: new Date(now.getTime() - settledMs).toISOString(), id: '' }
  if (!end || end.at <= settled.at) return end
  return begun && begun.at > settled.at ? begun : settled
}
