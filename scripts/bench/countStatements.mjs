// Preloaded into a server of the benchmark: counts the statements that reach SQLite and tells them to whoever asks
// on COUNTER_PORT.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** @type {{ prototype: { prepare: (sql: string) => Record<string, (...given: unknown[]) => unknown> } }} */
const Database = require('libsql')

let counted = 0
let depth = 0
/** @type {Map<string, { runs: number, ms: number }>} */
const seen = new Map()
const { prepare } = Database.prototype

Database.prototype.prepare = function prepareCounted(sql) {
  const statement = prepare.call(this, sql)
  for (const name of ['all', 'run', 'get', 'iterate']) {
    const original = statement[name]
    if (!original) continue
    statement[name] = (...given) => {
      // One way of running a statement can use another.
      if (depth) return original.apply(statement, given)
      counted += 1
      const startedAt = performance.now()
      depth += 1
      let answer
      try {
        answer = original.apply(statement, given)
      } finally {
        depth -= 1
      }
      const known = seen.get(sql) ?? { runs: 0, ms: 0 }
      seen.set(sql, { runs: known.runs + 1, ms: known.ms + performance.now() - startedAt })
      return answer
    }
  }
  return statement
}

const port = Number(process.env['COUNTER_PORT'])
if (port)
  createServer((_, response) => {
    const slowest = [...seen]
      .map(([sql, { runs, ms }]) => ({ sql, runs, ms }))
      .sort((a, b) => b.ms - a.ms)
    response.end(JSON.stringify({ counted, slowest }))
    counted = 0
    seen.clear()
  })
    .listen(port, '127.0.0.1')
    .unref()
    .once('error', () => undefined)
