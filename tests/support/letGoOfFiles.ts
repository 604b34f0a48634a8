import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A closed SQLite connection holds its file until its statements are cleared from memory; this does it. */
export const letGoOfFiles = async (): Promise<void> => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  await setImmediate()
  await setImmediate()
}
