// npm run worker: runs the queued and scheduled jobs for deployments with several servers (which then
// start with RUN_JOBS=0). Finishes the job in hand on SIGTERM and SIGINT.
import { loadEnv } from 'payload/node'
import { main, PlainError, say } from './lib/say.mjs'

const pauseMs = 5_000
const batch = 20

await main(async () => {
  loadEnv()
  // The server's own loop would run beside this one.
  process.env['RUN_JOBS'] = '0'
  const { isMongo } = await import('@/src/lib/env')
  if (!isMongo) {
    throw new PlainError(
      'A worker of its own needs MongoDB: with SQLite the server runs the jobs itself (RUN_JOBS=1).',
    )
  }
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  let wake = () => {}
  let isStopping = false
  const stop = () => {
    isStopping = true
    wake()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  say('The worker is running.')
  while (!isStopping) {
    try {
      await payload.jobs.handleSchedules({ queue: 'default' })
      await payload.jobs.run({ queue: 'default', limit: batch, silent: true })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The worker met an error and goes on' })
    }
    if (isStopping) break
    await new Promise<void>((done) => {
      const timer = setTimeout(done, pauseMs)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  }
  await payload.destroy()
  say('The worker has stopped.')
})
