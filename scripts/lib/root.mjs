import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, wherever a command was started. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inRoot = (...parts) => join(root, ...parts)

/** The program of an installed package. */
export const bin = (name) => inRoot('node_modules', '.bin', name)

// The editor's packages load themselves by a top-level await under Node's own condition, and that now
// and then waits forever; their production files load plainly.
const plainLoading = '--conditions=production'

/** Arguments with which Node runs a TypeScript script of ours, in one process. */
export const typescript = (script, ...args) => [plainLoading, '--import', 'tsx', script, ...args]

/** Arguments with which Node runs Payload's own command. */
export const payloadCommand = (...args) => [
  plainLoading,
  inRoot('node_modules', 'payload', 'bin.js'),
  ...args,
]
