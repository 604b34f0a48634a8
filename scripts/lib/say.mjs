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

/** Runs a command's main function; a PlainError prints its sentence, anything else its stack. */
export const main = async (work) => {
  // A loader waiting in another thread does not keep Node alive; this does, until the work is done.
  const hold = setInterval(() => {}, 1000)
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    process.stderr.write(
      `${error instanceof PlainError ? error.message : (error?.stack ?? error)}\n`,
    )
    process.exitCode = 1
  } finally {
    clearInterval(hold)
  }
}
