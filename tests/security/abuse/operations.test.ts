import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '@/hooks/audit/verify'
import { closeAuditChain } from '@/hooks/audit/writer'
import { reviewAccesses } from '@/src/jobs/reviewAccesses'
import { clock } from '@/src/lib/clock'
import { destroyKeys } from '@/src/lib/keys'
import { makeApiClient } from '@/tests/support/apiClients'
import { thief } from '@/tests/support/auditLog'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addProgressNote,
  addPsychotherapyNote,
  type Cast,
  makeCast,
  secretWord,
} from '@/tests/support/cast'
import { clientOf, signIn, testPassword } from '@/tests/support/client'
import { dumpDatabase } from '@/tests/support/dumpDatabase'
import { assign, makePatient, makeProxy, makeStaff, read } from '@/tests/support/people'
import { insertSealed } from '@/tests/support/portal'
import { freezeAt, rowsOf, tuesday } from '@/tests/support/practice'

let app: TestApp
let cast: Cast

const realWall = clock.wall

const atWall = async <T>(moveMs: number, work: () => Promise<T>): Promise<T> => {
  clock.wall = () => new Date(realWall().getTime() + moveMs)
  try {
    return await work()
  } finally {
    clock.wall = realWall
  }
}

const hourMs = 3_600_000

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
})

afterAll(() => app.stop())

describe('the access log', () => {
  it('T036 brings up who looked at the chart of somebody they know, and tells the patient', async () => {
    const namesake = await makePatient(app, 'Ida', 'Imani')
    await assign(app, cast.theo.id, namesake)
    const plan = await insertSealed(app, 'treatment-plans', {
      data: {
        patient: namesake,
        planKey: 'k',
        version: 1,
        status: 'active',
        isShared: false,
        uniqueKey: 'namesake',
      },
      texts: { strengths: 'x' },
    })
    expect((await cast.kim.client.get(`/api/treatment-plans/${plan}`)).status).toBe(404)
    expect((await cast.imani.client.get(`/api/treatment-plans/${plan}`)).status).toBe(200)
    await atWall(7 * 24 * hourMs, () => reviewAccesses(app.payload))
    const lines = await cast.sam.client.get(
      `/api/access-review-lines?where[patient][equals]=${namesake}`,
    )
    expect(lines.body.docs).toMatchObject([{ staff: cast.imani.id, areas: 'treatment plans' }])
    const tasks = await rowsOf(app, 'tasks', { kind: 'access-review' })
    expect(tasks).toMatchObject([{ assignedRole: 'compliance', status: 'open' }])
    const bobPlan = await insertSealed(app, 'treatment-plans', {
      data: {
        patient: cast.bob,
        planKey: 'b',
        version: 1,
        status: 'active',
        isShared: false,
        uniqueKey: 'bob',
      },
      texts: { strengths: 'x' },
    })
    await cast.imani.client.get(`/api/treatment-plans/${bobPlan}`)
    const seen = await cast.bobPortal.client.get(`/api/patients/${cast.bob}/who-saw`)
    expect([seen.status, JSON.stringify(seen.body).includes('Imani')]).toEqual([200, true])
  })

  it('T087 names the first line that was changed or removed, whoever did it', async () => {
    await cast.kim.client.get(`/api/patients/${cast.ana}`)
    await closeAuditChain(app.payload)
    expect((await verifyLog(app.payload)).problems).toEqual([])
    const events = await rowsOf(app, 'audit-events', { actorId: cast.kim.id })
    const [event] = events
    const id = String(event?.id)
    for (const [principal, client] of cast.callers)
      for (const path of [`/api/audit-events/${id}`, '/api/audit-events?where[id][exists]=true']) {
        expect(
          (await client.patch(path, { action: 'none' })).status,
          principal,
        ).toBeGreaterThanOrEqual(400)
        expect((await client.delete(path)).status, principal).toBeGreaterThanOrEqual(400)
      }
    expect(await read(app, 'audit-events', id)).toEqual(event)
    if (app.database === 'sqlite')
      await expect(
        app.payload.db.updateOne({ collection: 'audit-events', id, data: { action: 'none' } }),
      ).rejects.toThrow()
    await closeAuditChain(app.payload)
    const hand = thief(app)
    await hand.breakGuards()
    await hand.change('audit-events', id, { action: 'none' })
    const changed = (await verifyLog(app.payload)).problems
    expect(changed).toMatchObject([{ kind: 'changed', eventId: id, seq: event?.['seq'] }])
    await hand.change('audit-events', id, { action: String(event?.['action']) })
    expect((await verifyLog(app.payload)).problems).toEqual([])
    await hand.remove('audit-events', id)
    const removed = (await verifyLog(app.payload)).problems
    expect(removed).toMatchObject([{ kind: 'removed', seq: event?.['seq'] }])
  })

  it('T121 goes on in order when the clock is set back, and no session lives longer by the practice’s clock', async () => {
    await closeAuditChain(app.payload)
    const known = new Set((await rowsOf(app, 'audit-events')).map(({ id }) => id))
    await cast.kim.client.get(`/api/patients/${cast.ana}`)
    await atWall(-2 * hourMs, () => cast.kim.client.get(`/api/patients/${cast.ana}`))
    await cast.kim.client.get(`/api/patients/${cast.ana}`)
    const added = (await rowsOf(app, 'audit-events'))
      .filter(({ id }) => !known.has(id))
      .sort((left, right) => Number(left['seq']) - Number(right['seq']))
    const chains = new Set(added.map(({ chainId }) => chainId))
    for (const chain of chains) {
      const own = added.filter(({ chainId }) => chainId === chain).map(({ seq }) => Number(seq))
      expect(own).toEqual(own.map((_, index) => (own[0] ?? 0) + index))
    }
    const problems = (await verifyLog(app.payload)).problems
    expect(problems.filter(({ chainId }) => chains.has(chainId))).toEqual([])
    const ulla = await makeStaff(app, 'Ulla', ['clinician'])
    const [session] = await rowsOf(app, 'auth-sessions', { userId: ulla.id })
    const absoluteExpiresAt = new Date(realWall().getTime() - 1000).toISOString()
    await app.payload.db.updateOne({
      collection: 'auth-sessions',
      id: String(session?.id),
      data: { absoluteExpiresAt },
    })
    freezeAt('2020-01-01T00:00:00.000Z')
    expect((await ulla.client.get('/api/patients')).status).toBe(401)
    freezeAt(tuesday)
  })
})

describe('who left', () => {
  it('T115 has no session, no link and no key any more', async () => {
    const noa = await makeStaff(app, 'Noa', ['clinician', 'owner'])
    const second = await signIn(app, noa.email)
    const software = await makeApiClient(app, { owner: noa.id, scopes: 'patients:read' })
    expect((await software.client.get('/api/patients')).status).toBe(200)
    const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
    const row = await issueToken(app.payload, {
      purpose: 'reset',
      surface: 'staff',
      userId: noa.id,
    })
    const token = (await linkFor(app.payload, row)).split('#')[1]
    const left = await cast.rosa.client.post(`/api/staff/${noa.id}/deactivate`)
    expect(left.status, JSON.stringify(left.body)).toBe(200)
    for (const client of [noa.client, second]) {
      expect((await client.get('/api/patients')).status).toBe(401)
      expect(
        (await client.graphql('{ Patients { totalDocs } }')).body.data?.Patients ?? null,
      ).toBeNull()
      expect((await client.get('/api/documents/file/x.pdf')).status).toBe(401)
    }
    expect((await software.client.get('/api/patients')).status).toBe(401)
    const anybody = clientOf(app)
    const accept = { token, password: 'nine slow barges under fog' }
    expect((await anybody.post('/api/auth/staff/accept', accept)).status).toBe(400)
    const login = { email: noa.email, password: testPassword }
    expect((await anybody.post('/api/auth/staff/login', login)).status).toBe(401)
    expect((await cast.rosa.client.get('/api/patients')).status).toBe(200)
  })
})

describe('what should be gone, and what should not', () => {
  it('T122 is gone with the keys of a patient: texts, files and every copy of them', async () => {
    const patient = await makePatient(app, 'Fay', 'Gone')
    await assign(app, cast.kim.id, patient)
    const note = await addProgressNote(app, { patient, author: cast.kim.id })
    const own = await addPsychotherapyNote(app, { patient, author: cast.kim.id })
    const kept = await addProgressNote(app, { patient: cast.ana, author: cast.kim.id })
    expect((await cast.kim.client.get(`/api/progress-notes/${note}`)).body.reported).toContain(
      secretWord,
    )
    const form = new FormData()
    form.set('_payload', JSON.stringify({ patient, kind: 'other' }))
    const paper = `%PDF-1.7\n${secretWord}\nxref\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`
    form.set('file', new File([paper], 'x.pdf', { type: 'application/pdf' }))
    const filed = await cast.kim.client.raw('/api/documents', { method: 'POST', body: form })
    const file = `/api/documents/file/${filed.body.doc.filename}`
    expect((await cast.kim.client.get(file)).status).toBe(200)
    expect(await destroyKeys(app.payload, `patient:${patient}`)).toBeGreaterThan(1)
    expect((await cast.kim.client.get(`/api/progress-notes/${note}`)).body.reported).toBeNull()
    expect((await cast.kim.client.get(`/api/psychotherapy-notes/${own}`)).body.text).toBeNull()
    expect((await cast.kim.client.get(`/api/progress-notes/${kept}`)).body.reported).toContain(
      secretWord,
    )
    expect((await cast.kim.client.get(file)).status).toBe(409)
    const found = await cast.kim.client.post('/api/progress-notes/find-words', {
      words: secretWord,
    })
    expect(JSON.stringify(found.body)).not.toContain('Fay')
    const dump = await dumpDatabase(process.env['DATABASE_URL'] ?? '')
    for (const [table, rows] of Object.entries(dump))
      for (const row of rows) expect(row.includes(secretWord), table).toBe(false)
    const lines = Object.entries(dump).find(([table]) => /^data.keys$/.test(table))?.[1] ?? []
    expect(lines.some((row) => row.includes(patient) && /wrapped":"[^"]{20,}/.test(row))).toBe(
      false,
    )
  })

  it('T120 comes back from an encrypted backup that nobody can have altered', async () => {
    const { makeBackup } = await import('@/src/lib/backup/backUp')
    const { restoreBackup } = await import('@/src/lib/backup/restore')
    const folder = process.env['TEST_FOLDER'] ?? ''
    const passphrase = 'five small boats at anchor'
    const file = join(folder, 'ransom.backup')
    await makeBackup({
      place: {
        databaseUrl: process.env['DATABASE_URL'] ?? '',
        uploadDir: process.env['UPLOAD_DIR'] ?? '',
        keyDir: process.env['KEY_DIR'] ?? '',
      },
      file,
      passphrase,
      withKeys: true,
      now: new Date('2026-11-24T09:40:00Z'),
      release: '0.1.0',
    })
    const bytes = readFileSync(file)
    for (const word of [secretWord, 'Silva', 'ana@example.test'])
      expect(bytes.includes(word), word).toBe(false)
    const place = (name: string) => ({
      databaseUrl:
        app.database === 'mongo'
          ? (process.env['DATABASE_URL'] ?? '').replace(/\/(t\w+)\?/, `/$1${name}?`)
          : `file:${join(folder, name, 'clinic.db')}`,
      uploadDir: join(folder, name, 'files'),
      keyDir: join(folder, name, 'keys'),
    })
    const restore = (from: string, name: string, words = passphrase) =>
      restoreBackup({
        file: from,
        place: place(name),
        passphrase: words,
        mayReplace: false,
        withKeys: true,
        knownMigrations: [],
      })
    const altered = join(folder, 'altered.backup')
    const changed = Buffer.from(bytes)
    changed[Math.floor(changed.length / 2)] = (changed[Math.floor(changed.length / 2)] ?? 0) ^ 1
    writeFileSync(altered, changed)
    await expect(restore(altered, 'fromAltered')).rejects.toThrow()
    await expect(restore(file, 'wrongWords', 'six small boats at anchor')).rejects.toThrow()
    await restore(file, 'afterwards')
    const before = await dumpDatabase(process.env['DATABASE_URL'] ?? '')
    const after = await dumpDatabase(place('afterwards').databaseUrl)
    for (const table of Object.keys(before).filter((each) =>
      /^(patients|progress.notes|staff)$/.test(each),
    ))
      expect(after[table], table).toEqual(before[table])
  })

  it('T123 is never made of two people: records are not merged, and who acts for one sees one', async () => {
    const twin = await makePatient(app, 'Ana', 'Silva', { dateOfBirth: '1988-02-14' })
    await assign(app, cast.kim.id, twin)
    const note = await addProgressNote(app, {
      patient: twin,
      author: cast.kim.id,
      more: { isShared: true, isOpenToProxies: true },
    })
    const proxy = await makeProxy(app, {
      patient: cast.ana,
      email: 'mother@example.test',
      name: 'Mira',
      basis: 'parent',
    })
    const { allActions } = await import('@/hooks/actions/registry')
    expect(allActions().filter(({ name }) => /merge|join|combine/.test(name))).toEqual([])
    for (const client of [cast.rosa.client, cast.ben.client, cast.kim.client]) {
      expect((await client.post(`/api/patients/${twin}/merge`, { into: cast.ana })).status).toBe(
        404,
      )
      await client.patch(`/api/progress-notes/${note}`, { patient: cast.ana })
      await client.patch(`/api/proxies/${proxy.proxy}`, { patient: twin })
    }
    expect((await read(app, 'progress-notes', note))['patient']).toBe(twin)
    expect((await read(app, 'proxies', proxy.proxy))['patient']).toBe(cast.ana)
    for (const path of [`/api/progress-notes/${note}`, `/api/patients/${twin}`])
      expect([401, 403, 404]).toContain((await proxy.client.get(path)).status)
  })
})
