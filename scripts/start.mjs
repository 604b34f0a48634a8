#!/usr/bin/env node
// npm start: the production server. Opens and migrates the database, starts the jobs (unless
// RUN_JOBS=0), then listens on HOSTNAME:PORT. SIGTERM and SIGINT let open requests finish first.
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { readEnvFile } from './lib/practiceEnv.mjs'
import { inRoot, root } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'

const graceMs = 30_000

// The heap is collected when it has grown by this much since the last time. Left alone V8 lets it quadruple:
// 300 MB of garbage in a small server. Less than this, and a page costs a fifth more to collect.
const heapGrowthPercent = 40
setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`)

process.env['NODE_ENV'] = 'production'
process.env['NEXT_TELEMETRY_DISABLED'] = '1'
process.env['TZ'] ??= 'UTC'

// The answer that a request is getting; src/lib/website/answerStatus.ts reads it under this name.
const answers = new AsyncLocalStorage()
globalThis[Symbol.for('therapy-ops.answer')] = answers

/** Lets the page that is drawn change a 200 into another status, as long as nothing of it is on its way. */
const takeStatusFrom = (answer, response) => {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status, ...more) =>
    writeHead(status === 200 ? (answer.status ?? 200) : status, ...more)
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PlainError(`Port ${port} is in use. Set PORT to another one.`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })

/** Answers what ends the server: no new connections, open requests finish, the database closes. */
const shutDown = (server, app) => {
  let isStopping = false
  return async (signal) => {
    if (isStopping) return
    isStopping = true
    say(`${signal}: finishing open requests ...`)
    setTimeout(() => {
      say('Some requests did not finish in time and were cut off.')
      process.exit(1)
    }, graceMs).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await closed
    await app.close()
    const instances = globalThis._payload ?? new Map()
    for (const { payload } of instances.values()) await payload?.destroy()
    say('Stopped.')
    process.exit(0)
  }
}

await main(async () => {
  process.chdir(root)
  readEnvFile()
  if (!existsSync(inRoot('.next', 'BUILD_ID')))
    throw new PlainError('There is no production build. Run: npm run build')
  const port = Number(process.env['PORT'] || 3000)
  const host = process.env['HOSTNAME'] || '0.0.0.0'
  // Where Next asks for the page after a form was sent; behind a proxy it would take its own port for https.
  process.env['__NEXT_PRIVATE_ORIGIN'] ??= `http://localhost:${port}`
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: root, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => {
    // A connection that stays open would keep a stopping server waiting.
    if (!server.listening) response.setHeader('Connection', 'close')
    // Only pages change their status while they are drawn; data would pay for it with a twentieth of its time.
    if (request.url?.startsWith('/api/')) return void handle(request, response)
    const answer = {}
    takeStatusFrom(answer, response)
    answers.run(answer, () => handle(request, response))
  })
  // Longer than a load balancer keeps its own connections, so that it never meets a closed one.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 70_000
  const stop = shutDown(server, app)
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  await listen(server, port, host)
  say(`Therapy Ops is listening on port ${port}.`)
  await new Promise(() => {})
})
