import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, posix, relative, sep } from 'node:path'
import { sha256 } from '../crypto'
import type { ArchiveWriter, Section } from './archive'
import { BackupProblem } from './problem'

const staging = '.restoring'

/** Paths of all files below a folder, with slashes; what begins with a dot at its top is ours. */
export const filesIn = async (folder: string): Promise<string[]> => {
  if (!existsSync(folder)) return []
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('.'))
    .sort()
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Adds every file of a folder; answers how many there were. */
export const addFolder = async (
  archive: ArchiveWriter,
  section: Section,
  folder: string,
): Promise<number> => {
  let count = 0
  for (const path of await filesIn(folder)) {
    try {
      const handle = await open(join(folder, path), 'r')
      await archive.add(
        { section, name: path },
        handle.createReadStream({ highWaterMark: 1024 * 1024 }),
      )
      count += 1
    } catch (error) {
      // Removed since the folder was listed: its record is of no backup that begins later.
      if (!isGone(error)) throw error
    }
  }
  return count
}

const isInside = (path: string): boolean => {
  const tidy = posix.normalize(path)
  return tidy === path && !posix.isAbsolute(path) && tidy.split('/')[0] !== '..' && path !== '.'
}

export type FolderRestore = {
  take: (path: string, blocks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Puts what was taken in the place of what was there. */
  commit: () => Promise<void>
  abandon: () => Promise<void>
}

/** Takes files beside what a folder holds; nothing there changes before `commit`. */
export const restoreFolder = async (folder: string): Promise<FolderRestore> => {
  const aside = join(folder, staging)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true, mode: 0o700 })
  return {
    take: async (path, blocks) => {
      if (!isInside(path)) throw new BackupProblem('The backup names a file outside its folder.')
      const file = join(aside, path)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, 'wx', 0o600)
      try {
        for await (const block of blocks) await handle.writeFile(block)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    commit: async () => {
      const old = (await readdir(folder)).filter((name) => name !== staging)
      for (const name of old) await rm(join(folder, name), { recursive: true, force: true })
      for (const name of await readdir(aside)) await rename(join(aside, name), join(folder, name))
      await rm(aside, { recursive: true, force: true })
    },
    abandon: () => rm(aside, { recursive: true, force: true }),
  }
}

/** Whether a file of the key folder opens or signs something; others there are notes that change. */
export const isKeyFile = (name: string): boolean => name.endsWith('.key')

/** Says of each key file whether another one is the same, without saying what is in it. */
export const fingerprintsOf = async (folder: string): Promise<Record<string, string>> => {
  const pairs = (await filesIn(folder)).filter(isKeyFile).map(async (name) => {
    const content = await readFile(join(folder, name), 'utf8')
    return [name, sha256(`key fingerprint|${name}|${content.trim()}`)] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}
