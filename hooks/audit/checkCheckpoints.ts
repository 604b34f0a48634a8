import type { BasePayload } from 'payload'
import type { CheckpointHead } from '@/src/lib/checkpointHead'
import { columnText } from '@/src/lib/columnText'
import { rowsInOrder } from '@/src/lib/rowsInOrder'
import { isSignedText } from '@/src/lib/signingKey'
import type { ChainMarks } from './checkChain'
import { type CheckpointRow, hashOfCheckpoint } from './checkpoints'
import type { Problem, ProblemKind } from './problems'

const columns = [
  'number',
  'at',
  'kind',
  'chainId',
  'day',
  'lastSeq',
  'lastHash',
  'note',
  'canonical',
  'prevHash',
  'signature',
]
const factColumns = columns.slice(0, 8)
const checkpointsPerRead = 2000

// Several servers: their clocks differ a little.
const clockSlackMs = 2 * 60_000

const isAsSigned = (row: CheckpointRow): boolean => {
  if (!isSignedText(`${row.prevHash}|${row.canonical}`, row.signature)) return false
  const facts = JSON.parse(row.canonical) as Record<string, unknown> // signed by us
  const stored: Record<string, unknown> = row
  return factColumns.every((name) => columnText(stored[name]) === columnText(facts[name]))
}

export type CheckpointsChecked = {
  chains: Map<string, ChainMarks>
  prunedDays: Set<string>
  count: number
  /** Instant of the newest one; empty when there is none. */
  newestAt: string
}

/**
 * Walks all checkpoints in the order of their numbers: signatures, gaps, and the note beside the keys.
 * Answers what they say about every chain.
 */
export const checkCheckpoints = async (
  payload: BasePayload,
  { head, report }: { head: CheckpointHead | null; report: (problem: Problem) => void },
): Promise<CheckpointsChecked> => {
  const chains = new Map<string, ChainMarks>()
  const prunedDays = new Set<string>()
  let last: { number: number; hash: string; at: string } = { number: 0, hash: '', at: '' }
  let count = 0
  let headHash = ''

  const tell = (kind: ProblemKind, row: Partial<CheckpointRow>, message: string): void =>
    report({ kind, day: row.day ?? '', chainId: row.chainId ?? '', seq: 0, eventId: '', message })

  const learn = (row: CheckpointRow): void => {
    if (row.kind === 'pruned') prunedDays.add(row.day)
    if (!row.chainId) return
    const chain: ChainMarks = chains.get(row.chainId) ?? { isOpened: false, marks: new Map() }
    chains.set(row.chainId, chain)
    if (row.kind === 'open' || row.kind === 'adopted') chain.isOpened = true
    if (row.lastSeq > 0) chain.marks.set(row.lastSeq, { hash: row.lastHash, number: row.number })
  }

  const checkGap = (row: CheckpointRow): void => {
    const first = last.number + 1
    if (row.number === first) return
    const until = row.number - 1
    const which =
      first === until
        ? `Checkpoint ${first} is missing`
        : `Checkpoints ${first} to ${until} are missing`
    if (row.kind === 'restored') {
      tell(
        'database-set-back',
        row,
        `The database was set back before ${columnText(row.at)}, to a backup or by hand: checkpoints ${row.note} are gone, and with them the events they stood for.`,
      )
    } else
      tell(
        'checkpoint-missing',
        row,
        `${which}, before checkpoint ${row.number} of ${columnText(row.at)}.`,
      )
  }

  const check = (row: CheckpointRow): void => {
    count += 1
    checkGap(row)
    if (!isAsSigned(row)) {
      tell(
        'checkpoint-changed',
        row,
        `Checkpoint ${row.number} was changed or added from outside: its signature does not fit.`,
      )
    } else {
      const isFollowing = row.kind === 'restored' || row.number === last.number + 1
      if (isFollowing && row.prevHash !== last.hash)
        tell(
          'checkpoint-changed',
          row,
          `Checkpoint ${row.number} does not follow the one before it.`,
        )
      if (last.at && Date.parse(columnText(row.at)) < Date.parse(last.at) - clockSlackMs) {
        tell(
          'clock-moved-back',
          row,
          `The server's clock was moved back: checkpoint ${row.number} of ${columnText(row.at)} comes after one of ${last.at}.`,
        )
      }
      learn(row)
    }
    last = { number: row.number, hash: hashOfCheckpoint(row), at: columnText(row.at) }
    if (row.number === head?.number) headHash = last.hash
  }

  const read = rowsInOrder(payload, {
    slug: 'audit-checkpoints',
    columns,
    by: ['number', 'at'],
    size: checkpointsPerRead,
  })
  for await (const rows of read) {
    for (const row of rows)
      check({ ...row, number: Number(row['number']) } as unknown as CheckpointRow) // the columns asked for
  }
  if (head && head.number > last.number) {
    tell(
      'checkpoint-missing',
      {},
      `Checkpoints ${last.number + 1} to ${head.number} are missing: the note beside the keys knows them. They were removed, or the database was set back.`,
    )
  } else if (head && headHash !== head.hash && headHash !== '') {
    tell(
      'checkpoint-changed',
      {},
      `Checkpoint ${head.number} is not the one noted beside the keys.`,
    )
  }
  return { chains, prunedDays, count, newestAt: last.at }
}
