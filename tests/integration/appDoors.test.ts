import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appDoors } from '@/access/appDoors'
import { inRoot } from '@/scripts/lib/root.mjs'
import { functionsAbout } from '@/tests/e2e/support/serverFunctions'
import { bootApp, type TestApp } from '@/tests/support/boot'

let app: TestApp

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

describe('pages, server functions, admin screens and jobs', () => {
  it('all have a class', () => {
    const doors = appDoors(app.payload.config)
    const kinds = new Set(doors.map(({ where }) => where))
    expect([...kinds]).toEqual(['Pages', 'Server functions', 'Admin screens', 'Jobs'])
    expect(doors.find(({ path }) => path === '/portal/plan/sign')?.classification).toBe('policy')
  })

  it('stop the boot when one is new or gone, with its name', () => {
    const { config } = app.payload
    const tasks = [...(config.jobs.tasks ?? []), { slug: 'mine-bitcoin' }]
    const withJob = { ...config, jobs: { ...config.jobs, tasks } } as never // a job is added
    expect(() => appDoors(withJob)).toThrow('The job mine-bitcoin has no class.')
    const { components } = config.admin
    const withView = {
      ...config,
      admin: {
        ...config.admin,
        components: { ...components, views: { ...components.views, secret: {} } },
      },
    } as never // a screen is added
    expect(() => appDoors(withView)).toThrow('The admin screen secret has no class.')
    const without = { ...config, jobs: { ...config.jobs, tasks: [] } } as never // jobs are gone
    expect(() => appDoors(without)).toThrow('any more')
  })

  it('know every function of the admin that a browser may call, and T058 calls each', () => {
    const file = 'node_modules/@payloadcms/next/dist/utilities/handleServerFunctions.js'
    const [, list = ''] =
      /baseServerFunctions = \{([^}]*)\}/.exec(readFileSync(inRoot(file), 'utf8')) ?? []
    const names = [...list.matchAll(/^ *'?([\w-]+)'?:/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(10)
    const called = functionsAbout('patients', 'any').map(({ name }) => name)
    expect([...called].sort()).toEqual([...names].sort())
    // And none of our own beside them.
    const layout = readFileSync(inRoot('src/app/(payload)/layout.tsx'), 'utf8')
    expect(layout).toContain('handleServerFunctions({ ...args, config, importMap })')
  })
})
