import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorRegistry } from '@/access/doors'
import { inRoot } from '@/scripts/lib/root.mjs'
import { filesUnder } from '@/scripts/lib/sources.mjs'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Cast, makeCast, secretWord } from '@/tests/support/cast'
import { insert, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
})

afterAll(() => app.stop())

const count = async (slug: string): Promise<number> =>
  (await app.payload.db.count({ collection: slug, where: {} })).totalDocs

const packages = (): string[] => {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  return Object.keys(dependencies)
}

describe('what the product leaves out', () => {
  it('T039 locks on documents, which would tell who writes about whom', async () => {
    expect(app.config.collections.some(({ slug }) => slug === 'payload-locked-documents')).toBe(
      false,
    )
    for (const { slug, lockDocuments } of [...app.config.collections, ...app.config.globals])
      expect(lockDocuments, slug).toBe(false)
    for (const [principal, client] of cast.callers)
      expect((await client.get('/api/payload-locked-documents')).status, principal).toBe(404)
  })

  it('T080 and therefore a lock to block a signature with', async () => {
    const lock = { document: { relationTo: 'progress-notes', value: 'x' }, user: cast.ben.id }
    for (const [principal, client] of cast.callers)
      expect((await client.post('/api/payload-locked-documents', lock)).status, principal).toBe(404)
    const graph = await cast.ben.client.graphql(
      'mutation { createPayloadLockedDocument(data: {}) { id } }',
    )
    expect(graph.status).toBe(400)
  })

  it('T077 timers for publishing', () => {
    const tasks = (app.config.jobs.tasks ?? []).map(({ slug }) => String(slug))
    expect(tasks).not.toContain('schedulePublish')
    for (const { slug, versions } of app.config.collections)
      expect(JSON.stringify(versions ?? {}), slug).not.toContain('"schedulePublish":true')
  })

  it('T081 an address to which the form of the website would send', async () => {
    expect(packages().filter((name) => name.includes('plugin'))).toEqual([])
    for (const slug of ['forms', 'form-submissions', 'globals/forms'])
      for (const client of [cast.portal.client, cast.anonymous, cast.mo.client]) {
        expect((await client.get(`/api/${slug}`)).status, slug).toBe(404)
        expect(
          (await client.post(`/api/${slug}`, { emailTo: 'x@evil.example' })).status,
          slug,
        ).toBe(404)
      }
    for (const client of [cast.portal.client, cast.anonymous, cast.mo.client, cast.ben.client]) {
      const changed = await client.post('/api/globals/practice', { email: 'x@evil.example' })
      expect([401, 403]).toContain(changed.status)
    }
  })

  it('T118 language models: no package, no address and no door knows one', () => {
    const models = /openai|anthropic|langchain|ollama|mistral|gemini|cohere|huggingface|\bllm\b/i
    expect(packages().filter((name) => models.test(name))).toEqual([])
    const sources = ['src', 'collections', 'hooks', 'access'].flatMap((folder) =>
      filesUnder(inRoot(folder)),
    )
    expect(sources.length).toBeGreaterThan(400)
    expect(sources.filter((file) => models.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('T119 endpoints that nobody looked at: one without a class stops the start', () => {
    const { config } = app.payload
    const mine = { method: 'get', path: '/mine', handler: () => Response.json({}) } as const
    const onRoot = { ...config, endpoints: [...config.endpoints, mine] } as never // one more
    expect(() => doorRegistry(onRoot)).toThrow('get /mine has no class')
    const [first, ...rest] = config.collections
    const onCollection = {
      ...config,
      collections: [{ ...first, endpoints: [mine] }, ...rest],
    } as never // one more
    expect(() => doorRegistry(onCollection)).toThrow(/has no class/)
    const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: boolean; optional?: boolean }>
    } // npm's format
    const strange = Object.entries(lock.packages).filter(
      // Those for other systems, which not every registry has, are optional.
      ([name, { integrity, link, optional }]) => name && !link && !integrity && !optional,
    )
    expect(strange.map(([name]) => name)).toEqual([])
  })
})

describe('doors that are shut', () => {
  it('T079 change or delete many rows at once', async () => {
    // Payload lets people clear their own choices; T040 has those.
    const slugs = app.config.collections.map(({ slug }) => slug)
    for (const slug of slugs.filter((each) => each !== 'payload-preferences')) {
      const before = await rowsOf(app, slug)
      for (const client of [cast.rosa.client, cast.kim.client, cast.anonymous]) {
        const where = 'where[id][exists]=true'
        const tries = [
          await client.patch(`/api/${slug}?${where}`, {
            isActive: false,
            city: 'Bulk',
            name: 'Bulk',
          }),
          await client.delete(`/api/${slug}?${where}`),
        ]
        for (const { status } of tries) {
          expect(status, slug).toBeGreaterThanOrEqual(400)
          expect(status, slug).not.toBe(500)
        }
      }
      const grown = ['audit-events', 'audit-checkpoints', 'auth-sessions', 'audit-subjects']
      if (!grown.includes(slug)) expect(await rowsOf(app, slug), slug).toEqual(before)
    }
  })

  it('T083 read a file in that makes people or goes past the rules', async () => {
    const staff = await count('staff')
    const patients = await count('patients')
    const table = 'name,email,roles\nMe,me@evil.example,owner'
    for (const [principal, client] of cast.callers) {
      for (const path of [
        '/api/imports',
        '/api/staff/import',
        '/api/patients/import',
        '/api/import',
      ]) {
        const answer = await client.post(path, { text: table })
        expect([401, 403, 404], `${principal} ${path}`).toContain(answer.status)
      }
      const remittance = await client.post('/api/remittances', { text: table })
      expect(principal === 'biller' ? [400, 422] : [401, 403], principal).toContain(
        remittance.status,
      )
      // Who may import people gets an import that waits for columns; nothing of it is written.
      const people = await client.post('/api/import-runs/upload', { kind: 'patients', text: table })
      const mayImport = ['owner', 'frontDesk'].includes(principal)
      expect(mayImport ? [201, 409] : [401, 403], principal).toContain(people.status)
    }
    expect([await count('staff'), await count('patients')]).toEqual([staff, patients])
    expect(await count('remittances')).toBe(0)
  })

  it('T085 let a key get by a job or an export what it was not granted', async () => {
    await insert(app, 'patients', { firstName: secretWord, lastName: 'X', displayName: secretWord })
    const doors = doorRegistry(app.config).filter(
      ({ method, path, classification }) =>
        /export|pdf|file|run|schedules|summary|find-words/.test(path) &&
        classification !== 'closed' &&
        ['get', 'post'].includes(method),
    )
    expect(doors.length).toBeGreaterThan(4)
    for (const { where, method, path } of doors) {
      const address = `/api${where}${path.replace(/:[\w?]+/g, 'x')}`
      const answer =
        method === 'get'
          ? await cast.crm.get(address)
          : await cast.crm.post(address, { purpose: 'audit' })
      expect(answer.status, `${method} ${address}`).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(answer.body), address).not.toContain(secretWord)
    }
    for (const slug of ['exports', 'imports', 'payload-jobs'])
      expect(
        (await cast.crm.post(`/api/${slug}`, { task: 'x' })).status,
        slug,
      ).toBeGreaterThanOrEqual(400)
  })

  it('T089 start the background jobs, for a patient and for everybody else', async () => {
    const before = await rowsOf(app, 'job-runs')
    for (const [principal, client] of cast.callers) {
      for (const path of [
        '/api/payload-jobs/run',
        '/api/payload-jobs/handle-schedules',
        '/api/payload-jobs',
      ])
        expect((await client.get(path)).status, `${principal} ${path}`).toBeGreaterThanOrEqual(400)
      const queued = await client.post('/api/payload-jobs', {
        taskSlug: 'send-mail',
        queue: 'default',
      })
      expect(queued.status, principal).toBeGreaterThanOrEqual(400)
    }
    expect(await rowsOf(app, 'job-runs')).toEqual(before)
    expect(await count('payload-jobs')).toBe(0)
  })

  it('T090 start upkeep, except a change of keys by the owner with the password', async () => {
    const upkeep = /reindex|migrat|sweep|settle|checkpoint|backup|restore|seed|rotate-?all/i
    const found = doorRegistry(app.config).filter(({ path }) => upkeep.test(path))
    expect(found).toEqual([])
    const system = [...doorRegistry(app.config)].filter(
      ({ classification }) => classification === 'system',
    )
    expect(system).toEqual([])
    for (const [principal, client] of cast.callers) {
      if (principal === 'owner') continue
      const answer = await client.post('/api/key-rotations/start', {
        kind: 'data',
        ring: 'general',
      })
      expect([401, 403, 404], principal).toContain(answer.status)
    }
    const old = (await rowsOf(app, 'auth-sessions', { userId: cast.rosa.id }))[0]
    const data = { passwordAt: '2020-01-01T00:00:00.000Z' }
    await app.payload.db.updateOne({ collection: 'auth-sessions', id: String(old?.id), data })
    const stale = await cast.rosa.client.post('/api/key-rotations/start', {
      kind: 'data',
      ring: 'general',
    })
    expect([401, 403]).toContain(stale.status)
    expect(stale.body.errors[0].message).toMatch(/password/i)
    expect(await count('key-rotations')).toBe(0)
    expect((await read(app, 'staff', cast.rosa.id))['roles']).toEqual(['owner'])
  })
})
