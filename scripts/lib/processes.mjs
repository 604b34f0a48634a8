import { spawn } from 'node:child_process'
import { once } from 'node:events'

const running = new Set()
let isStopping = false

const signalGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}

const waitFor = async (child, ms) => {
  if (child.exitCode !== null || child.signalCode !== null) return true
  const timer = new Promise((resolve) => setTimeout(() => resolve(false), ms).unref())
  return Promise.race([once(child, 'exit').then(() => true), timer])
}

/** Asks a process and its children to end, and ends them when they have not after `graceMs`. */
export const stop = async (child, graceMs = 10_000) => {
  signalGroup(child, 'SIGTERM')
  if (!(await waitFor(child, graceMs))) signalGroup(child, 'SIGKILL')
  running.delete(child)
}

/** Starts a process in a group of its own, so that all it starts ends with it. */
export const start = (command, args, options = {}) => {
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: true })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/**
 * @typedef {import('node:child_process').SpawnOptions & { capture?: boolean }} RunOptions
 */

/**
 * Runs a command to its end. Answers its exit code and, with `capture`, what it printed (both streams
 * in one text).
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { capture = false, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, {
      ...options,
      ...(capture ? { stdio: ['ignore', 'pipe', 'pipe'] } : {}),
    })
    const printed = []
    child.stdout?.on('data', (chunk) => printed.push(chunk))
    child.stderr?.on('data', (chunk) => printed.push(chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      // Whoever waits must not go on, or report a failure, while everything is being stopped.
      if (isStopping) return
      if (signal) printed.push(Buffer.from(`\n${command} was ended from outside (${signal}).`))
      resolve({ code: code ?? 1, output: Buffer.concat(printed).toString('utf8') })
    })
  })

/** Whether a program can be started by this name. */
export const hasProgram = async (name, args = ['--version']) => {
  try {
    return (await run(name, args, { capture: true })).code === 0
  } catch {
    return false
  }
}

const stopAll = async (signal) => {
  if (isStopping) return
  isStopping = true
  await Promise.all([...running].map((child) => stop(child)))
  process.exit(signal === 'SIGINT' ? 130 : 143)
}

/** Ends everything this process started when somebody ends this process. */
export const stopChildrenWithUs = () => {
  process.on('SIGINT', () => void stopAll('SIGINT'))
  process.on('SIGTERM', () => void stopAll('SIGTERM'))
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL')
  })
}
