import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetSearches } from '@/hooks/listSearches/store'
import { addDays } from '@/src/domain/calendarDate'
import { READY_FILTERS } from '@/src/domain/lists/readyFilters'
import { SEARCHED } from '@/src/domain/lists/searched'
import { untypedAddress } from '@/src/domain/lists/typedAddress'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { everyScope, makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addLicense, type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { clientOf } from '@/tests/support/client'
import { insert, makeStaff, type Person } from '@/tests/support/people'
import { requestAs, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await freshPasswords(app)
  for (const [index, status] of ['voided', 'ready', 'ready'].entries())
    await insert(app, 'charges', {
      uniqueKey: `charge|${index}`,
      patient: index ? chart.ana : chart.bob,
      clinician: chart.kim.id,
      status,
      code: '90837',
      units: 1,
      amountCents: 15_000 + index,
      serviceDate: '2026-04-14',
    })
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const asked = { purpose: 'payment', recipient: 'accountant' }

/** Cells of a CSV without quotes in it. */
const cellsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

describe('R61 a list as CSV', () => {
  it('has the filter of the list, names for references, and a line in the log before it leaves', async () => {
    const mine = await chart.rosa.client.post('/api/charges/csv', {
      ...asked,
      where: { status: { equals: 'ready' } },
      sort: '-amountCents',
    })
    expect([mine.status, mine.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8',
    ])
    const [heading = [], ...rows] = cellsOf(mine.body)
    const column = (name: string) => rows.map((row) => row[heading.indexOf(name)])
    expect(column('amountCents')).toEqual(['15002', '15001'])
    expect(column('patient')).toEqual(['Ana Silva', 'Ana Silva'])
    expect(heading).not.toContain('sealed')
    const log = await rowsOf(app, 'audit-events', { action: 'export', collectionSlug: 'charges' })
    expect(log).toMatchObject([{ purpose: 'payment', reason: '2 lines for accountant' }])
  })

  it('asks what for and for whom', async () => {
    for (const body of [{}, { purpose: 'payment' }, { purpose: 'x', recipient: 'accountant' }])
      expect((await chart.rosa.client.post('/api/charges/csv', body)).status).toBe(400)
  })

  it('holds no formula that a spreadsheet would run', async () => {
    await app.payload.db.updateOne({
      collection: 'patients',
      id: chart.bob,
      data: { firstName: '=HYPERLINK("http://x")', lastName: '+1', displayName: '@SUM(A1)' },
    })
    const { body } = await chart.rosa.client.post('/api/patients/csv', {
      ...asked,
      where: { id: { equals: chart.bob } },
    })
    expect(body).toContain('"\'=HYPERLINK(""http://x"")"')
    expect(body).toContain("'@SUM(A1)")
    expect(body).not.toMatch(/(^|,)[=+@-][^,\r\n\d]/m)
  })

  it('is for those to whom the table grants export, and never for software', async () => {
    for (const { client } of [chart.ben, chart.imani, chart.kim, chart.portal])
      expect((await client.post('/api/patients/csv', asked)).status).toBe(403)
    const software = await makeApiClient(app, { owner: chart.rosa.id, scopes: everyScope() })
    expect((await software.client.post('/api/patients/csv', asked)).status).toBe(403)
    expect((await clientOf(app).post('/api/patients/csv', asked)).status).toBe(401)
    expect((await chart.rosa.client.post('/api/tasks/csv', asked)).status).toBe(404)
  })

  it('holds of a clinician’s notes the own caseload, without a word of their text', async () => {
    for (const patient of [chart.ana, chart.bob])
      await insert(app, 'progress-notes', {
        uniqueKey: `note|${patient}`,
        patient,
        author: chart.kim.id,
        status: 'draft',
        recordUid: `uid-${patient}`,
      })
    const { body, status } = await chart.kim.client.post('/api/progress-notes/csv', asked)
    expect(status).toBe(200)
    expect(cellsOf(body)).toHaveLength(2)
    expect(body.split('\r\n')[0]).not.toMatch(/subjective|assessment|text|sealed/i)
  })

  it('asks the person again first', async () => {
    await app.payload.db.updateMany({
      collection: 'auth-sessions',
      where: { userId: { equals: chart.rosa.id } },
      data: { passwordAt: '2020-01-01T00:00:00.000Z' },
    })
    const answer = await chart.rosa.client.post('/api/charges/csv', asked)
    expect([answer.status, answer.body.errors[0].code]).toEqual([403, 'step-up'])
  })
})

describe('filters of a list', () => {
  const path = '/api/list-filters/charges'
  const where = {
    and: [{ status: { equals: 'ready' } }, { createdAt: { greater_than_equal: '' } }],
  }

  it('come with it by one’s work, and each can be asked for by its name', async () => {
    const hr = await makeStaff(app, 'Priya Hr', ['hr'])
    const supervisor = await makeStaff(app, 'Ines', ['supervisor'])
    const marketing = await makeStaff(app, 'Mo', ['marketing'])
    const compliance = await makeStaff(app, 'Sam', ['compliance'])
    const { rosa, imani, ben, dana, kim, leo } = chart
    const inRole = {
      owner: rosa,
      director: imani,
      frontDesk: ben,
      biller: dana,
      clinician: kim,
      intern: leo,
      hr,
      supervisor,
      marketing,
      compliance,
    }
    const shut: string[] = []
    for (const [list, filters] of Object.entries(READY_FILTERS)) {
      for (const { key, roles } of filters) {
        for (const role of roles) {
          const { client } = inRole[role as keyof typeof inRole] // every role of staff
          const answer = await client.get(`/api/${list}?filter=${key}`)
          if (answer.status !== 200) shut.push(`${role}: ${list}?filter=${key}`)
        }
      }
    }
    expect(shut).toEqual([])
    const offered = async ({ client }: Person, list: string): Promise<string[]> => {
      const { body } = await client.get(`/api/list-filters/${list}`)
      return body.ready.map(({ title }: { title: string }) => title)
    }
    expect(await offered(ben, 'inquiries')).toContain('New this week')
    expect(await offered(dana, 'claims')).toContain('Held')
    expect(await offered(hr, 'credentials')).toContain('Expiring in 60 days')
    expect(await offered(kim, 'appointments')).not.toContain('Missed this week')
  })

  it('ask for states that exist', () => {
    const unknown: string[] = []
    const look = (list: string, asked: Record<string, unknown>): void => {
      const fields = app.config.collections.find(({ slug }) => slug === list)?.flattenedFields ?? []
      for (const [name, held] of Object.entries(asked)) {
        if (name === 'and' || name === 'or')
          for (const part of held as Record<string, unknown>[]) look(list, part)
        const field = fields.find((each) => each.name === name)
        if (name !== 'and' && name !== 'or' && !field) unknown.push(`${list}.${name}`)
        if (field?.type !== 'select') continue
        const known = field.options.map((each) => (typeof each === 'string' ? each : each.value))
        for (const value of Object.values(held as object).flat())
          if (!known.includes(value)) unknown.push(`${list}.${name}: ${value}`)
      }
    }
    for (const [list, filters] of Object.entries(READY_FILTERS))
      for (const filter of filters) look(list, filter.where)
    expect(unknown).toEqual([])
  })

  it('count their days from today', async () => {
    const today = practiceToday()
    for (const [number, days] of [-1, 0, 60, 61].entries())
      await addLicense(app, chart.theo.id, {
        number: `F-${number}`,
        expiresOn: addDays(today, days),
      })
    const { body } = await chart.rosa.client.get('/api/credentials?filter=expiring&sort=number')
    expect(body.docs.map(({ number }: { number: string }) => number)).toEqual(['F-1', 'F-2'])
    const narrower = await chart.rosa.client.get(
      '/api/credentials?filter=expiring&where[number][equals]=F-2',
    )
    expect(narrower.body.totalDocs).toBe(1)
    expect(
      (await chart.rosa.client.get('/api/credentials/count?filter=expired')).body.totalDocs,
    ).toBe(1)
    expect((await chart.rosa.client.get('/api/credentials?filter=nothing')).status).toBe(400)
  })

  it('open a list of the office where its work is, and nothing else with less', async () => {
    const { baseFilter } = app.payload.collections['tasks']?.config.admin ?? {}
    const conditions = async (query: Record<string, string>, pathname: string) => {
      const req = await requestAs(app, chart.ben)
      Object.assign(req, { pathname, query })
      return baseFilter?.({ limit: 10, page: 1, req, sort: 'dueAt' })
    }
    const list = '/admin/collections/tasks'
    const open = { and: [{ status: { equals: 'open' } }] }
    expect(await conditions({}, list)).toEqual(open)
    expect(await conditions({ page: '2', sort: '-dueAt' }, list)).toEqual(open)
    expect(await conditions({ filter: 'all' }, list)).toBeNull()
    expect(await conditions({ find: '0'.repeat(32) }, list)).toBeNull()
    expect(await conditions({}, '/')).toBeNull()
    for (const status of ['open', 'done'])
      await insert(app, 'tasks', { uniqueKey: status, title: 'Call back', status })
    const { body } = await chart.rosa.client.get('/api/tasks?where[title][equals]=Call back')
    expect(body.totalDocs).toBe(2)
  })

  it('may be one’s own, which nobody else reads, uses or removes', async () => {
    const { dana, rosa, kim } = chart
    where.and[1] = {
      createdAt: { greater_than_equal: `${addDays(practiceToday(), -7)}T12:00:00Z` },
    }
    const made = await dana.client.post(path, { title: 'Ready this week', where })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body.where.and[1]).toEqual({ createdAt: { greater_than_equal: 'today-7' } })
    const { id } = made.body
    expect((await dana.client.get(path)).body.own).toMatchObject([{ id, title: 'Ready this week' }])
    expect((await dana.client.get(`/api/charges?filter=${id}`)).body.totalDocs).toBe(2)
    const file = await dana.client.post('/api/charges/csv', { ...asked, filter: id })
    expect([file.status, cellsOf(file.body).length]).toEqual([200, 3])

    for (const { client } of [rosa, kim]) {
      expect(JSON.stringify((await client.get(path)).body)).not.toContain('Ready this week')
      expect((await client.get(`/api/charges?filter=${id}`)).status).toBe(400)
      expect((await client.delete(`${path}/${id}`)).status).toBe(404)
      const kept = await client.get('/api/payload-preferences?limit=100')
      expect(JSON.stringify(kept.body)).not.toContain('Ready this week')
    }
    expect((await chart.portal.client.get(path)).status).toBe(404)
    expect((await clientOf(app).get(path)).status).toBe(401)
    expect((await dana.client.post(path, { title: 'ready this WEEK', where })).status).toBe(409)
    expect((await dana.client.delete(`${path}/${id}`)).status).toBe(200)
    expect((await dana.client.get(path)).body.own).toEqual([])
  })

  it('keep no words that may name a patient, and nothing that one may not ask by', async () => {
    const refused: [string, Record<string, unknown>][] = [
      ['inquiries', { displayName: { like: 'Abernathy' } }],
      ['inquiries', { or: [{ and: [{ email: { equals: 'a@example.com' } }] }] }],
      ['appointments', { patient: { equals: chart.ana } }],
      ['appointments', { 'patient.lastName': { equals: 'Silva' } }],
      ['appointments', { status: { sounds_like: 'booked' } }],
    ]
    for (const [list, asks] of refused) {
      const answer = await chart.ben.client.post(`/api/list-filters/${list}`, {
        title: 'Mine',
        where: asks,
      })
      expect(answer.status, JSON.stringify(asks)).toBe(400)
    }
    const withheld = await chart.ben.client.post('/api/list-filters/risk-events', {
      title: 'Mine',
      where: { status: { equals: 'open' } },
    })
    expect(withheld.status).toBe(404)
    const kept = await rowsOf(app, 'payload-preferences', {})
    expect(JSON.stringify(kept)).not.toMatch(/Abernathy|Silva/)
  })
})

describe('what is typed above a list', () => {
  const keep = async ({ client }: Person, list: string, typed: object): Promise<string> => {
    const answer = await client.post(`/api/list-searches/${list}`, typed)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.key
  }
  const idsUnder = async ({ client }: Person, list: string, key: string): Promise<string[]> => {
    const { body } = await client.get(`/api/${list}?find=${key}&limit=100`)
    return body.docs.map(({ id }: { id: string }) => id)
  }

  it('is asked for by a key that says nothing, in the API, the list of the office and its file', async () => {
    const { ana, dana, rosa } = chart
    const key = await keep(rosa, 'charges', {
      search: 'SILVA an',
      where: { or: [{ and: [{ status: { equals: 'ready' } }] }] },
    })
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    const found = await rosa.client.get(`/api/charges?find=${key}`)
    expect(found.body.docs).toHaveLength(2)
    for (const each of found.body.docs) expect([each.patient, each.status]).toEqual([ana, 'ready'])
    const counted = await rosa.client.get(
      `/api/charges/count?find=${key}&filter=patient:${chart.bob}`,
    )
    expect(counted.body.totalDocs).toBe(0)

    const req = await requestAs(app, rosa)
    req.query = { find: key, filter: 'no-fee' }
    const { baseFilter } = app.payload.collections['charges']?.config.admin ?? {}
    const conditions = await baseFilter?.({ limit: 10, page: 1, req, sort: 'id' })
    expect(conditions).toMatchObject({
      and: [{ isFeeMissing: { equals: true } }, { and: [{ or: [{}] }, {}] }],
    })

    await freshPasswords(app)
    const file = await dana.client.post('/api/charges/csv', {
      ...asked,
      find: await keep(dana, 'charges', { where: { status: { equals: 'voided' } } }),
    })
    expect([file.status, cellsOf(file.body).length]).toEqual([200, 2])
    // The same typed again is the same address.
    expect(await keep(rosa, 'patients', { search: 'Ana' })).toBe(
      await keep(rosa, 'patients', { search: ' Ana ' }),
    )
  })

  it('may be a name in any order, a birth date or a phone number as people write them', async () => {
    const { ana, rosa } = chart
    await app.payload.db.updateOne({
      collection: 'patients',
      id: ana,
      data: { searchText: 'silva ana 1990-04-14 5035550142' },
    })
    for (const search of ['Ána SILV', 'Apr 14, 1990', '4/14/1990', '(503) 555-0142', '1990-04-14'])
      expect(
        await idsUnder(rosa, 'patients', await keep(rosa, 'patients', { search })),
        search,
      ).toEqual([ana])
    const visits = await keep(rosa, 'charges', { search: '503-555-0142' })
    expect(await idsUnder(rosa, 'charges', visits)).toHaveLength(2)
  })

  it('is nobody else’s, of no other list, and over after a day at work', async () => {
    const { dana, kim, rosa } = chart
    const key = await keep(rosa, 'patients', { search: 'ana' })
    expect(await idsUnder(rosa, 'patients', key)).toEqual([chart.ana])
    const software = await makeApiClient(app, { owner: rosa.id, scopes: everyScope() })
    for (const client of [dana.client, kim.client, software.client, clientOf(app)])
      expect((await client.get(`/api/patients?find=${key}`)).status).not.toBe(200)
    expect((await dana.client.get(`/api/patients?find=${key}`)).status).toBe(400)
    expect((await dana.client.post('/api/charges/csv', { ...asked, find: key })).status).toBe(400)
    expect((await rosa.client.get(`/api/charges?find=${key}`)).status).toBe(400)
    expect((await rosa.client.get('/api/patients?find=nothing')).status).toBe(400)
    const end = async (): Promise<void> => {
      await app.payload.db.updateMany({
        collection: 'kept-searches',
        where: { uniqueKey: { equals: key } },
        data: { expiresAt: new Date(clock.wall().getTime() - 1000).toISOString() },
      })
      expect((await rosa.client.get(`/api/patients?find=${key}`)).status).toBe(400)
    }
    await end()
    // Typed again before the job came by.
    expect(await keep(rosa, 'patients', { search: 'ana' })).toBe(key)
    expect(await idsUnder(rosa, 'patients', key)).toEqual([chart.ana])
    await end()
    await forgetSearches(app.payload)
    expect(await rowsOf(app, 'kept-searches', { uniqueKey: key })).toEqual([])
    expect(await keep(rosa, 'patients', { search: 'ana' })).toBe(key)
  })

  it('asks for nothing that an address may not ask for either', async () => {
    const { ben, kim, rosa } = chart
    const refused: [Person, string, object, number][] = [
      [ben, 'inquiries', { where: { message: { like: 'panic' } } }, 400],
      [ben, 'patients', { where: { sealed: { exists: true } } }, 400],
      [ben, 'appointments', { where: { status: { sounds_like: 'booked' } } }, 400],
      [kim, 'patients', { where: { 'nobody.name': { equals: 'x' } } }, 400],
      [rosa, 'patients', { search: '%' }, 400],
      [rosa, 'inquiries', { search: '5_0' }, 400],
      [rosa, 'patients', {}, 400],
      [rosa, 'access-reviews', { search: 'Ana' }, 400],
      [ben, 'risk-events', { search: 'Ana' }, 404],
      [rosa, 'kept-searches', { search: 'Ana' }, 404],
      [chart.portal, 'patients', { search: 'Ana' }, 404],
    ]
    for (const [{ client }, list, typed, status] of refused) {
      const answer = await client.post(`/api/list-searches/${list}`, typed)
      expect(answer.status, `${list} ${JSON.stringify([typed, answer.body])}`).toBe(status)
    }
    expect((await clientOf(app).post('/api/list-searches/patients', { search: 'x' })).status).toBe(
      401,
    )
    // The caseload stays the caseload.
    const key = await keep(kim, 'patients', { search: 'a' })
    const all = await kim.client.get('/api/patients?limit=100')
    const inScope = new Set(all.body.docs.map(({ id }: { id: string }) => id))
    for (const id of await idsUnder(kim, 'patients', key)) expect(inScope).toContain(id)
  })

  it('is looked for in columns that exist and that the person may read', async () => {
    const unknown: string[] = []
    const columnsOf = (slug: string) =>
      app.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
    for (const [list, fields] of Object.entries(SEARCHED)) {
      for (const path of Object.keys(fields)) {
        const [first, second] = path.split('.')
        const field = columnsOf(list).find(({ name }) => name === first)
        const target = field?.type === 'relationship' ? String(field.relationTo) : ''
        const column = second ? columnsOf(target).find(({ name }) => name === second) : field
        const isText = column && ['text', 'textarea', 'email'].includes(column.type)
        if (!isText || ('virtual' in column && column.virtual)) unknown.push(`${list}.${path}`)
      }
    }
    expect(unknown).toEqual([])
    const { ben, kim, rosa } = chart
    const refused: string[] = []
    let answered = 0
    for (const [name, person] of Object.entries({ ben, kim, rosa })) {
      for (const list of Object.keys(SEARCHED)) {
        const { body, status } = await person.client.post(`/api/list-searches/${list}`, {
          search: 'zz',
        })
        if (status === 200) answered += 1
        const isNone = status === 400 && /by such words/.test(JSON.stringify(body))
        if (status !== 200 && status !== 404 && !isNone)
          refused.push(`${name}: ${list} ${status} ${JSON.stringify(body)}`)
      }
    }
    expect(refused).toEqual([])
    expect(answered).toBeGreaterThan(100)
  })

  it('lies in the database as ciphertext, and in no address', async () => {
    await keep(chart.rosa, 'patients', { search: 'Abernathy' })
    expect(JSON.stringify(await rowsOf(app, 'kept-searches', {}))).not.toMatch(/Abernathy/i)
    const to = (query: Record<string, string>, at = ['collections', 'patients']) =>
      untypedAddress(at, query)
    expect(to({ search: 'Abernathy', page: '2' })).toBe('/admin/collections/patients?page=2')
    expect(to({ 'where[or][0][and][0][phone][like]': '555' })).toBe('/admin/collections/patients')
    expect(to({ where: 'x', filter: 'patient:1' })).toBe(
      '/admin/collections/patients?filter=patient%3A1',
    )
    expect(to({ find: 'abc', sort: '-createdAt' })).toBeNull()
    expect(to({ search: 'x' }, ['access-log'])).toBeNull()
  })
})
