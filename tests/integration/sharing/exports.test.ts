import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExports } from '@/collections/records/sharing/exports/buildExport'
import { contentSpecs } from '@/collections/records/sharing/exports/content/contentSpecs'
import { env } from '@/src/lib/env'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addDiagnosis, type Chart, makeChart } from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { textsOfPdf } from '@/tests/support/pdf'
import { makeStaff, type Person, read } from '@/tests/support/people'
import { done, made } from '@/tests/support/plans'
import { rowsOf } from '@/tests/support/practice'
import { addRelease, setPart2Program, toDrLee } from '@/tests/support/sharing'

const secret = 'The gulls were a dream of hers.'

let app: TestApp
let chart: Chart
let sam: Person
let note: string

const sentence = ({ body }: { body: { errors?: { message: string }[] } }): string =>
  (body.errors ?? []).map(({ message }) => message).join(' ')

const prepare = (person: Person, more: Record<string, unknown>) =>
  person.client.post('/api/disclosures/prepare', more)

const exportOf = async (disclosure: string): Promise<string> => {
  const [row] = await rowsOf(app, 'chart-exports', { disclosure })
  return String(row?.['id'])
}

const fileOf = async (person: Person, id: string) => {
  const { origin } = new URL('http://localhost:3000')
  const { handleEndpoints } = await import('payload')
  const response = await handleEndpoints({
    config: app.config,
    request: new Request(`${origin}/api/chart-exports/${id}/file`, {
      method: 'POST',
      headers: { host: 'localhost:3000', cookie: person.client.cookie },
    }),
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

const label = (person: Person, slug: string, id: string, verb = 'label') =>
  person.client.post(`/api/part2-labels/${verb}`, {
    patient: chart.ana,
    collectionSlug: slug,
    recordId: id,
    reason: 'It is about the program.',
    _password: 'harbour light above the bay',
  })

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
  await setPart2Program(app, 'part')
  await addDiagnosis(app, chart.ana)
  note = await notesOf(app, () => chart).draft({ by: chart.leo, patient: chart.ana })
  await done(chart.leo, notePath(note, 'sign'))
  await done(chart.kim, notePath(note, 'cosign'))
  const { id: addendum } = await made(chart.leo, 'addenda', {
    note,
    text: 'She called afterwards.',
  })
  await done(chart.leo, `/api/addenda/${addendum}/sign`)
  await done(chart.kim, `/api/addenda/${addendum}/cosign`)
  await chart.kim.client.post('/api/psychotherapy-notes', { patient: chart.ana, text: secret })
})

afterAll(() => app.stop())

const whole = 'identity visits intake diagnoses plans notes measures safety consents files'

describe('R61 records that leave a chart', () => {
  it('ask who they are for and why, and for a range that is one', async () => {
    const release = await addRelease(app, chart.ana)
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ recipientName: '' }, /Who is this for/],
      [{ recipientKind: '' }, /Who is this for/],
      [{ purposeCode: '' }, /Why does it go there/],
      [{ basis: '' }, /On what ground|on what ground/],
      [{ classes: '' }, /at least one part/],
      [{ classes: 'psychotherapy-notes' }, /R57/],
      [{ recordsFrom: '2026-04-10', recordsTo: '2026-04-01' }, /before the first/],
      [{ format: 'doc' }, /PDF or ZIP/],
    ]
    for (const [more, words] of cases) {
      const answer = await prepare(sam, toDrLee(chart.ana, release, more))
      expect(answer.status, JSON.stringify(more)).toBe(400)
      expect(sentence(answer)).toMatch(words)
    }
    expect(await rowsOf(app, 'disclosures', {})).toEqual([])
  })

  it('stay inside the release: its patient, recipient, parts and days', async () => {
    const release = await addRelease(app, chart.ana, {
      recordsFrom: '2026-01-01',
      recordsTo: '2026-06-30',
    })
    const range = { recordsFrom: '2026-02-01', recordsTo: '2026-03-01' }
    const others = await addRelease(app, chart.bob)
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ release: '' }, /No release on file for Dr Lee/],
      [{ release: others }, /No release on file/],
      [{ recipientName: 'Dr Moss' }, /is for Dr Lee, not for Dr Moss/],
      [{ classes: 'plans notes' }, /does not cover progress notes/],
      [{ recordsFrom: '2025-12-01' }, /from Jan 1, 2026 on/],
      [{ recordsTo: '2026-12-01' }, /up to Jun 30, 2026/],
      [{ basis: 'treatment', recipientKind: 'lawyer' }, /another provider/],
      [{ basis: 'individual' }, /own copy/],
    ]
    for (const [more, words] of cases) {
      const answer = await prepare(chart.kim, toDrLee(chart.ana, release, { ...range, ...more }))
      expect(answer.status, JSON.stringify(more)).toBe(422)
      expect(answer.body.errors[0].rule).toBe('R61')
      expect(sentence(answer)).toMatch(words)
    }
    const good = await prepare(chart.kim, toDrLee(chart.ana, release, range))
    expect(good.status, JSON.stringify(good.body)).toBe(201)
    expect((await prepare(chart.theo, toDrLee(chart.ana, release, range))).status).toBe(404)
    expect((await prepare(chart.rosa, toDrLee(chart.ana, release, range))).status).toBe(403)
    expect((await prepare(chart.leo, toDrLee(chart.ana, release, range))).status).toBe(403)
  })

  it('are a PDF with addenda and signers in order, without psychotherapy notes, taken once', async () => {
    const asked = await prepare(sam, {
      ...toDrLee(chart.ana, ''),
      basis: 'treatment',
      classes: whole,
    })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const id = await exportOf(asked.body.id)
    const early = await fileOf(sam, id)
    expect(early.status).toBe(409)
    const tooSoon = await sam.client.post(`/api/disclosures/${asked.body.id}/send`, {
      method: 'fax',
      verifiedBy: 'knownAddress',
    })
    expect(tooSoon.status).toBe(409)
    const built = await sam.client.post(`/api/chart-exports/${id}/build`)
    expect(built.body.status, JSON.stringify(built.body)).toBe('ready')
    expect(built.body.done).toBe(built.body.total)
    // On the disk there is nothing to read.
    const folder = join(env.UPLOAD_DIR, 'exports')
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    expect(kept.join('')).not.toContain('%PDF')
    expect((await fileOf(chart.theo, id)).status).toBe(404)
    expect((await fileOf(chart.rosa, id)).status).toBe(404)
    expect((await fileOf(chart.portal, id)).status).toBe(404)
    const file = await fileOf(sam, id)
    expect(file.status).toBe(200)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const words = textsOfPdf(file.bytes)
    expect(words).toContain('Progress note')
    expect(words).toContain('She called afterwards.')
    expect(words.indexOf('Signed by Leo Marsh')).toBeGreaterThan(-1)
    expect(words.indexOf('Co-signed by Kim Park')).toBeGreaterThan(
      words.indexOf('Signed by Leo Marsh'),
    )
    expect(words.indexOf('She called afterwards.')).toBeGreaterThan(
      words.indexOf('Co-signed by Kim Park'),
    )
    expect(words).not.toContain('gulls')
    expect(words).not.toContain('Bob Reyes')
    expect(Buffer.from(file.bytes).toString('latin1')).toContain('/MarkInfo')
    expect((await fileOf(sam, id)).status).toBe(409)
    expect(existsSync(join(folder, `${id}.sealed`))).toBe(false)
    const events = await rowsOf(app, 'audit-events', {
      collectionSlug: 'chart-exports',
      action: 'export',
    })
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).toContain(chart.ana)
  })

  it('are a ZIP with the PDF and the data, and expire', async () => {
    const asked = await prepare(sam, {
      ...toDrLee(chart.ana, ''),
      basis: 'treatment',
      classes: whole,
      format: 'zip',
    })
    expect(await buildExports(app.payload)).toBeGreaterThan(0)
    const id = await exportOf(asked.body.id)
    const file = await fileOf(sam, id)
    expect(file.headers.get('content-type')).toBe('application/zip')
    const entries = unzipSync(file.bytes)
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(['records.pdf', 'records.json']))
    const json = strFromU8(entries['records.json'] ?? new Uint8Array())
    const data = JSON.parse(json)
    expect(data.records['notes/progress-notes']).toHaveLength(1)
    expect(data.records['notes/addenda'][0].text).toBe('She called afterwards.')
    for (const word of ['gulls', 'Reyes', 'sealed', 'recordUid', 'passwordHash', 'returnComment'])
      expect(json).not.toContain(word)
    const late = await prepare(sam, { ...toDrLee(chart.ana, ''), basis: 'treatment' })
    const other = await exportOf(late.body.id)
    await sam.client.post(`/api/chart-exports/${other}/build`)
    await app.payload.db.updateOne({
      collection: 'chart-exports',
      where: { id: { equals: other } },
      data: { expiresAt: '2020-01-01T00:00:00.000Z' },
    })
    expect((await fileOf(sam, other)).status).toBe(409)
    await buildExports(app.payload)
    expect(await read(app, 'chart-exports', other)).toMatchObject({ status: 'expired' })
  })

  it('R57 are read from a list that knows no psychotherapy notes', () => {
    expect(contentSpecs.map(({ slug }) => slug)).not.toContain('psychotherapy-notes')
  })
})

describe('R64 Part 2 records', () => {
  it('are labelled, hand the label on, and lose it by compliance alone', async () => {
    const session = String((await read(app, 'progress-notes', note))['session'])
    expect((await label(chart.theo, 'sessions', session)).status).toBe(404)
    expect((await label(chart.ben, 'sessions', session)).status).toBe(403)
    const set = await label(chart.kim, 'sessions', session)
    expect(set.status, JSON.stringify(set.body)).toBe(201)
    expect(await read(app, 'progress-notes', note)).toMatchObject({ isPart2: true })
    for (const row of await rowsOf(app, 'addenda', { note })) expect(row['isPart2']).toBe(true)
    const later = await made(chart.leo, 'addenda', { note, text: 'And later.' })
    expect(await read(app, 'addenda', later.id)).toMatchObject({ isPart2: true })
    expect((await label(chart.kim, 'sessions', session, 'unlabel')).status).toBe(403)
    expect((await label(sam, 'sessions', session, 'unlabel')).status).toBe(201)
    expect(await read(app, 'progress-notes', note)).toMatchObject({ isPart2: false })
    expect((await label(chart.kim, 'sessions', session)).status).toBe(201)
    const forged = await chart.leo.client.patch(`/api/addenda/${later.id}`, { isPart2: false })
    expect(forged.status).toBeLessThan(500)
    expect(await read(app, 'addenda', later.id)).toMatchObject({ isPart2: true })
  })

  it('stay behind without a word, need a consent of their own, and travel with notice and copy', async () => {
    const release = await addRelease(app, chart.ana, { classes: 'notes plans' })
    const wish = toDrLee(chart.ana, release, { classes: 'notes' })
    const plain = await prepare(sam, wish)
    const quiet = await exportOf(plain.body.id)
    await sam.client.post(`/api/chart-exports/${quiet}/build`)
    const without = textsOfPdf((await fileOf(sam, quiet)).bytes)
    expect(without).not.toContain('She called afterwards.')
    expect(without).not.toMatch(/part 2/i)
    const blocked = await prepare(sam, { ...wish, includePart2: true })
    expect(blocked.status).toBe(422)
    expect(blocked.body.errors[0]).toMatchObject({ rule: 'R64' })
    expect(sentence(blocked)).toContain('No Part 2 consent')
    const consent = await addRelease(app, chart.ana, { kind: 'part2', classes: 'notes' })
    const allowed = await prepare(sam, { ...wish, includePart2: true })
    expect(allowed.status, JSON.stringify(allowed.body)).toBe(201)
    const id = await exportOf(allowed.body.id)
    await sam.client.post(`/api/chart-exports/${id}/build`)
    const words = textsOfPdf((await fileOf(sam, id)).bytes)
    expect(words).toContain('She called afterwards.')
    expect(words).toContain('42 CFR part 2 prohibits unauthorized use or disclosure')
    expect(words).toContain('Copy of the consent')
    // The consent ends: what waits under it does too.
    await chart.portal.client.post(`/api/releases/${consent}/revoke`, {})
    expect(await read(app, 'disclosures', allowed.body.id)).toMatchObject({ status: 'cancelled' })
    const legal = await prepare(sam, {
      ...wish,
      basis: 'courtOrder',
      release: '',
      recipientKind: 'court',
      purpose: 'Ordered.',
      includePart2: true,
    })
    expect(legal.status).toBe(422)
    expect(sentence(legal)).toContain('subpart E')
  })

  it('are refused as a label in a practice that is no program', async () => {
    await setPart2Program(app, 'none')
    const answer = await label(chart.kim, 'patients', chart.ana)
    expect(answer.status).toBe(409)
    expect(sentence(answer)).toContain('no program under 42 CFR part 2')
  })
})
