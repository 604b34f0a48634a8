import type { ArchiveWriter, EntryHead } from './archive'

export type DatabaseKind = 'sqlite' | 'mongodb'

export type CopiedFacts = { rows: Record<string, number>; migrations: string[] }

/** The server would not hold its snapshot any longer; the next way of reading may do. */
export class SnapshotExpired extends Error {}

/** The database a backup is made of. */
export type DataSource = {
  kind: DatabaseKind
  /** Ways to read all rows as they are at one instant, best first; each adds them to an archive. */
  ways: ((archive: ArchiveWriter) => Promise<CopiedFacts>)[]
  close: () => Promise<void>
}

/** The database a backup is restored into; nothing that is there changes before `commit`. */
export type DataRestore = {
  kind: DatabaseKind
  /** Where it is, for people to read; never with a password in it. */
  place: string
  isEmpty: () => Promise<boolean>
  take: (head: EntryHead, blocks: AsyncIterable<Buffer>) => Promise<void>
  /** Names of the tables whose rows are not as many as expected. */
  check: (expected: Record<string, number>) => Promise<string[]>
  commit: () => Promise<void>
  abandon: () => Promise<void>
  close: () => Promise<void>
}

/** Names whose numbers differ. */
export const differing = (
  expected: Record<string, number>,
  found: Record<string, number>,
): string[] =>
  Object.keys({ ...expected, ...found }).filter((name) => expected[name] !== found[name])
