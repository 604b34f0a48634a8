import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Cast, makeCast, secretWord } from '@/tests/support/cast'
import { addDiagnosis, freshPasswords, wholeNote } from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { read } from '@/tests/support/people'
import { race, rowsOf, statuses, tuesday } from '@/tests/support/practice'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  await addDiagnosis(app, cast.ana)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

const notes = () => notesOf(app, () => cast)

describe('a note', () => {
  it('T069 is dated by the server, not by who writes it', async () => {
    const session = await notes().newSession({ hoursAgo: 1 })
    const back = '2020-01-01T00:00:00.000Z'
    const dates = {
      createdAt: back,
      updatedAt: back,
      signedAt: back,
      serviceDate: '2020-01-01',
      startedAt: back,
      isLateEntry: false,
      sharedAt: back,
    }
    const made = await cast.kim.client.post('/api/progress-notes', {
      session,
      ...wholeNote,
      ...dates,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    await cast.kim.client.patch(notePath(id), dates)
    const signed = await cast.kim.client.post(notePath(id, 'sign'), { signedAt: back })
    expect(signed.status, JSON.stringify(signed.body)).toBe(200)
    const stored = await read(app, 'progress-notes', id)
    for (const [name, value] of Object.entries(dates))
      if (name !== 'isLateEntry') expect(stored[name], name).not.toBe(value)
    expect(stored['serviceDate']).toBe('2026-04-14')
    expect(new Date(String(stored['signedAt'])).toISOString()).toBe(tuesday)
    const late = await notes().draft({ hoursAgo: 24 * 10 })
    await cast.kim.client.patch(notePath(late), { isLateEntry: false })
    expect(
      (await cast.kim.client.post(notePath(late, 'sign'), { isLateEntry: false })).status,
    ).toBe(200)
    expect((await read(app, 'progress-notes', late))['isLateEntry']).toBe(true)
  })

  it('T070 is written by who is signed in, whoever is named', async () => {
    const session = await notes().newSession()
    const forged = { author: cast.leo.id, signedBy: cast.leo.id, signerName: 'Leo Marsh' }
    const made = await cast.kim.client.post('/api/progress-notes', {
      session,
      ...wholeNote,
      ...forged,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const own = await cast.kim.client.post('/api/psychotherapy-notes', {
      patient: cast.ana,
      text: secretWord,
      author: cast.leo.id,
    })
    for (const [slug, id] of [
      ['progress-notes', made.body.doc.id],
      ['psychotherapy-notes', own.body.doc.id],
    ] as const)
      expect((await read(app, slug, id))['author'], slug).toBe(cast.kim.id)
    const others = await notes().draft({ by: cast.leo })
    const answer = await cast.kim.client.post(notePath(others, 'sign'))
    expect([403, 409, 422]).toContain(answer.status)
    const stored = await read(app, 'progress-notes', others)
    expect([stored['author'], stored['signedBy'] ?? null]).toEqual([cast.leo.id, null])
  })

  it('T072 that is signed stands still, whatever way is tried', async () => {
    const id = await notes().signed()
    const before = await read(app, 'progress-notes', id)
    const change = {
      reported: 'Rewritten',
      intervention: 'Rewritten',
      status: 'draft',
      isFinal: false,
    }
    const { client } = cast.kim
    const tries = [
      await client.patch(notePath(id), { reported: 'Rewritten' }),
      await client.patch(notePath(id), { ...change, rev: before['rev'] }),
      await client.patch(`${notePath(id)}?draft=true`, { ...change, _status: 'draft' }),
      await client.patch(`${notePath(id)}?autosave=true`, change),
      await client.patch(`/api/progress-notes?where[id][equals]=${id}`, change),
      await client.delete(notePath(id)),
      await client.delete(`/api/progress-notes?where[id][equals]=${id}`),
      await client.post(`/api/progress-notes/versions/${id}`),
      await client.post(`${notePath(id)}/duplicate`, change),
      await client.post(notePath(id, 'sign')),
      await client.raw(`${notePath(id)}?_method=PATCH`, {
        method: 'POST',
        headers: { 'x-http-method-override': 'PATCH', 'content-type': 'application/json' },
        body: JSON.stringify(change),
      }),
    ]
    for (const [index, { status }] of tries.entries())
      expect([400, 403, 404, 405, 409, 422], `try ${index}`).toContain(status)
    expect(tries[0]?.status).toBe(409)
    const mutations = [
      `updateProgressNote(id: "${id}", data: { reported: "Rewritten" }) { id }`,
      `deleteProgressNote(id: "${id}") { id }`,
      `signProgressNotes(id: "${id}")`,
    ]
    for (const mutation of mutations) {
      const answer = await client.graphql(`mutation { ${mutation} }`)
      expect(answer.body.errors?.length, mutation).toBeGreaterThan(0)
    }
    expect(await read(app, 'progress-notes', id)).toEqual(before)
    expect((await client.get(notePath(id))).body.reported).toBe(wholeNote.reported)
    const addendum = await client.post('/api/addenda', {
      note: id,
      kind: 'correction',
      text: 'It was Tuesday.',
    })
    expect(addendum.status, JSON.stringify(addendum.body)).toBe(201)
  })
})

describe('two at once', () => {
  it('T073 give one signature and one co-signature', async () => {
    const id = await notes().draft({ by: cast.leo })
    const signed = await race(cast.leo.client, notePath(id, 'sign'))
    expect(statuses(signed).filter((status) => status === 200)).toHaveLength(1)
    for (const { status } of signed) expect([200, 409]).toContain(status)
    const cosigned = await race(cast.kim.client, notePath(id, 'cosign'))
    expect(statuses(cosigned).filter((status) => status === 200)).toHaveLength(1)
    const stored = await read(app, 'progress-notes', id)
    expect([stored['signedBy'], stored['cosignedBy']]).toEqual([cast.leo.id, cast.kim.id])
    const done = { collectionSlug: 'progress-notes', outcome: 'done' }
    for (const action of ['sign', 'cosign']) {
      const events = await rowsOf(app, 'audit-events', { ...done, action })
      expect(
        events.filter(({ recordIds }) => String(recordIds).includes(id)),
        action,
      ).toHaveLength(1)
    }
  })

  it('T078 leave the first text in place: the second hears that it is late', async () => {
    const id = await notes().draft()
    const { rev } = await read(app, 'progress-notes', id)
    const answers = await Promise.all([
      cast.kim.client.patch(notePath(id), { reported: 'First version', rev }),
      cast.kim.client.patch(notePath(id), { reported: 'Second version', rev }),
    ])
    expect(statuses(answers)).toEqual([200, 409])
    const kept = answers[0]?.status === 200 ? 'First version' : 'Second version'
    expect((await cast.kim.client.get(notePath(id))).body.reported).toBe(kept)
    const late = await cast.kim.client.patch(`${notePath(id)}?autosave=true`, {
      reported: 'Late',
      rev,
    })
    expect(late.status).toBe(409)
    expect((await cast.kim.client.get(notePath(id))).body.reported).toBe(kept)
  })
})
