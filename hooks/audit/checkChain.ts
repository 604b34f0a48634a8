import { columnText } from '@/src/lib/columnText'
import { dayOfChain, markedColumns, markOf } from './chain'
import type { StoredEvent } from './eventsInOrder'
import type { Problem, ProblemKind } from './problems'

/** What the checkpoints say about one chain: marks by place, and that it exists at all. */
export type ChainMarks = { isOpened: boolean; marks: Map<number, { hash: string; number: number }> }

// Clocks are corrected by fractions of a second all the time.
const clockSlackMs = 1000

const factsIn = (canonical: string): Readonly<Record<string, unknown>> | null => {
  try {
    const parsed: unknown = JSON.parse(canonical)
    return parsed && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : null // an object
  } catch {
    return null
  }
}

const differing = (row: StoredEvent, facts: Readonly<Record<string, unknown>>): string[] =>
  markedColumns.filter((name) => columnText(row[name]) !== columnText(facts[name]))

/**
 * Walks one chain event by event. `next` takes the events in the order of their places; `end` is told
 * once no more come.
 */
export const checkChain = ({
  chainId,
  known,
  mustReach,
  report,
}: {
  chainId: string
  known: ChainMarks | undefined
  /** How far the writer in this process says the chain goes. */
  mustReach: number
  report: (problem: Problem) => void
}) => {
  const day = dayOfChain(chainId)
  const marks = new Map(known?.marks)
  let held: StoredEvent | null = null
  let lastSeq = 0
  let lastHash = ''
  let lastAt = ''
  let lastIsSound = true
  let lastId = ''

  const tell = (kind: ProblemKind, seq: number, eventId: string, message: string): void =>
    report({ kind, day, chainId, seq, eventId, message })

  const nameOf = (row: StoredEvent): string => `Event ${row.seq} of ${columnText(row['at'])}`

  const move = (row: StoredEvent, isSound: boolean): void => {
    lastSeq = row.seq
    lastHash = row.hmac
    lastIsSound = isSound
    lastId = row.id
  }

  const checkMark = (row: StoredEvent): boolean => {
    const mark = marks.get(row.seq)
    marks.delete(row.seq)
    if (!mark || mark.hash === row.hmac) return true
    tell(
      'changed',
      row.seq,
      row.id,
      `${nameOf(row)} is not the one checkpoint ${mark.number} signed.`,
    )
    return false
  }

  const checkUnmarked = (row: StoredEvent, following: StoredEvent | null): void => {
    const isFollowed = following?.prevHash === row.hmac
    const isBypassed = following ? following.prevHash === lastHash : !known?.marks.has(row.seq)
    if (!isFollowed && isBypassed) {
      tell(
        'inserted',
        row.seq,
        row.id,
        `${nameOf(row)} was added from outside: it carries no valid mark.`,
      )
      return
    }
    tell(
      'changed',
      row.seq,
      row.id,
      `${nameOf(row)} was changed: its mark does not fit what it says.`,
    )
    checkMark(row)
    move(row, false)
  }

  const checkGap = (row: StoredEvent): void => {
    if (row.seq <= lastSeq + 1) return
    const first = lastSeq + 1
    const last = row.seq - 1
    const which =
      first === last ? `Event ${first} is missing` : `Events ${first} to ${last} are missing`
    tell('removed', first, '', `${which}, before ${nameOf(row)}.`)
  }

  const checkClock = (row: StoredEvent, at: string): void => {
    if (lastAt && Date.parse(at) < Date.parse(lastAt) - clockSlackMs) {
      tell(
        'clock-moved-back',
        row.seq,
        row.id,
        `The server's clock was moved back: ${nameOf(row)} comes after one of ${lastAt}.`,
      )
    }
    lastAt = at
  }

  const check = (row: StoredEvent, following: StoredEvent | null): void => {
    if (!Number.isInteger(row.seq) || row.seq <= lastSeq) {
      tell(
        'inserted',
        row.seq,
        row.id,
        `${nameOf(row)} was added from outside: its place is taken.`,
      )
      return
    }
    const facts = factsIn(row.canonical)
    if (!facts || markOf(row.prevHash, row.canonical) !== row.hmac) {
      checkUnmarked(row, following)
      return
    }
    const changed = differing(row, facts)
    if (changed.includes('seq') || changed.includes('chainId')) {
      const from = `place ${columnText(facts['seq'])}${
        facts['chainId'] === chainId ? '' : ` of chain ${columnText(facts['chainId'])}`
      }`
      tell('reordered', row.seq, row.id, `${nameOf(row)} was moved here from ${from}.`)
      marks.delete(row.seq)
      move(row, false)
      return
    }
    checkGap(row)
    let isSound = true
    if (changed.length) {
      tell('changed', row.seq, row.id, `${nameOf(row)} was changed: ${changed.join(', ')}.`)
      isSound = false
    }
    const isNeighbour = row.seq === lastSeq + 1
    if (isNeighbour && lastIsSound && row.prevHash !== lastHash) {
      tell('reordered', row.seq, row.id, `${nameOf(row)} does not follow the event before it.`)
      isSound = false
    }
    checkClock(row, columnText(facts['at']))
    const isMarked = checkMark(row)
    // The mark of this event is sound even where a searchable column is not: the next one builds on it.
    move(row, isMarked && (isSound || changed.length > 0))
  }

  const missingTail = (): void => {
    const signed = Math.max(mustReach, ...[...marks.keys()].filter((seq) => seq > lastSeq), 0)
    if (signed <= lastSeq) return
    const first = lastSeq + 1
    const which =
      first === signed ? `Event ${first} is missing` : `Events ${first} to ${signed} are missing`
    const after = lastSeq ? `after event ${lastSeq}` : 'from a chain of which nothing is left'
    tell('removed', first, '', `${which} ${after}.`)
  }

  return {
    next: (row: StoredEvent): void => {
      if (held) check(held, row)
      else if (!known?.isOpened) {
        tell(
          'inserted',
          row.seq,
          row.id,
          `${nameOf(row)} begins a chain that no checkpoint opened: it was added from outside, or its checkpoint is gone.`,
        )
      }
      held = row
    },
    end: (): { lastSeq: number; lastHash: string; lastId: string } => {
      if (held) check(held, null)
      held = null
      missingTail()
      return { lastSeq, lastHash, lastId }
    },
  }
}
