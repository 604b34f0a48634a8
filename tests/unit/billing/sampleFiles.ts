import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../fixtures')

export type SampleFile = { name: string; bytes: Uint8Array }

/** The files of a folder of published samples, with their names below it. */
export const sampleFiles = (folder: string): SampleFile[] => {
  const base = join(root, folder)
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path.slice(base.length + 1), bytes: readFileSync(path) }))
}
