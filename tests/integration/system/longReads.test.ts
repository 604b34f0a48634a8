import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberRemovals } from '@/hooks/longReads/removals'
import { cursorOf } from '@/src/domain/api/cursor'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { type Client, clientOf } from '@/tests/support/client'
import { insert, makePatient, read } from '@/tests/support/people'
import { messageIn, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let software: Client
let other: Client

const scopes =
  'patients:read patients:update payments:read claims:read appointments:read external-ids:read external-ids:give external-ids:release'

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  software = (await makeApiClient(app, { owner: chart.rosa.id, scopes })).client
  other = (await makeApiClient(app, { owner: chart.rosa.id, scopes })).client
  for (const index of Array.from({ length: 23 }, (_, each) => each))
    await makePatient(app, `P${index}`, index % 2 ? 'Odd' : 'Even')
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

/** Every page of a long read. */
const walk = async (client: Client, path: string): Promise<StoredRow[][]> => {
  const pages: StoredRow[][] = []
  let after: string | null = ''
  while (after !== null) {
    const answer = await client.get(`${path}${path.includes('?') ? '&' : '?'}after=${after}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    pages.push(answer.body.docs)
    after = answer.body.after
    if (pages.length > 40) throw new Error('The walk does not end.')
  }
  return pages
}

const idsIn = (pages: StoredRow[][]): string[] => pages.flat().map(({ id }) => id)

describe('a list read by its cursor', () => {
  it('answers every record once, in one order, whatever the size of a page', async () => {
    const all = (await rowsOf(app, 'patients')).map(({ id }) => id).sort()
    const small = idsIn(await walk(software, '/api/patients?limit=7'))
    const large = idsIn(await walk(software, '/api/patients?limit=100'))
    expect([...small].sort()).toEqual(all)
    expect(large).toEqual(small)
  })

  it('keeps to the filter, and to what the caller reaches', async () => {
    const odd = await walk(software, '/api/patients?limit=4&where[lastName][equals]=Odd')
    expect(odd.flat()).toHaveLength(11)
    const kims = await walk(chart.kim.client, '/api/patients?limit=1')
    expect(idsIn(kims)).toEqual([chart.ana])
    expect((await clientOf(app).get('/api/patients?after=')).status).toBe(401)
  })

  it('goes through the log by the time that the log keeps', async () => {
    const { rosa } = chart
    const first = await rosa.client.get('/api/audit-events?limit=5&after=')
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const second = await rosa.client.get(`/api/audit-events?limit=5&after=${first.body.after}`)
    const docs: StoredRow[] = [...first.body.docs, ...second.body.docs]
    expect(new Set(docs.map(({ id }) => id)).size).toBe(10)
    const times = docs.map(({ at }) => String(at))
    expect(times).toEqual([...times].sort())
  })

  it('meets records that were made while it was read, at the end', async () => {
    const first = await software.get('/api/patients?limit=20&after=')
    const late = await makePatient(app, 'Late', 'Comer')
    const rest = await software.get(`/api/patients?limit=1000&after=${first.body.after}`)
    expect(rest.body.docs.at(-1).id).toBe(late)
    expect(rest.body.after).toBeNull()
  })

  it('holds no name in the cursor, and refuses words that are none', async () => {
    const { body } = await software.get('/api/patients?limit=1&after=')
    expect(Buffer.from(body.after, 'base64url').toString()).toMatch(/^\["[\dTZ:.-]+","[\w-]+"\]$/)
    const foreign = cursorOf({ at: '2026-04-14T16:40:00.000Z', id: "x' OR 1=1" })
    for (const after of ['nonsense', foreign, '%00'])
      expect((await software.get(`/api/patients?after=${after}`)).status, after).toBe(400)
    for (const beside of ['sort=lastName', 'page=2']) {
      const answer = await software.get(`/api/patients?after=&${beside}`)
      expect([answer.status, messageIn(answer)]).toEqual([400, expect.stringContaining('leave')])
    }
  })
})

describe('the changes of a kind of record', () => {
  const changes = async (client: Client, after: string, limit = 100, slug = 'patients') => {
    const answer = await client.get(`/api/${slug}/changes?limit=${limit}&after=${after}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body as {
      docs: StoredRow[]
      removed: { id: string; removedAt: string }[]
      after: string
      hasMore: boolean
    }
  }

  const age = (slug: string, id: string, minutes: number) =>
    app.payload.db.updateOne({
      collection: slug,
      id,
      data: { updatedAt: new Date(Date.now() - minutes * 60_000).toISOString() },
    })

  it('are all there to begin with, then only what was written since', async () => {
    const rows = await rowsOf(app, 'patients')
    for (const [index, { id }] of rows.entries()) await age('patients', id, 100 - index)
    let at = await changes(software, '', 10)
    const seen = at.docs.map(({ id }) => id)
    while (at.hasMore) {
      at = await changes(software, at.after, 10)
      seen.push(...at.docs.map(({ id }) => id))
    }
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect((await changes(software, at.after)).docs).toEqual([])
    const phone = { phone: '+15035550147', rev: (await read(app, 'patients', chart.ana))['rev'] }
    expect((await software.patch(`/api/patients/${chart.ana}`, phone)).status).toBe(200)
    const next = await changes(software, at.after)
    expect(next.docs.map(({ id, phone: told }) => [id, told])).toEqual([
      [chart.ana, '+15035550147'],
    ])
    // What is younger than a minute is told again: a slower write may still come before it.
    expect((await changes(software, next.after)).docs).toHaveLength(1)
  })

  it('show what was voided as voided, by every way of writing', async () => {
    const claim = await insert(app, 'claims', {
      uniqueKey: 'claim|1',
      controlNumber: 'C1',
      patient: chart.ana,
      status: 'draft',
      frequency: '1',
    })
    await age('claims', claim, 60)
    const start = await changes(software, '', 100, 'claims')
    expect(start.docs.map(({ status }) => status)).toEqual(['draft'])
    const voided = await chart.dana.client.post(`/api/claims/${claim}/void`, { reason: 'Twice' })
    expect(voided.status, JSON.stringify(voided.body)).toBe(200)
    const next = await changes(software, start.after, 100, 'claims')
    expect(next.docs).toMatchObject([{ id: claim, status: 'voided' }])
    expect(Object.keys(next.docs[0] ?? {})).not.toContain('diagnosisCodes')
  })

  it('stay in the caller’s reach and field classes', async () => {
    expect((await changes(chart.kim.client, '')).docs.map(({ id }) => id)).toEqual([chart.ana])
    const [own] = (await changes(software, '')).docs
    expect(Object.keys(own ?? {})).not.toContain('riskLevel')
    expect((await chart.ben.client.get('/api/progress-notes/changes')).status).toBe(403)
    expect((await software.get('/api/progress-notes/changes')).status).toBe(403)
    expect((await clientOf(app).get('/api/patients/changes')).status).toBe(401)
    expect((await software.get('/api/patients/changes?limit=1001')).status).toBe(400)
    expect((await software.get('/api/patients/changes?after=x')).status).toBe(400)
  })

  it('name what was really removed since the reading began, to those who read every record of the kind', async () => {
    const { ben, kim } = chart
    const hours = async (weekday: string): Promise<string> => {
      const location = String(
        (await rowsOf(app, 'locations'))[0]?.id ?? (await insert(app, 'locations', place)),
      )
      return insert(app, 'availability', {
        staff: kim.id,
        weekday,
        fromTime: '09:00',
        toTime: '12:00',
        location,
      })
    }
    const place = {
      name: 'Harbour',
      timeZone: 'America/Los_Angeles',
      placeOfService: '11',
      isActive: true,
    }
    const remove = async (id: string): Promise<void> => {
      const rev = (await read(app, 'availability', id))['rev']
      const gone = await ben.client.delete(`/api/availability/${id}?rev=${rev}`)
      expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    }
    const [before, during, kept] = [await hours('1'), await hours('2'), await hours('3')]
    await remove(before)
    const start = await changes(ben.client, '', 100, 'availability')
    expect(start.docs.map(({ id }) => id).sort()).toEqual([during, kept].sort())
    // What went before was never in this copy.
    expect(start.removed).toEqual([])
    await remove(during)
    const next = await changes(ben.client, start.after, 1, 'availability')
    const rest = await changes(ben.client, next.after, 100, 'availability')
    const told = [...next.removed, ...rest.removed].map(({ id }) => id)
    expect(new Set(told)).toEqual(new Set([during]))
    // A deletion that did not happen after all is not told.
    await rememberRemovals(app.payload, { slug: 'availability', ids: [kept, kept] })
    const again = await changes(ben.client, start.after, 100, 'availability')
    expect(again.removed.map(({ id }) => id)).toEqual([during])
    // Whoever reads a part learns of no id beyond it.
    const part = await changes(kim.client, '')
    await rememberRemovals(app.payload, { slug: 'patients', ids: [crypto.randomUUID()] })
    expect((await changes(kim.client, part.after)).removed).toEqual([])
  })
})

describe('an external id', () => {
  const assign = (client: Client, record: string, value: string, collection = 'patients') =>
    client.post('/api/external-ids/give', { collection, record, value })

  it('finds the record of the client that gave it, and of no other', async () => {
    expect((await assign(software, chart.ana, 'crm-1')).status).toBe(201)
    const found = await software.get('/api/patients/by-external-id/crm-1')
    expect([found.status, found.body.id]).toEqual([200, chart.ana])
    expect((await other.get('/api/patients/by-external-id/crm-1')).status).toBe(404)
    expect((await other.get('/api/external-ids')).body.docs).toEqual([])
    expect((await assign(other, chart.bob, 'crm-1')).status).toBe(201)
    expect((await other.get('/api/patients/by-external-id/crm-1')).body.id).toBe(chart.bob)
    expect((await software.get('/api/appointments/by-external-id/crm-1')).status).toBe(404)
    expect((await chart.rosa.client.get('/api/external-ids')).body.docs).toHaveLength(2)
    expect((await chart.ben.client.get('/api/patients/by-external-id/crm-1')).status).toBe(403)
    expect((await clientOf(app).get('/api/patients/by-external-id/crm-1')).status).toBe(401)
  })

  it('is unique both ways until it is released', async () => {
    expect((await assign(software, chart.bob, 'crm-2')).status).toBe(201)
    const again = await assign(software, chart.bob, 'crm-3')
    expect([again.status, messageIn(again)]).toEqual([409, expect.stringContaining('crm-2')])
    const taken = await assign(software, chart.ana, 'crm-2')
    expect(taken.status).toBe(409)
    const [row] = (await software.get('/api/external-ids?where[value][equals]=crm-2')).body.docs
    const released = await software.post(`/api/external-ids/${row.id}/release`, { rev: row.rev })
    expect(released.status).toBe(200)
    expect((await software.get('/api/patients/by-external-id/crm-2')).status).toBe(404)
    expect((await assign(software, chart.bob, 'crm-2')).status).toBe(201)
  })

  it('goes to a record in reach alone, and looks like no name', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const tries: [string, string][] = [
      [nobody, 'patients'],
      [chart.kim.id, 'staff'],
      [chart.ana, 'nothing'],
    ]
    for (const [record, collection] of tries)
      expect((await assign(software, record, 'crm-9', collection)).status, collection).toBe(404)
    for (const value of ['ana@example.test', 'Ana Silva', '', 'x'.repeat(81)])
      expect((await assign(software, chart.ana, value)).status, value).toBe(400)
  })
})

describe('a program that writes', () => {
  it('says which revision it read, in the body or as If-Match', async () => {
    const path = `/api/patients/${chart.bob}`
    const missing = await software.patch(path, { phone: '+15035550148' })
    expect([missing.status, missing.body.errors[0].code]).toEqual([428, 'precondition-required'])
    expect((await read(app, 'patients', chart.bob))['phone'] ?? null).toBeNull()
    const rev = Number((await read(app, 'patients', chart.bob))['rev'])
    const stale = await software.patch(path, { phone: '+15035550148', rev: rev + 5 })
    expect(stale.status).toBe(409)
    const header = await software.patch(path, { phone: '+15035550148' }, { 'If-Match': '"99"' })
    expect(header.status).toBe(412)
    const done = await software.patch(path, { phone: '+15035550148' }, { 'If-Match': `W/"${rev}"` })
    expect([done.status, done.body.doc?.rev]).toEqual([200, rev + 1])
    const query = `mutation { updatePatient(id: "${chart.bob}", data: { phone: "+15035550149" }) { id } }`
    const told = await software.graphql(query)
    expect(
      told.body.errors[0].extensions.errors?.[0]?.code ?? told.body.errors[0].extensions.code,
    ).toBe('precondition-required')
    const person = await chart.ben.client.patch(path, { phone: '+15035550150' })
    expect(person.status).toBe(200)
  })

  it('does so for an action as well', async () => {
    await software.post('/api/external-ids/give', {
      collection: 'patients',
      record: (await rowsOf(app, 'patients'))[5]?.id,
      value: 'crm-20',
    })
    const [row] = (await software.get('/api/external-ids?where[value][equals]=crm-20')).body.docs
    const path = `/api/external-ids/${row.id}/release`
    expect((await software.post(path)).status).toBe(428)
    expect((await software.post(path, {}, { 'If-Match': '"7"' })).status).toBe(412)
    expect((await software.post(path, { rev: 7 })).status).toBe(409)
    expect((await software.post(path, {}, { 'If-Match': `"${row.rev}"` })).status).toBe(200)
  })

  it('may not change names, risk or what the office keeps', async () => {
    const path = `/api/patients/${chart.ana}`
    const { rev } = await read(app, 'patients', chart.ana)
    const sent = { lastName: 'Other', safetyBanner: 'x', isSelfPay: true, city: 'Bend', rev }
    expect((await software.patch(path, sent)).status).toBe(200)
    expect(await read(app, 'patients', chart.ana)).toMatchObject({
      lastName: 'Silva',
      city: 'Bend',
    })
  })

  it('reads of money what it was granted, and where it stands', async () => {
    const body = { patient: chart.ana, amountCents: 2500, method: 'check', reference: '1001' }
    const made = await chart.dana.client.post('/api/payments/record', body)
    const seen = await software.get(`/api/payments/${made.body.id}`)
    expect(seen.body).toMatchObject({ amountCents: 2500, method: 'check', patient: chart.ana })
    expect(Object.keys(seen.body)).not.toContain('reference')
    const without = await makeApiClient(app, { owner: chart.rosa.id, scopes: 'patients:read' })
    expect((await without.client.get('/api/payments')).status).toBe(403)
  })
})
