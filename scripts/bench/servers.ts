import { existsSync, readFileSync } from 'node:fs'
import { anyFreePort, waitForPort } from '../lib/ports.mjs'
import { start, stop } from '../lib/processes.mjs'
import { PlainError } from '../lib/say.mjs'

export const secret = 'bench-secret-bench-secret-bench-secret'

export const must = async (
  what: string,
  work: Promise<{ code: number; output: string }>,
): Promise<void> => {
  const { code, output } = await work
  if (code !== 0) throw new PlainError(`${output}\n${what} failed.`)
}

export const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TZ: 'UTC',
  LOG_LEVEL: 'error',
  RUN_JOBS: '0',
  ...more,
})

/** The most memory that a process ever held, in megabytes; null where the system does not say. */
const peakOf = (pid: number): number | null => {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8')) ?? []
  return kilobytes ? Number(kilobytes) / 1024 : null
}

/** A server of a folder with a build, started by Node with the arguments; its port comes as PORT. */
export const serve = async ({
  cwd,
  args,
  env,
}: {
  cwd: string
  args: string[]
  env: NodeJS.ProcessEnv
}): Promise<{ origin: string; peakMegabytes: () => number | null; stop: () => Promise<void> }> => {
  const port = await anyFreePort()
  const child = start(process.execPath, args, {
    cwd,
    stdio: 'ignore',
    env: {
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      SERVER_URL: `http://localhost:${port}`,
    },
  })
  if (!(await waitForPort(port, 60_000)))
    throw new PlainError('A server of the benchmark did not start.')
  return {
    origin: `http://127.0.0.1:${port}`,
    peakMegabytes: () => peakOf(child.pid ?? 0),
    stop: () => stop(child),
  }
}
