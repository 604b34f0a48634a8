import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Served = { said: string; stop: () => Promise<void> }

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

/** Runs `npm run setup` as a person would, until it serves; answers everything it printed. */
export const runSetup = async (settings: Record<string, string>): Promise<Served> => {
  const child = spawn(process.execPath, ['scripts/setup.mjs'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  await new Promise<void>((done, fail) => {
    const hear = (part: Buffer): void => {
      said += part.toString('utf8')
      if (said.includes('Ctrl-C stops it')) done()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => fail(new Error(`setup ended with ${code}:\n${said}`)))
  })
  return {
    said,
    stop: async () => {
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
