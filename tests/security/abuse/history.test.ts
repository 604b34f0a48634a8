import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addProgressNote,
  addPsychotherapyNote,
  type Cast,
  makeCast,
  secretWord,
} from '@/tests/support/cast'
import { assign, makePatient, read } from '@/tests/support/people'
import { insertSealed } from '@/tests/support/portal'
import { freezeAt, tuesday } from '@/tests/support/practice'

let app: TestApp
let cast: Cast
let psychotherapy: string

const website = ['pages', 'services', 'therapist-profiles', 'posts']

/** An assignment ends with its day: this is the morning after. */
const wednesday = '2026-04-15T16:40:00.000Z'

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  psychotherapy = await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
})

afterEach(() => freezeAt(tuesday))

afterAll(() => app.stop())

describe('versions', () => {
  it('T002 of notes do not exist, for the biller and for everybody else', async () => {
    const kept = app.config.collections.filter(({ versions }) => versions).map(({ slug }) => slug)
    expect(kept.sort()).toEqual([...website].sort())
    for (const [principal, client] of cast.callers) {
      for (const path of ['/versions', `/versions/${psychotherapy}`]) {
        const answer = await client.get(`/api/psychotherapy-notes${path}`)
        expect(answer.status, `${principal} ${path}`).toBe(404)
      }
      const restored = await client.post(`/api/psychotherapy-notes/versions/${psychotherapy}`)
      expect(restored.status, principal).toBe(404)
    }
    const graph = await cast.dana.client.graphql(
      '{ versionsPsychotherapyNotes { docs { version { text } } } }',
    )
    expect(graph.status).toBe(400)
  })

  it('T017 give a former clinician nothing: what they wrote goes with the chart', async () => {
    const patient = await makePatient(app, 'Dee', 'Moss')
    const assignment = await assign(app, cast.kim.id, patient)
    const note = await addProgressNote(app, { patient, author: cast.kim.id })
    await addProgressNote(app, {
      patient,
      author: cast.kim.id,
      more: { status: 'draft', isFinal: false },
    })
    expect((await cast.kim.client.get(`/api/progress-notes/${note}`)).status).toBe(200)
    const ended = await cast.ben.client.post(`/api/care-team-assignments/${assignment}/end`)
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    await assign(app, cast.theo.id, patient)
    freezeAt(wednesday)
    const list = `/api/progress-notes?where[patient][equals]=${patient}`
    for (const path of [list, `${list}&where[author][equals]=${cast.kim.id}`])
      expect((await cast.kim.client.get(path)).body.docs).toEqual([])
    for (const path of [`/${note}`, `/versions/${note}`, '/versions'])
      expect((await cast.kim.client.get(`/api/progress-notes${path}`)).status, path).toBe(404)
    expect((await cast.theo.client.get(list)).body.totalDocs).toBe(2)
  })

  it('T052 of public pages are not public', async () => {
    for (const [principal, client] of cast.callers) {
      if (['owner', 'director', 'marketing', 'compliance'].includes(principal)) continue
      for (const slug of website) {
        const answer = await client.get(`/api/${slug}/versions`)
        expect([401, 403], `${principal} ${slug}`).toContain(answer.status)
      }
      const graph = await client.graphql('{ versionsPages { totalDocs docs { id } } }')
      expect(graph.body.data?.versionsPages ?? null, principal).toBeNull()
    }
  })
})

describe('a chart after its care team changed', () => {
  it('T018 is shut to whoever left, from the next request after their last day', async () => {
    const patient = await makePatient(app, 'Eve', 'Reed')
    const assignment = await assign(app, cast.kim.id, patient)
    const paths = [`/api/patients/${patient}`, `/api/patients/${patient}/chart-summary`]
    for (const path of paths) expect((await cast.kim.client.get(path)).status, path).toBe(200)
    const ended = await cast.ben.client.post(`/api/care-team-assignments/${assignment}/end`)
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    freezeAt(wednesday)
    for (const path of paths) expect((await cast.kim.client.get(path)).status, path).toBe(404)
    const changed = await cast.kim.client.patch(`/api/patients/${patient}`, { city: 'Salem' })
    expect(changed.status).toBe(404)
    expect((await read(app, 'patients', patient))['city'] ?? null).toBeNull()
  })

  it('T015 has no bin: what was entered in error is marked, in scope and shut to others', async () => {
    for (const { slug, trash } of app.config.collections) expect(trash, slug).toBeFalsy()
    const voided = await insertSealed(app, 'psychotherapy-notes', {
      data: { patient: cast.ana, author: cast.kim.id, status: 'voided' },
      texts: { text: secretWord },
    })
    for (const [principal, client] of cast.callers) {
      if (principal === 'clinician') continue
      const answer = await client.get('/api/psychotherapy-notes?trash=true')
      expect(JSON.stringify(answer.body), principal).not.toContain(voided)
      const filtered = await client.get('/api/patients?trash=true&where[deletedAt][exists]=true')
      expect([400, 401, 403], principal).toContain(filtered.status)
    }
    const deleted = await cast.rosa.client.delete(`/api/patients/${cast.ana}`)
    expect([403, 422]).toContain(deleted.status)
    expect((await read(app, 'patients', cast.ana))['id']).toBe(cast.ana)
  })
})

describe('drafts', () => {
  const draftPage = async (title: string): Promise<string> => {
    const body = { title, layout: [], _status: 'draft' }
    const answer = await cast.mo.client.post('/api/pages?draft=true', body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id
  }

  it('T014 of notes and pages are not read by asking for drafts', async () => {
    const note = await insertSealed(app, 'progress-notes', {
      data: {
        uniqueKey: 'draft of T014',
        patient: cast.ana,
        author: cast.kim.id,
        kind: 'session',
        format: 'DAP',
        status: 'draft',
        isFinal: false,
        isShared: true,
        serviceDate: '2026-04-13',
      },
      texts: { reported: secretWord },
    })
    const page = await draftPage(`${secretWord} draft`)
    const asked = [
      '',
      '?draft=true',
      '?draft=true&depth=2',
      '?where[status][equals]=draft&draft=true',
    ]
    for (const client of [cast.portal.client, cast.anonymous, cast.dana.client])
      for (const way of asked) {
        const notes = await client.get(`/api/progress-notes${way}`)
        expect(JSON.stringify(notes.body), way).not.toContain(secretWord)
        expect([401, 403, 404]).toContain(
          (await client.get(`/api/progress-notes/${note}${way}`)).status,
        )
      }
    for (const client of [cast.portal.client, cast.anonymous, cast.kim.client])
      for (const way of ['', '?draft=true', '?where[_status][equals]=draft&draft=true']) {
        expect(JSON.stringify((await client.get(`/api/pages${way}`)).body)).not.toContain(
          secretWord,
        )
        expect((await client.get(`/api/pages/${page}${way}`)).status, way).toBe(404)
      }
  })

  it('T051 are no pages for strangers, by list, id, address of the page or GraphQL', async () => {
    const title = `${secretWord} unpublished`
    const page = await draftPage(title)
    const { slug } = (await cast.mo.client.get(`/api/pages/${page}?draft=true`)).body
    const asked = [
      '/api/pages?limit=100',
      `/api/pages?where[slug][equals]=${slug}`,
      `/api/pages?where[title][like]=unpublished`,
      '/api/pages?where[_status][not_equals]=published',
      '/api/pages/count?where[_status][equals]=draft',
    ]
    for (const path of asked) {
      const answer = await cast.anonymous.get(path)
      expect(answer.status, path).toBe(200)
      expect(answer.body.totalDocs, path).toBe(0)
    }
    expect((await cast.anonymous.get(`/api/pages/${page}`)).status).toBe(404)
    const graph = await cast.anonymous.graphql(
      `{ Pages { docs { title } } Page(id: "${page}") { title } }`,
    )
    expect(JSON.stringify(graph.body)).not.toContain(secretWord)
  })
})
