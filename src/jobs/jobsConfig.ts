import type { Config } from 'payload'
import { env } from '../lib/env'
import { tasks } from './tasks'

const closed = () => false

/** Payload's queue; the server runs it itself unless a worker does (RUN_JOBS=0). */
export const jobsConfig: NonNullable<Config['jobs']> = {
  access: { run: closed, queue: closed, cancel: closed },
  deleteJobOnComplete: true,
  tasks,
  autoRun:
    env.RUN_JOBS && env.NODE_ENV !== 'test'
      ? [{ cron: '* * * * *', queue: 'default', limit: 20, silent: true }]
      : [],
}
