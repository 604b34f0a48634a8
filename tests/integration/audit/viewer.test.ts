import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { findEvents, type LogRow } from '@/collections/system/accessLog/findEvents'
import { audit } from '@/hooks/audit/writer'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
} from '@/tests/support/people'
import { addAmendment } from '@/tests/support/sharing'

type Line = { who: string; role: string; what: string; patients: string[]; at: string }

let app: TestApp
let kim: Person
let theo: Person
let ben: Person
let rosa: Person
let sam: Person
let ana: string
let bob: string
let anaPortal: Person
let bobPortal: Person

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim Alvarez', ['clinician'])
  theo = await makeStaff(app, 'Theo Brandt', ['clinician'])
  ben = await makeStaff(app, 'Ben Osei', ['frontDesk'])
  rosa = await makeStaff(app, 'Rosa Lind', ['owner'])
  sam = await makeStaff(app, 'Sam Ito', ['compliance'])
  ana = await makePatient(app, 'Ana', 'Silva')
  bob = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, ana)
  await assign(app, theo.id, bob)
  anaPortal = await makePortalUser(app, ana, 'ana@example.test')
  bobPortal = await makePortalUser(app, bob, 'bob@example.test')
  await kim.client.get(`/api/patients/${ana}`)
  await theo.client.get(`/api/patients/${bob}`)
  await ben.client.get('/api/patients')
  await ben.client.patch(`/api/patients/${ana}`, { city: 'Portland' })
  await anaPortal.client.get(`/api/patients/${ana}`)
  const made = await kim.client.post('/api/psychotherapy-notes', { patient: ana, text: 'A heron.' })
  expect(made.status).toBe(201)
  await kim.client.get(`/api/psychotherapy-notes/${made.body.doc.id}`)
})

afterAll(() => app.stop())

const search = async (query = ''): Promise<Line[]> => {
  const answer = await sam.client.get(`/api/audit-events/search${query}`)
  expect(answer.status).toBe(200)
  return answer.body.lines
}

describe('the viewer of the access log', () => {
  it('shows compliance and the owner lines in words, and nobody else', async () => {
    const lines = await search()
    expect(lines).toContainEqual(
      expect.objectContaining({
        who: 'Kim Alvarez',
        role: 'Clinician',
        what: "Looked at a patient's details",
        patients: ['Ana Silva'],
      }),
    )
    expect((await rosa.client.get('/api/audit-events/search')).status).toBe(200)
    for (const { client } of [kim, ben, anaPortal])
      expect((await client.get('/api/audit-events/search')).status).toBe(403)
    expect((await clientOf(app).get('/api/audit-events/search')).status).toBe(401)
  })

  it('filters by patient, lists of several patients included', async () => {
    const lines = await search(`?patient=${ana}`)
    expect(lines.map(({ who }) => who)).toEqual(expect.arrayContaining(['Kim Alvarez', 'Ben Osei']))
    expect(lines.map(({ who }) => who)).not.toContain('Theo Brandt')
    const list = lines.find(({ what }) => what === "Looked at 2 patients' details")
    expect(list?.who).toBe('Ben Osei')
    expect(list?.patients.sort()).toEqual(['Ana Silva', 'Bob Reyes'])
  })

  it('names who signed in', async () => {
    const lines = await search('?action=signed-in')
    expect(lines).toContainEqual(
      expect.objectContaining({ who: 'Kim Alvarez', what: 'Signed in', patients: [] }),
    )
  })

  it('filters by person, by action and by time', async () => {
    const own = await search(`?actor=${ben.id}`)
    expect(new Set(own.map(({ who }) => who))).toEqual(new Set(['Ben Osei']))
    const changed = await search(`?actor=${ben.id}&action=changed`)
    expect(changed.map(({ what }) => what)).toEqual(["Changed a patient's details"])
    expect(await search('?from=2020-01-01&to=2020-12-31')).toEqual([])
    const bad = await sam.client.get('/api/audit-events/search?from=yesterday')
    expect(bad.status).toBe(400)
    expect(bad.body.errors[0].message).toContain('year-month-day')
  })

  it('logs its own use, with the patient who was searched for', async () => {
    await search(`?patient=${bob}`)
    const lines = await search(`?actor=${sam.id}`)
    expect(lines).toContainEqual(
      expect.objectContaining({ what: 'Looked at the access log', patients: ['Bob Reyes'] }),
    )
  })

  it('goes back page by page without a gap or a repetition, however many share an instant', async () => {
    const { req } = await asSystem(app.payload, 'test')
    await Promise.all(
      Array.from({ length: 90 }, (_, index) =>
        audit(req, {
          action: 'read',
          outcome: 'seen',
          collection: 'sessions',
          recordIds: [`r${index}`],
          patientIds: index % 2 ? [bob] : [ana, bob],
        }),
      ),
    )
    for (const filter of [{}, { patient: bob }, { patient: ana }]) {
      const all = await findEvents(app.payload, { filter, before: null, size: 100_000 })
      expect(all.next).toBeNull()
      const paged: LogRow[] = []
      let before: string | null = null
      do {
        const page: Awaited<ReturnType<typeof findEvents>> = await findEvents(app.payload, {
          filter,
          before,
          size: 7,
        })
        paged.push(...page.rows)
        before = page.next
      } while (before)
      const ids = (rows: readonly LogRow[]): string[] => rows.map(({ id }) => id).sort()
      expect(ids(paged)).toEqual(ids(all.rows))
      expect(new Set(ids(paged)).size).toBe(paged.length)
      expect(paged.map(({ at }) => at)).toEqual(
        paged
          .map(({ at }) => at)
          .sort()
          .reverse(),
      )
    }
  })
})

describe('the export of the access log', () => {
  it('needs a purpose, gives CSV, and leaves a line that says who took it and what for', async () => {
    const refused = await sam.client.post('/api/audit-events/export', { patient: ana })
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].message).toContain('what the export is for')
    const made = await sam.client.post('/api/audit-events/export', {
      patient: ana,
      purpose: 'complaint',
    })
    expect(made.status).toBe(200)
    expect(made.headers.get('content-type')).toContain('text/csv')
    expect(made.headers.get('cache-control')).toBe('no-store')
    expect(made.body).toContain('Kim Alvarez,Clinician,Looked at a patient')
    expect(made.body).not.toContain('Theo Brandt')
    const [row] = (
      await app.payload.db.find<StoredRow>({
        collection: 'audit-events',
        where: { and: [{ action: { equals: 'export' } }, { actorId: { equals: sam.id } }] },
      })
    ).docs
    expect(row).toMatchObject({ purpose: 'complaint', patient: ana, outcome: 'done' })
  })

  it('is for compliance alone', async () => {
    for (const { client } of [rosa, kim, ben, anaPortal]) {
      const answer = await client.post('/api/audit-events/export', { purpose: 'audit' })
      expect(answer.status).toBe(403)
    }
  })
})

describe('who saw my record', () => {
  it('lists names, roles and areas in words, newest first, without ids or own reads', async () => {
    const answer = await anaPortal.client.get(`/api/patients/${ana}/who-saw`)
    expect(answer.status).toBe(200)
    expect(answer.body.lines).toContainEqual(
      expect.objectContaining({
        name: 'Kim Alvarez',
        role: 'Clinician',
        saw: expect.arrayContaining(['your name and contact details']),
      }),
    )
    const ofBen = answer.body.lines.find(({ name }: { name: string }) => name === 'Ben Osei')
    expect(ofBen.changed).toEqual(['your name and contact details'])
    const text = JSON.stringify(answer.body)
    for (const id of [kim.id, ben.id, theo.id, ana, bob, anaPortal.id])
      expect(text).not.toContain(id)
    expect(text).not.toContain('Theo')
    expect(text).not.toContain('portal account')
  })

  it('never shows what concerns only another patient, nor private notes', async () => {
    const answer = await bobPortal.client.get(`/api/patients/${bob}/who-saw`)
    const names = answer.body.lines.map(({ name }: { name: string }) => name)
    expect(names).toContain('Theo Brandt')
    expect(names).not.toContain('Kim Alvarez')
    const own = JSON.stringify((await anaPortal.client.get(`/api/patients/${ana}/who-saw`)).body)
    expect(own).not.toMatch(/private|psychotherapy|heron/i)
  })

  it('answers 404 about anybody else, 403 to staff and 401 to nobody', async () => {
    expect((await anaPortal.client.get(`/api/patients/${bob}/who-saw`)).status).toBe(404)
    expect((await anaPortal.client.get('/api/patients/nothing/who-saw')).status).toBe(404)
    for (const { client } of [kim, sam, rosa])
      expect((await client.get(`/api/patients/${ana}/who-saw`)).status).toBe(403)
    expect((await clientOf(app).get(`/api/patients/${ana}/who-saw`)).status).toBe(401)
  })
})

describe('the trust center: what reviewers ask, from live data', () => {
  type Group = {
    id: string
    answers: { id: string; question: string; says: string[]; href?: string }[]
  }

  const answers = async (): Promise<Record<string, string>> => {
    const { body, status } = await sam.client.get('/api/trust')
    expect(status).toBe(200)
    const groups: Group[] = body.groups
    return Object.fromEntries(
      groups.flatMap((group) => group.answers.map(({ id, says }) => [id, says.join(' ')])),
    )
  }

  it('is for owner and compliance, and names nobody', async () => {
    const { body, status } = await rosa.client.get('/api/trust')
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/Ana|Silva|Kim|Alvarez|Theo/)
    for (const { client } of [kim, ben, anaPortal])
      expect((await client.get('/api/trust')).status).toBe(403)
    expect((await clientOf(app).get('/api/trust')).status).toBe(401)
  })

  it('follows the records: factors, settings, the log, emergencies, keys, requests', async () => {
    const before = await answers()
    expect(before['factors']).toContain('0 of 5 members of staff have one. 5 do not.')
    expect(before['emergencies']).toContain('0 charts in the last 90 days')
    expect(before['log']).toContain('It was not checked yet.')
    expect(before['requests']).toBe('0 open, 0 overdue.')
    const past = new Date(Date.now() - 3_600_000).toISOString()
    await insert(app, 'auth-factors', {
      surface: 'staff',
      userId: kim.id,
      kind: 'passkey',
      confirmedAt: past,
    })
    // Begun and never shown: it does not count.
    await insert(app, 'auth-factors', { surface: 'staff', userId: ben.id, kind: 'code' })
    await insert(app, 'audit-verifications', {
      startedAt: past,
      result: 'altered',
      events: 1200,
      notices: 'The clock was moved back.',
    })
    await insert(app, 'break-glass-grants', {
      uniqueKey: 'trust|1',
      staff: rosa.id,
      patient: bob,
      status: 'ended',
      reasonCode: 'danger',
      startedAt: past,
      expiresAt: past,
      dueAt: past,
    })
    await addAmendment(app, ana, { dueOn: '2020-01-01' })
    await rosa.client.post('/api/globals/sign-in-settings', { staffIdleMinutes: 10 })
    const after = await answers()
    expect(after['factors']).toContain('1 of 5 members of staff have one. 4 do not.')
    expect(after['log']).toContain(
      '1,200 lines, and the log was altered. 1 notice to be explained.',
    )
    expect(after['emergencies']).toBe('1 chart in the last 90 days; 1 to be reviewed, 1 overdue.')
    expect(after['requests']).toBe('1 open, 1 overdue.')
    expect(after['sessions']).toContain('Staff: 10 idle minutes')
  })

  it('leads only to pages that are there', async () => {
    const { body } = await sam.client.get('/api/trust')
    const hrefs = (body.groups as Group[]).flatMap((group) =>
      group.answers.flatMap(({ href }) => (href ? [href] : [])),
    )
    const views = Object.values(app.config.admin.components?.views ?? {}).map(
      (view) => `/admin${(view as { path?: string }).path ?? ''}`,
    )
    const known = new Set([
      ...views,
      ...app.config.collections.map(({ slug }) => `/admin/collections/${slug}`),
      ...app.config.globals.map(({ slug }) => `/admin/globals/${slug}`),
      '/how-we-keep-it',
    ])
    expect(hrefs.length).toBeGreaterThan(8)
    expect(hrefs.filter((href) => !known.has(href))).toEqual([])
  })
})
