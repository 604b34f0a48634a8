import { createHash, type Hash } from 'node:crypto'
import { BackupProblem } from './problem'
import type { SealedWriter } from './sealedFile'

/**
 * The inner shape: entries, each u32 length | JSON | blocks | u32 0, a block being u32 length | bytes. The
 * last entry is the manifest with the counts and the SHA-256 of every section.
 */
export type Section = 'database' | 'files' | 'keys'

export type EntryHead = {
  section: Section
  /** Table or collection, or a path with slashes below the folder. */
  name: string
  /** What the database needs to make the collection again; MongoDB only. */
  more?: unknown
}

export type SectionFacts = { entries: number; bytes: number; sha256: string }

export type Manifest = {
  sections: Partial<Record<Section, SectionFacts>>
  /** Rows by table or collection. */
  rows: Record<string, number>
  /** Names of the migrations the database had seen; empty on MongoDB. */
  migrations: string[]
  /** Fingerprints of the key files in use, by name; the keys themselves only in the section `keys`. */
  keyFingerprints: Record<string, string>
}

export type ManifestFacts = Omit<Manifest, 'sections'>

const manifestSection = 'manifest'
// Far above any row or block of ours; below it a length is not believed.
const longestBlock = 64 * 1024 * 1024

const framed = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

type Tally = { entries: number; bytes: number; hash: Hash }

const newTally = (): Tally => ({ entries: 0, bytes: 0, hash: createHash('sha256') })

const factsOf = ({ entries, bytes, hash }: Tally): SectionFacts => ({
  entries,
  bytes,
  sha256: hash.digest('hex'),
})

const finished = (tallies: Map<Section, Tally>): Manifest['sections'] =>
  Object.fromEntries([...tallies].map(([section, tally]) => [section, factsOf(tally)]))

const tallyOf = (tallies: Map<Section, Tally>, section: Section): Tally => {
  const known = tallies.get(section)
  if (known) return known
  const tally = newTally()
  tallies.set(section, tally)
  return tally
}

const countHead = (tally: Tally, head: Uint8Array): void => {
  tally.entries += 1
  tally.hash.update(framed(head))
}

const countBlock = (tally: Tally, block: Uint8Array): void => {
  tally.bytes += block.length
  tally.hash.update(block)
}

export type ArchiveWriter = {
  add: (head: EntryHead, blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
  finish: (facts: ManifestFacts) => Promise<Manifest>
}

/** Puts entries into a sealed file, counting and hashing them by section. */
export const archiveInto = (sealed: SealedWriter): ArchiveWriter => {
  const tallies = new Map<Section, Tally>()
  const end = Buffer.alloc(4)
  return {
    add: async (head, blocks) => {
      const headBytes = Buffer.from(JSON.stringify(head))
      const tally = tallyOf(tallies, head.section)
      countHead(tally, headBytes)
      await sealed.write(framed(headBytes))
      for await (const block of blocks) {
        if (!block.length) continue
        countBlock(tally, block)
        await sealed.write(framed(block))
      }
      await sealed.write(end)
    },
    finish: async (facts) => {
      const manifest: Manifest = { sections: finished(tallies), ...facts }
      const head = Buffer.from(JSON.stringify({ section: manifestSection, name: manifestSection }))
      await sealed.write(framed(head))
      await sealed.write(framed(Buffer.from(JSON.stringify(manifest))))
      await sealed.write(end)
      await sealed.finish()
      return manifest
    },
  }
}

type Source = { take: (length: number) => Promise<Buffer>; isAtEnd: () => Promise<boolean> }

const sourceOf = (pieces: AsyncGenerator<Buffer>): Source => {
  let held: Buffer = Buffer.alloc(0)
  const fill = async (length: number): Promise<void> => {
    const parts = [held]
    let bytes = held.length
    while (bytes < length) {
      const { value, done } = await pieces.next()
      if (done) break
      parts.push(value)
      bytes += value.length
    }
    if (parts.length > 1) held = Buffer.concat(parts)
  }
  return {
    take: async (length) => {
      await fill(length)
      if (held.length < length) throw new BackupProblem('The backup ends too early.')
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
    isAtEnd: async () => {
      await fill(1)
      return held.length === 0
    },
  }
}

const takeFramed = async (source: Source): Promise<Buffer> => {
  const length = (await source.take(4)).readUInt32BE()
  if (length > longestBlock) throw new BackupProblem('The backup holds a block of impossible size.')
  return source.take(length)
}

const sameSections = (left: Manifest['sections'], right: Manifest['sections']): boolean => {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<Section> // keys of both
  return [...names].every(
    (name) =>
      left[name]?.sha256 === right[name]?.sha256 && left[name]?.entries === right[name]?.entries,
  )
}

/**
 * Reads an archive to its end: `take` gets every entry with its blocks and must read them all. Answers
 * the manifest. Throws a BackupProblem when the sections are not what the manifest says.
 */
export const readArchive = async (
  pieces: AsyncGenerator<Buffer>,
  take: (head: EntryHead, blocks: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<Manifest> => {
  const source = sourceOf(pieces)
  const tallies = new Map<Section, Tally>()
  async function* blocksOf(tally: Tally): AsyncGenerator<Buffer> {
    for (let block = await takeFramed(source); block.length; block = await takeFramed(source)) {
      countBlock(tally, block)
      yield block
    }
  }
  for (;;) {
    const headBytes = await takeFramed(source)
    const head = JSON.parse(headBytes.toString('utf8')) as EntryHead | { section: 'manifest' } // authenticated
    if (head.section !== manifestSection) {
      const tally = tallyOf(tallies, head.section)
      countHead(tally, headBytes)
      await take(head, blocksOf(tally))
      continue
    }
    const manifest = JSON.parse((await takeFramed(source)).toString('utf8')) as Manifest // authenticated
    await takeFramed(source)
    if (!sameSections(finished(tallies), manifest.sections) || !(await source.isAtEnd()))
      throw new BackupProblem('The backup does not hold what its list of contents says.')
    return manifest
  }
}
