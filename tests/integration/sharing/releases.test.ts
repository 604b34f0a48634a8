import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endReleases } from '@/collections/records/sharing/releases/endReleases'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { insert, makeStaff, type Person, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { addRelease, toDrLee } from '@/tests/support/sharing'

let app: TestApp
let chart: Chart
let sam: Person

const wished = (more: Record<string, unknown> = {}) => ({
  patient: chart.ana,
  kind: 'general',
  recipientKind: 'provider',
  recipientName: 'Dr Lee',
  recipientAddress: 'Fax 541-555-0101',
  purposeCode: 'care',
  purpose: 'So that both know the plan.',
  classes: 'plans diagnoses',
  expiresOn: '2026-12-31',
  ...more,
})

const prepare = (person: Person, more: Record<string, unknown> = {}) =>
  person.client.post('/api/releases/prepare', wished(more))

const sentence = ({ body }: { body: { errors?: { message: string }[] } }): string =>
  (body.errors ?? []).map(({ message }) => message).join(' ')

const send = (more: Record<string, unknown> = {}) =>
  sam.client.post('/api/disclosures/prepare', more)

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
})

afterAll(() => app.stop())

const given = (more: Record<string, unknown> = {}) => ({
  recipientKind: 'provider',
  recipientName: 'Dr Lee',
  purposeCode: 'care',
  classes: 'plans diagnoses',
  expiresOn: '2026-12-31',
  signerName: 'Ana Silva',
  agree: true,
  ...more,
})

describe('R33 a release that the patient gives on the private page', () => {
  const give = (person: Person, more: Record<string, unknown> = {}) =>
    person.client.post('/api/releases/give', given(more))

  it('asks who, what, what for, until when, and for the signature', async () => {
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ recipientName: '' }, /who may get your records/],
      [{ recipientKind: 'patient' }, /what kind of person or place/],
      [{ purposeCode: '' }, /what it is for/],
      [{ classes: '' }, /at least one part/],
      [{ classes: 'plans psychotherapyNotes' }, /R57/],
      [{ expiresOn: '' }, /last day/],
      [{ expiresOn: '2026-04-13' }, /over already/],
      [{ recordsFrom: '2026-04-01', recordsTo: '2026-03-01' }, /before the first/],
      [{ signerName: '' }, /full name/],
      [{ agree: false }, /Tick the box/],
    ]
    for (const [more, words] of cases) {
      const answer = await give(chart.portal, more)
      expect(answer.status, JSON.stringify(more)).toBe(400)
      expect(sentence(answer)).toMatch(words)
    }
    for (const person of [chart.kim, sam, chart.ben]) expect((await give(person)).status).toBe(403)
  })

  it('is the own one, signed at once and never another form, whatever is sent along', async () => {
    const answer = await give(chart.portal, {
      patient: chart.bob,
      kind: 'part2',
      status: 'pending',
      recipientAddress: 'Fax 541-555-0101',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    const row = await read(app, 'releases', answer.body.id)
    expect(row).toMatchObject({
      patient: chart.ana,
      kind: 'general',
      status: 'active',
      signerKind: 'patient',
      signerName: 'Ana Silva',
    })
    expect(row['contentHash']).toMatch(/^[0-9a-f]{64}$/)
    const plan = toDrLee(chart.ana, answer.body.id)
    expect((await send(plan)).status).toBe(201)
    const taken = await chart.portal.client.post(`/api/releases/${answer.body.id}/revoke`)
    expect(taken.status).toBe(200)
    const after = await send(plan)
    expect([after.status, after.body.errors[0].rule]).toEqual([422, 'R65'])
  })
})

describe('a release', () => {
  it('asks who, what, why and until when, each in a sentence', async () => {
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ recipientName: '' }, /who gets the records/],
      [{ purposeCode: '' }, /what the records are for/],
      [{ classes: '' }, /at least one part/],
      [{ expiresOn: '' }, /last day/],
      [{ expiresOn: '2026-04-01' }, /over already/],
      [{ recordsFrom: '2026-04-01', recordsTo: '2026-03-01' }, /before the first/],
      [{ recordsFrom: '2026-02-30' }, /date that exists/],
      [{ classes: 'plans secrets' }, /no part of the record/],
    ]
    for (const [more, words] of cases) {
      const answer = await prepare(chart.kim, more)
      expect(answer.status, JSON.stringify(more)).toBe(400)
      expect(sentence(answer)).toMatch(words)
    }
    // Who is not there and who is out of reach are one and the same.
    expect((await prepare(chart.kim, { patient: crypto.randomUUID() })).status).toBe(404)
  })

  it('R57 of psychotherapy notes stands alone: no class can be added to it, and it is no class of another', async () => {
    const combined = await prepare(sam, { kind: 'psychotherapyNotes', classes: 'plans' })
    expect(combined.status).toBe(400)
    expect(sentence(combined)).toContain('nothing else')
    const hidden = await prepare(sam, { classes: 'plans psychotherapyNotes' })
    expect(hidden.status).toBe(400)
    expect(sentence(hidden)).toContain('R57')
    const list = await prepare(sam, { kind: ['general', 'psychotherapyNotes'] })
    expect(list.status).toBe(400)
    const alone = await prepare(sam, { kind: 'psychotherapyNotes', classes: '' })
    expect(alone.status, JSON.stringify(alone.body)).toBe(201)
    // Nothing of the record leaves under it.
    await app.payload.db.updateOne({
      collection: 'releases',
      where: { id: { equals: alone.body.id } },
      data: { status: 'active' },
    })
    const refused = await send(toDrLee(chart.ana, alone.body.id))
    expect(refused.status).toBe(422)
  })

  it('is signed by the patient on the private page, or entered from paper by who answers for it', async () => {
    const { body } = await prepare(chart.kim)
    const path = `/api/releases/${body.id}/sign`
    const signature = { signerName: 'Ana Silva', agree: true }
    expect((await chart.kim.client.post(path, signature)).status).toBe(403)
    expect((await chart.theo.client.post(path, signature)).status).toBe(404)
    expect((await chart.portal.client.post(path, { signerName: 'Ana', agree: false })).status).toBe(
      400,
    )
    expect((await chart.portal.client.post(path, { signerName: '', agree: true })).status).toBe(400)
    expect((await chart.portal.client.post(path, signature)).status).toBe(200)
    const row = await read(app, 'releases', body.id)
    expect(row).toMatchObject({ status: 'active', signerKind: 'patient', signerName: 'Ana Silva' })
    expect(String(row['contentHash'])).toMatch(/^[0-9a-f]{64}$/)
    expect((await chart.portal.client.post(path, signature)).status).toBe(409)
    const paper = await prepare(chart.ben)
    const entered = await sam.client.post(`/api/releases/${paper.body.id}/sign`, signature)
    expect(entered.status, JSON.stringify(entered.body)).toBe(200)
    expect(await read(app, 'releases', paper.body.id)).toMatchObject({ signerKind: 'paper' })
  })

  it('cannot be written at any other door, and shows no words in the database', async () => {
    const [row] = await rowsOf(app, 'releases', { status: 'active' })
    for (const answer of [
      await sam.client.patch(`/api/releases/${row?.['id']}`, { expiresOn: '2030-01-01' }),
      await sam.client.post('/api/releases', wished()),
      await chart.portal.client.patch(`/api/releases/${row?.['id']}`, { status: 'active' }),
      await sam.client.delete(`/api/releases/${row?.['id']}`),
    ])
      expect([403, 404, 405, 422]).toContain(answer.status)
    const raw = JSON.stringify(await rowsOf(app, 'releases', {}))
    expect(raw).not.toContain('both know the plan')
    expect(raw).not.toContain('541-555-0101')
  })
})

describe('R65 a release that ends', () => {
  it('cancels at once what waits to be sent, with its sentence, and nothing more leaves under it', async () => {
    const release = await addRelease(app, chart.ana)
    const queued = await send(toDrLee(chart.ana, release))
    expect(queued.status, JSON.stringify(queued.body)).toBe(201)
    const outside = await insert(app, 'outside-care', {
      uniqueKey: 'outside-test',
      patient: chart.ana,
      name: 'Dr Lee',
      release,
      status: 'active',
    })
    const revoked = await chart.portal.client.post(`/api/releases/${release}/revoke`, {})
    expect(revoked.status, JSON.stringify(revoked.body)).toBe(200)
    const row = await read(app, 'disclosures', queued.body.id)
    expect(row['status']).toBe('cancelled')
    expect(row['cancelReason']).toMatch(
      /The release for Dr Lee was taken back on .*: this was not sent\./,
    )
    const [file] = await rowsOf(app, 'chart-exports', { disclosure: queued.body.id })
    expect(file?.['status']).toBe('dropped')
    expect(await read(app, 'outside-care', outside)).toMatchObject({ status: 'ended' })
    const late = await sam.client.post(`/api/disclosures/${queued.body.id}/send`, {
      method: 'fax',
      verifiedBy: 'knownAddress',
    })
    expect(late.status).toBe(409)
    const again = await send(toDrLee(chart.ana, release))
    expect(again.status).toBe(422)
    expect(again.body.errors[0]).toMatchObject({ rule: 'R65' })
    expect(sentence(again)).toContain('taken back')
  })

  it('is asked again when something is sent, even before the job has seen that its day is over', async () => {
    const release = await addRelease(app, chart.ana, { expiresOn: '2026-12-31' })
    const queued = await send(toDrLee(chart.ana, release))
    const [file] = await rowsOf(app, 'chart-exports', { disclosure: queued.body.id })
    await sam.client.post(`/api/chart-exports/${file?.['id']}/build`)
    await app.payload.db.updateOne({
      collection: 'releases',
      where: { id: { equals: release } },
      data: { expiresOn: '2026-04-01' },
    })
    const taken = await sam.client.post(`/api/chart-exports/${file?.['id']}/file`)
    expect([taken.status, taken.body.errors?.[0].rule]).toEqual([422, 'R65'])
    const sent = await sam.client.post(`/api/disclosures/${queued.body.id}/send`, {
      method: 'fax',
      verifiedBy: 'knownAddress',
    })
    expect(sent.status).toBe(422)
    expect(sentence(sent)).toMatch(/ended on Apr 1, 2026/)
    expect(await endReleases(app.payload)).toBe(1)
    expect(await endReleases(app.payload)).toBe(0)
    expect(await read(app, 'releases', release)).toMatchObject({ status: 'expired' })
    const row = await read(app, 'disclosures', queued.body.id)
    expect(row['cancelReason']).toMatch(/ended on Apr 1, 2026: this was not sent/)
  })
})

describe('R33 somebody outside the practice', () => {
  it('joins the care team with a release in force that names them, or past the rule by compliance', async () => {
    const ask = (person: Person, more: Record<string, unknown>) =>
      person.client.post('/api/outside-care/add', { patient: chart.ana, name: 'Dr Lee', ...more })
    const without = await ask(chart.kim, {})
    expect(without.status).toBe(422)
    expect(sentence(without)).toContain('No release on file for Dr Lee.')
    const over = await addRelease(app, chart.ana, { status: 'revoked' })
    expect((await ask(chart.kim, { release: over })).status).toBe(422)
    const others = await addRelease(app, chart.bob)
    expect((await ask(chart.kim, { release: others })).status).toBe(422)
    const release = await addRelease(app, chart.ana)
    expect((await ask(chart.kim, { release, name: 'Dr Moss' })).status).toBe(422)
    expect((await ask(chart.kim, { release })).status).toBe(201)
    const past = await ask(sam, {
      name: 'Dr Moss',
      _override: [{ rule: 'R33', reason: 'Signed on paper today, entered tomorrow.' }],
    })
    expect(past.status, JSON.stringify(past.body)).toBe(201)
    const nobody = await ask(chart.kim, {
      name: 'Dr Moss',
      _override: [{ rule: 'R33', reason: 'I say so.' }],
    })
    expect(nobody.status).toBe(422)
  })
})
