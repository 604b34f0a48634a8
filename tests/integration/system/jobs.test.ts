import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { insert } from '@/tests/support/people'

let app: TestApp

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

const run = async (slug: string): Promise<void> => {
  const task = app.config.jobs?.tasks?.find((each) => each.slug === slug)
  const handler = task?.handler as unknown as (given: object) => Promise<unknown> // the queue's call
  await handler({ req: { payload: app.payload } })
}

describe('the runs of the jobs', () => {
  it('are let go of once their period cannot come again, and nothing else of that list', async () => {
    const daysAgo = { 'send-mail': [1, 3], 'list-charts-to-destroy': [30, 63], 'demo-seed': [100] }
    for (const [job, all] of Object.entries(daysAgo))
      for (const days of all)
        await insert(app, 'job-runs', {
          uniqueKey: `${job}|${days}`,
          job,
          startedAt: new Date(Date.now() - days * 86_400_000).toISOString(),
        })
    await run('forget-job-runs')
    const { docs } = await app.payload.db.find<StoredRow>({ collection: 'job-runs' })
    expect(docs.map(({ uniqueKey }) => String(uniqueKey).replace(/\|\d{4}-.*/, '')).sort()).toEqual(
      ['demo-seed|100', 'forget-job-runs', 'list-charts-to-destroy|30', 'send-mail|1'],
    )
  })
})
