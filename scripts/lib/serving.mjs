import { PlainError } from './say.mjs'

const patienceMs = 120_000

/** Resolves once a server that was just started answers. Throws when it ended, or did not within two minutes. */
export const waitUntilServing = async (server, { port, what }) => {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new PlainError(`${what} stopped while starting; see above.`)
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 150))
  }
  throw new PlainError(`${what} did not answer within two minutes.`)
}
