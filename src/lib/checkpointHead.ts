import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomToken } from './crypto'
import { env } from './env'

export type CheckpointHead = { number: number; hash: string }

const file = (): string => join(env.KEY_DIR, 'audit-head.json')

/**
 * The newest checkpoint as noted beside the keys, outside the database: a database that was set back
 * knows less than this note. Null where none was made yet.
 */
export const readHead = (): CheckpointHead | null => {
  if (!existsSync(file())) return null
  const head = JSON.parse(readFileSync(file(), 'utf8')) as Partial<CheckpointHead> // written below
  return typeof head.number === 'number' && typeof head.hash === 'string'
    ? { number: head.number, hash: head.hash }
    : null
}

/** Notes a checkpoint, unless a newer one is noted already. */
export const noteHead = (head: CheckpointHead): void => {
  if ((readHead()?.number ?? 0) >= head.number) return
  mkdirSync(env.KEY_DIR, { recursive: true, mode: 0o700 })
  const draft = `${file()}.${randomToken(6)}`
  writeFileSync(draft, JSON.stringify(head), { mode: 0o600 })
  renameSync(draft, file())
}
