import { afterAll, beforeAll, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { seedDemo } from '@/src/demo/seed/seedDemo'
let app: TestApp
beforeAll(async () => { app = await bootApp() })
afterAll(() => app.stop())
it('seed', async () => {
  const t = Date.now()
  try { await seedDemo(app.payload, { now: new Date('2026-04-14T18:00:00Z'), say: (l) => process.stdout.write(`${((Date.now()-t)/1000).toFixed(1)} ${l}\n`) }) } catch (e) { console.error(JSON.stringify((e as any).findings ?? (e as any).data ?? null), e); throw e }
  console.log('ms', Date.now() - t)
}, 600000)
