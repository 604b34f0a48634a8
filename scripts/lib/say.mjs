import { resolve } from 'node:path'

const isPlain = !process.stdout.isTTY || Boolean(process.env['NO_COLOR'])

const paint = (code) => (text) => (isPlain ? text : `\u001b[${code}m${text}\u001b[0m`)

export const bold = paint(1)
export const dim = paint(2)
export const green = paint(32)
export const red = paint(31)

/** One line on standard output. */
export const say = (line = '') => process.stdout.write(`${line}\n`)

/** `0.4 s`, `12 s` or `3 min 20 s`. */
export const duration = (ms) => {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** Why a command cannot go on, in a sentence a newcomer can act on; printed without a stack. */
export class PlainError extends Error {}

const closed = 'cannot be used by this account. Name another place, or let the account in'

const fileFaults = {
  EACCES: closed,
  EPERM: closed,
  EROFS: 'lies where nothing can be written. Name another place',
  ENOSPC: 'does not fit: no room is left there. Make room, or name another place',
  ENOTDIR: 'would lie in a file, which is no folder. Name another place',
  EISDIR: 'is a folder. Name a file',
  EEXIST: 'is there already. Name another place',
  ENOENT: 'is not there, and could not be made. Check the name',
}

/** What went wrong with a file, a folder or the way to the database, as a sentence; null for anything else. */
export const placeFault = (error) => {
  if (/cannot connect to (SQLite|MongoDB)/i.test(error?.message))
    return 'The database of DATABASE_URL cannot be opened. Check that it is there and lets this account in.'
  const place = error?.dest ?? error?.path
  const words = fileFaults[error?.code]
  if (!words || error.syscall === 'spawn') return null
  return `${place ? resolve(place) : 'What was named'} ${words}.`
}

const wordsFor = (error) =>
  error instanceof PlainError ? error.message : (placeFault(error) ?? error?.stack ?? error)

/** Runs a command's main function; a PlainError or the fault of a place prints a sentence, anything else its stack. */
export const main = async (work) => {
  // A loader waiting in another thread does not keep Node alive; this does, until the work is done.
  const hold = setInterval(() => {}, 1000)
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    process.stderr.write(`${wordsFor(error)}\n`)
    process.exitCode = 1
  } finally {
    clearInterval(hold)
  }
}
