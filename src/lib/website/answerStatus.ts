import type { AsyncLocalStorage } from 'node:async_hooks'

type Answer = { status: number }

/** Where scripts/start.mjs keeps the answer that is being made. */
const place = Symbol.for('therapy-ops.answer')

/**
 * Gives the page that is being drawn another status. Next knows one way to a 404, and that one leaves the
 * page to the browser's JavaScript, and is sent along with every page that is there. Where no server of ours
 * is in between (`next dev`) the status stays 200.
 */
export const answerWith = (status: number): void => {
  const answers = (globalThis as { [place]?: AsyncLocalStorage<Answer> })[place] // put there by start.mjs
  const answer = answers?.getStore()
  if (answer) answer.status = status
}
