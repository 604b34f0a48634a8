import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'vitest'

// What others published is kept beside the project, not in it.
const root = resolve(import.meta.dirname, '../../../shared/data')

type SharedFolder = 'measures' | 'x12' | 'x12-examples'

/** A group of tests that reads shared data; where that is absent, one skipped test says so. */
export const describeShared = (folder: SharedFolder, title: string, body: () => void): void => {
  if (existsSync(join(root, folder))) describe(title, () => body())
  else it.skip(`${title}: skipped, as ../shared/data/${folder} is not beside the project`)
}

export type SharedFile = { name: string; bytes: Uint8Array }

/** The files of a folder with their names below it, without its page of sources. */
export const sharedFiles = (folder: SharedFolder): SharedFile[] => {
  const base = join(root, folder)
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path.slice(base.length + 1), bytes: readFileSync(path) }))
}

/** The caller names the shape it expects, as these files are fixed data. */
export const sharedJson = <T>(folder: SharedFolder, name: string): T =>
  JSON.parse(readFileSync(join(root, folder, name), 'utf8')) as T // JSON.parse has no type of its own
