import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './root.mjs'

/** Everything the production build is made from. */
const built = [
  'access',
  'collections',
  'hooks',
  'src',
  'public',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * All files under a path, in a stable order; nothing when it is not there.
 * @param {string} path
 * @returns {string[]}
 */
export const filesUnder = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** Changes when anything changes that the build is made from. */
export const sourcesFingerprint = () => {
  const hash = createHash('sha256')
  for (const file of built.flatMap((path) => filesUnder(inRoot(path)))) {
    hash.update(file.slice(inRoot().length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}
