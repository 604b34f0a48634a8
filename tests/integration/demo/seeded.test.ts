import { find as findAsAdapter, findOne as findOneAsAdapter } from '@payloadcms/drizzle'
import { type CollectionSlug, createLocalReq, type PayloadRequest, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { stampSession } from '@/access/principal'
import { findingsFor } from '@/hooks/enforce'
import { factReader } from '@/hooks/facts'
import { rules } from '@/hooks/rules/registry'
import { demoLogins, demoPassword, portalLogins } from '@/src/demo/seed/logins'
import { enterMemory, type MemoryDatabase } from '@/src/demo/seed/memory/memoryDatabase'
import { SeedRefusal, seedDemo } from '@/src/demo/seed/seedDemo'
import { balanceOf } from '@/src/domain/billing/balances'
import type { PostingLine } from '@/src/domain/billing/ledger'
import type { StoredRow } from '@/src/domain/row'
import type { NamedFigure } from '@/src/figures/readFigures'
import { clock } from '@/src/lib/clock'
import { isMongo } from '@/src/lib/env'
import { planOf } from '@/src/lib/sqlitePlans'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { changeOf, elsewhere, type Passage, passages } from './passages'

let app: TestApp

// The whole year on SQLite; MongoDB, which the tests only emulate, tells of its last quarter.
const size = isMongo
  ? { weeks: 13, patients: 40, sessions: 250, postings: 400 }
  : { weeks: 52, patients: 149, sessions: 2_500, postings: 4_000 }

// A Saturday: the demo's day is the Monday after.
const now = new Date('2026-04-18T19:00:00.000Z')

const rowsOf = async (collection: string, where = {}): Promise<StoredRow[]> =>
  (await app.payload.db.find<StoredRow>({ collection, where, limit: 0, pagination: false })).docs

const plainRows = async (collection: string): Promise<StoredRow[]> => {
  const { req } = await asSystem(app.payload, 'read the demo')
  const read = factReader(req)
  const rows = await rowsOf(collection)
  return (await Promise.all(rows.map((row) => read.text(collection, row)))) as StoredRow[] // stored rows have ids
}

const requestOf = async (staffId: unknown): Promise<PayloadRequest> => {
  const row = staffId
    ? await app.payload.db.findOne<StoredRow>({
        collection: 'staff',
        where: { id: { equals: String(staffId) } },
      })
    : null
  if (!row) return createLocalReq({}, app.payload)
  const stamp = {
    sessionId: `local-${row.id}`,
    mfaAt: null,
    passwordAt: null,
    surface: 'staff' as const,
  }
  const user = stampSession({ ...row, collection: 'staff' }, stamp)
  return createLocalReq({ user: user as never }, app.payload) // one of the auth collections
}

/** What the rules of a door say about every record that went through it, at its moment. */
const findingsAt = async (passage: Passage): Promise<string[]> => {
  const said: string[] = []
  for (const row of (await plainRows(passage.collection)).filter(passage.went)) {
    if (passage.at) clock.freeze(new Date(String(row[passage.at])))
    const req = await requestOf(passage.by ? row[passage.by] : null)
    const found = await findingsFor(req, changeOf(passage, row))
    for (const { rule, message, isAdvice } of found) if (!isAdvice) said.push(`${rule}: ${message}`)
  }
  return said
}

beforeAll(async () => {
  app = await bootApp({ isLarge: true })
  await seedDemo(app.payload, { now, say: () => undefined, weeks: size.weeks })
}, 900_000)

afterAll(async () => {
  clock.reset()
  await app.stop()
})

describe('the seed', () => {
  it('changes nothing when it runs again', async () => {
    const before = await app.payload.db.count({ collection: 'inquiries' })
    expect(await seedDemo(app.payload, { now, say: () => undefined })).toBe(false)
    expect(await app.payload.db.count({ collection: 'inquiries' })).toEqual(before)
  })

  it('tells a year of a hundred and fifty patients up to a Monday at 9:40', async () => {
    expect((await rowsOf('patients')).length).toBeGreaterThan(size.patients)
    expect((await rowsOf('sessions')).length).toBeGreaterThan(size.sessions)
    expect((await rowsOf('therapist-profiles')).length).toBe(8)
    expect((await rowsOf('services')).length).toBe(6)
    const status = (await rowsOf('job-runs', { uniqueKey: { equals: 'demo-clock' } }))[0]
    expect(String(status?.['summary']).slice(0, 15)).toBe('2026-04-20T16:4')
    const today = await rowsOf('appointments', { serviceDate: { equals: '2026-04-20' } })
    expect(new Set(today.map(({ status: state }) => state))).toContain('inSession')
  })

  it('has claims, notes, plans and inquiries wherever they can stand', async () => {
    const states = async (collection: string) =>
      new Set((await rowsOf(collection)).map(({ status }) => status))
    for (const state of [
      'ready',
      'needsAttention',
      'submitted',
      'accepted',
      'rejected',
      'paid',
      'patientOwes',
      'partiallyPaid',
      'denied',
      'closed',
      'voided',
    ]) {
      expect(await states('claims')).toContain(state)
    }
    expect(await states('progress-notes')).toContain('pendingCosign')
    for (const state of ['open', 'assessed']) expect(await states('risk-events')).toContain(state)
    expect(await states('break-glass-grants')).toContain('ended')
    expect(await states('amendment-requests')).toContain('open')
    for (const state of ['draft', 'shared', 'active']) {
      expect(await states('treatment-plans')).toContain(state)
    }
    expect(await states('inquiries')).toEqual(
      new Set(['new', 'triaged', 'waitlisted', 'intakeBooked', 'declined', 'closed']),
    )
    expect((await rowsOf('overrides')).map(({ ruleId }) => ruleId)).toContain('R23')
    const [parked] = await rowsOf('remittance-items', { status: { equals: 'parked' } })
    expect(parked?.['code']).toBe('NO_MATCH')
  })

  it('leaves Kim two openings, Tuesdays at ten', async () => {
    const kim = (await rowsOf('staff')).find(({ name }) => String(name).startsWith('Kim'))
    const booked = await rowsOf('appointments', {
      and: [{ clinician: { equals: kim?.id } }, { status: { equals: 'booked' } }],
    })
    const starts = new Set(booked.map(({ startsAt }) => String(startsAt)))
    for (const time of ['2026-04-21T17:00:00.000Z', '2026-04-28T17:00:00.000Z']) {
      expect(starts.has(time)).toBe(false)
    }
    for (const time of ['2026-04-21T16:00:00.000Z', '2026-04-28T18:00:00.000Z']) {
      expect(starts.has(time)).toBe(true)
    }
  })

  it('has enough people from one source for marketing to see them', async () => {
    const inquiries = await rowsOf('inquiries', { source: { equals: 'google' } })
    expect(inquiries.length).toBeGreaterThan(5)
  })

  it('finishes everything that it begins', async () => {
    for (const collection of [
      'appointments',
      'progress-notes',
      'claims',
      'remittances',
      'payments',
    ]) {
      const open = await rowsOf(collection, { pendingAction: { exists: true } })
      expect(open.filter(({ pendingAction }) => pendingAction)).toEqual([])
    }
  })

  it('opens every login it names, and one of the two patients owes something', async () => {
    for (const { address, email, password } of demoLogins().slice(-6)) {
      const surface = address === '/portal' ? 'portal' : 'staff'
      const answer = await clientOf(app).post(`/api/auth/${surface}/login`, { email, password })
      expect(answer.status, email).toBe(200)
    }
    expect(demoPassword.length).toBeGreaterThan(11)
    const owes = async (email: string) => {
      const [account] = await rowsOf('portal-users', { email: { equals: email } })
      return rowsOf('statements', {
        and: [{ patient: { equals: account?.['patient'] } }, { status: { equals: 'issued' } }],
      })
    }
    expect((await owes(portalLogins.owing.email)).length).toBe(1)
    expect(await owes(portalLogins.steady.email)).toEqual([])
  })
})

describe('every rule over the demo', () => {
  let memory: MemoryDatabase

  // A year has too many records to ask the real database a dozen questions about each.
  beforeAll(async () => {
    memory = await enterMemory(app.payload)
  }, 120_000)

  afterAll(() => memory.leave())

  it('names a place for each rule', () => {
    const doors = new Set(passages.map(({ door }) => door))
    const unseen = rules.filter(
      ({ id, appliesTo }) =>
        !(id in elsewhere) &&
        !appliesTo.some((door) => doors.has(door) || door === '*:create' || door === '*:update'),
    )
    expect(unseen.map(({ id }) => id)).toEqual([])
  })

  for (const passage of passages) {
    it(`is content with what went through ${passage.door}`, async () => {
      expect(await findingsAt(passage)).toEqual([])
    }, 120_000)
  }

  it('R52 signed records refuse changes, R30 plans in force do', async () => {
    const editable = ['open', 'submittedByPatient', 'draft', 'returned']
    for (const collection of ['progress-notes', 'intake-assessments', 'treatment-plans']) {
      for (const row of await rowsOf(collection)) {
        const req = await requestOf(row['author'])
        const change = {
          slug: collection,
          on: 'update',
          before: row,
          after: row,
          changed: [],
          input: {},
        }
        const ids = (await findingsFor(req, change)).map(({ rule }) => rule)
        const isLocked = !editable.includes(String(row['status']))
        const rule = collection === 'treatment-plans' ? 'R30' : 'R52'
        expect(ids.includes(rule), `${collection} ${row['status']}`).toBe(isLocked)
      }
    }
  }, 120_000)

  it('R60 records refuse to be deleted, R70 there is one charge per session and code', async () => {
    const req = await requestOf(null)
    const gone = { on: 'delete', before: {}, after: {}, changed: [], input: {} }
    for (const slug of ['patients', 'consents', 'progress-notes', 'claims', 'ledger-entries']) {
      expect((await findingsFor(req, { slug, ...gone })).map(({ rule }) => rule)).toContain('R60')
    }
    const charges = await rowsOf('charges')
    const keys = charges.map(({ session, code }) => `${session}|${code}`)
    expect(new Set(keys).size).toBe(charges.length)
    const completed = new Set(
      (await rowsOf('sessions', { status: { equals: 'completed' } })).map(({ id }) => id),
    )
    expect(charges.every(({ session }) => completed.has(String(session)))).toBe(true)
  })
})

describe('the books of the demo', () => {
  const linesOf = (row: StoredRow): PostingLine[] =>
    JSON.parse(String(row['lines'])) as PostingLine[] // as the ledger wrote them
  const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0)

  it('balances: every posting sums to zero and the ledger says the same as the postings', async () => {
    const postings = await rowsOf('postings')
    const entries = await rowsOf('ledger-entries')
    expect(postings.length).toBeGreaterThan(size.postings)
    const byPosting = new Map<string, number>()
    for (const row of entries) {
      const key = String(row['posting'])
      byPosting.set(key, (byPosting.get(key) ?? 0) + Number(row['amountCents']))
    }
    for (const posting of postings) {
      expect(sum(linesOf(posting).map(({ amountCents }) => amountCents))).toBe(0)
      // A denied line is a posting that moves nothing.
      expect(byPosting.get(posting.id) ?? 0).toBe(0)
    }
    const accounts = balanceOf({ lines: postings.flatMap(linesOf), by: 'account' })
    for (const [account, cents] of accounts) {
      const stored = entries.filter((row) => row['account'] === account)
      expect(sum(stored.map((row) => Number(row['amountCents'])))).toBe(cents)
    }
    expect(sum([...accounts.values()])).toBe(0)
  })

  it('accounts for every remittance to the cent', async () => {
    for (const row of await rowsOf('remittances')) {
      expect(Number(row['postedCents']) + Number(row['parkedCents'])).toBe(row['paymentCents'])
    }
  })

  it('asks nobody for more than they owe', async () => {
    const postings = await rowsOf('postings')
    const due = balanceOf({ lines: postings.flatMap(linesOf), by: 'patientDue' })
    for (const statement of await rowsOf('statements', { status: { equals: 'issued' } })) {
      const left = Number(statement['totalCents']) - Number(statement['paidCents'] ?? 0)
      expect(left).toBeLessThanOrEqual(due.get(String(statement['patient'])) ?? 0)
    }
  })
})

describe('the figures of the demo', () => {
  const today = '2026-04-20'
  const from = '2026-03-24'

  const signIn = async (email: string): Promise<Client> => {
    const answer = await clientOf(app).post('/api/auth/staff/login', {
      email,
      password: demoPassword,
    })
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0] ?? '')
    return clientOf(app, { cookie: cookie.join('; '), origin: 'http://localhost:3000' })
  }

  it('are what the rows say, for the owner, and name no patient', async () => {
    clock.freeze(new Date('2026-04-20T16:40:00.000Z'))
    const answer = await (await signIn('rosa@harbour.example')).get('/api/figures')
    expect(answer.status).toBe(200)
    const figures = new Map<string, NamedFigure>(
      (answer.body.figures as NamedFigure[]).map((figure) => [figure.key, figure]),
    )
    const figure = (key: string) => figures.get(key) as NamedFigure // each is asserted on
    const visits = (await rowsOf('appointments')).filter(
      ({ serviceDate }) => String(serviceDate) >= from && String(serviceDate) <= today,
    )
    const count = (status: string) => visits.filter((row) => row['status'] === status).length
    const late = visits.filter((row) => row['cancelKind'] === 'patientLate').length
    expect(figure('noShows')).toMatchObject({
      numerator: count('noShow'),
      denominator: count('completed') + count('noShow') + late,
    })
    const sum = (rows: StoredRow[], column: string) =>
      rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)
    const held = (await rowsOf('sessions', { status: { equals: 'completed' } })).filter(
      ({ serviceDate }) => String(serviceDate) >= from && String(serviceDate) <= today,
    )
    expect(figure('utilization').numerator).toBe(sum(held, 'minutes'))
    expect(figure('utilization').value).toBeGreaterThan(0.2)
    expect(figure('utilization').value).toBeLessThan(1)
    const receivable = await rowsOf('ledger-entries', {
      account: { in: ['patientReceivable', 'payerReceivable'] },
    })
    expect(figure('daysInReceivables').numerator).toBe(sum(receivable, 'amountCents'))
    expect(figure('daysInReceivables').value).toBeGreaterThan(1)
    const around = (await rowsOf('appointments')).filter(
      ({ serviceDate, status }) =>
        String(serviceDate) >= '2026-03-06' &&
        String(serviceDate) <= '2026-06-04' &&
        ['booked', 'checkedIn', 'inSession', 'completed'].includes(String(status)),
    )
    const inCare = new Set(around.map(({ patient }) => patient))
    const overdue = await rowsOf('treatment-plans', {
      and: [{ status: { equals: 'active' } }, { reviewOn: { less_than: today } }],
    })
    expect(figure('overduePlans').value).toBe(
      overdue.filter(({ patient }) => inCare.has(patient)).length,
    )
    const notes = new Set(
      (await rowsOf('progress-notes', { signedAt: { exists: true } })).map(
        ({ session }) => session,
      ),
    )
    const open = (await rowsOf('sessions', { status: { equals: 'completed' } })).filter(
      ({ id, serviceDate, isIntake }) =>
        !isIntake && String(serviceDate) < '2026-04-17' && !notes.has(id),
    )
    expect(figure('openNotes').value).toBe(open.length)
    expect(figure('conversion').denominator).toBeGreaterThan(4)
    for (const each of figures.values()) expect(each.trend, each.key).toHaveLength(12)
    for (const row of await rowsOf('patients')) {
      expect(JSON.stringify(answer.body)).not.toContain(String(row['lastName']))
    }
  })

  it('F38 the aging is what the ledger says is due, for billing alone', async () => {
    const { body } = await (await signIn('dana@harbour.example')).get('/api/ledger-entries/aging')
    const due = (await rowsOf('ledger-entries')).filter(({ account }) =>
      ['patientReceivable', 'payerReceivable'].includes(String(account)),
    )
    const sum = due.reduce((total, row) => total + Number(row['amountCents']), 0)
    expect(body.total.totalCents).toBe(sum)
    expect(body.rows.length).toBeGreaterThan(2)
    for (const { cents, totalCents } of body.rows as { cents: number[]; totalCents: number }[]) {
      expect(cents.reduce((total, each) => total + each, 0)).toBe(totalCents)
    }
    expect((await clientOf(app).get('/api/ledger-entries/aging')).status).toBe(401)
    for (const who of ['mo', 'kim', 'ben']) {
      const answer = await (await signIn(`${who}@harbour.example`)).get('/api/ledger-entries/aging')
      expect(answer.status, who).toBe(403)
    }
  })

  it('are a file as well, and for nobody else', async () => {
    const rosa = await signIn('rosa@harbour.example')
    const file = await rosa.get('/api/figures?format=csv')
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(file.body.split('\r\n')).toHaveLength(12)
    expect((await clientOf(app).get('/api/figures')).status).toBe(401)
    for (const who of ['mo', 'ben', 'dana']) {
      const answer = await (await signIn(`${who}@harbour.example`)).get('/api/figures')
      expect(answer.status, who).toBe(403)
    }
  })
})

describe('a database that holds something else', () => {
  it('is left alone', async () => {
    const [marker] = await rowsOf('job-runs', { uniqueKey: { equals: 'demo-seed' } })
    const rename = (uniqueKey: string) =>
      app.payload.db.updateOne({
        collection: 'job-runs',
        id: marker?.id ?? '',
        data: { uniqueKey },
      })
    await rename('set aside')
    const attempt = seedDemo(app.payload, { now, say: () => undefined })
    await expect(attempt).rejects.toThrow(SeedRefusal)
    await rename('demo-seed')
  })

  it('says how to start over when an earlier seed stopped half-way', async () => {
    const [marker] = await rowsOf('job-runs', { uniqueKey: { equals: 'demo-seed' } })
    const finish = (finishedAt: unknown) =>
      app.payload.db.updateOne({
        collection: 'job-runs',
        id: marker?.id ?? '',
        data: { finishedAt },
      })
    await finish(null)
    await expect(seedDemo(app.payload, { now, say: () => undefined })).rejects.toThrow('--reset')
    await finish(marker?.['finishedAt'])
  })
})

const atOnceWith = (row: StoredRow): Where =>
  row['createdAt'] ? { createdAt: { equals: row['createdAt'] } } : { id: { equals: row.id } }

const questions = (row: StoredRow): Record<string, object> => ({
  // Of one moment, not of the whole year: the adapter takes its time.
  all: { where: atOnceWith(row), limit: 0, pagination: false },
  page: { limit: 2, page: 1 },
  'later page': { limit: 2, page: 2, sort: 'id' },
  'past the end': { limit: 2, page: 9_999 },
  one: { where: { id: { equals: row.id } }, limit: 1 },
  several: { where: { id: { in: [row.id, 'nothing'] } }, sort: ['-id', 'createdAt'], limit: 9 },
  none: { where: { id: { equals: 'nothing' } }, limit: 5 },
  either: { where: { or: [{ id: { equals: row.id } }, { id: { exists: false } }] }, limit: 9 },
  some: { select: { id: true, rev: true }, limit: 3, sort: '-id' },
  others: { select: { createdAt: false }, limit: 3, sort: '-id' },
})

/** A row without what was not selected: the adapter leaves undefined there. */
const asSent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer ?? null))

describe.skipIf(isMongo)('finds of plain rows on SQLite', () => {
  it('answer what the adapter answers, for every collection', async () => {
    const database = app.payload.db
    const all = Object.keys(app.payload.collections) as CollectionSlug[]
    const plain = all.filter((slug) => planOf(app.payload, slug))
    expect(plain.length).toBeGreaterThan(all.length / 2)
    for (const collection of plain) {
      const [row] = (await findAsAdapter.call(database as never, { collection, limit: 1 })).docs
      for (const [name, question] of Object.entries(
        questions((row ?? { id: 'nothing' }) as StoredRow),
      )) {
        const asked = { collection, ...question }
        const found = await database.find(asked)
        const expected = await findAsAdapter.call(database as never, asked)
        expect(asSent(found), `${collection}: ${name}`).toEqual(asSent(expected))
      }
      const asked = { collection, where: { id: { not_equals: 'nothing' } } }
      expect(asSent(await database.findOne(asked)), collection).toEqual(
        asSent(await findOneAsAdapter.call(database as never, asked)),
      )
    }
  })

  it('leave what joins to the adapter', async () => {
    const asked = {
      collection: 'appointments' as const,
      where: { 'patient.lastName': { exists: true } },
      sort: 'patient.lastName',
      limit: 3,
    }
    const found = await app.payload.db.find(asked)
    expect(found.docs).toHaveLength(3)
    expect(asSent(found)).toEqual(asSent(await findAsAdapter.call(app.payload.db as never, asked)))
  })
})
