import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeProxy,
  makeStaff,
  read,
} from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import { docsOf, insertSealed, type PortalDoor, portalDoor } from '@/tests/support/portal'
import { openHours, publishTexts, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let maya: string
let mother: PortalDoor & { id?: string }
let father: PortalDoor
let motherId: string
let fatherProxy: string

const visit = (patient: string, more: Record<string, unknown> = {}) =>
  insert(app, 'appointments', {
    uniqueKey: `visit|${Math.random()}`,
    patient,
    clinician: chart.kim.id,
    location: chart.location,
    startsAt: '2026-04-21T16:00:00.000Z',
    endsAt: '2026-04-21T16:50:00.000Z',
    minutes: 50,
    serviceDate: '2026-04-21',
    zone: 'America/Los_Angeles',
    format: 'inPerson',
    kind: 'individual',
    status: 'booked',
    ...more,
  })

const note = (patient: string, text: string, more: Record<string, unknown> = {}) =>
  insertSealed(app, 'progress-notes', {
    data: {
      uniqueKey: `note|${text}`,
      patient,
      author: chart.kim.id,
      kind: 'contact',
      format: 'DAP',
      serviceDate: '2026-04-07',
      status: 'signed',
      isFinal: true,
      isShared: true,
      isOpenToProxies: true,
      ...more,
    },
    texts: { focus: text },
  })

const child = { dateOfBirth: '2010-04-20', region: 'CA', parents: 'apart' }

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  maya = await makePatient(app, 'Maya', 'Lee', {
    ...child,
    chosenName: 'May',
    phone: '503-555-0100',
    addressLine1: '12 Secret Street',
  })
  await assign(app, chart.kim.id, maya)
  const hers = await makeProxy(app, {
    patient: maya,
    email: 'mother@example.test',
    name: 'Mira Lee',
    basis: 'custody',
  })
  motherId = hers.id
  mother = portalDoor(app, hers.client.cookie)
  const his = await makeProxy(app, {
    patient: maya,
    email: 'father@example.test',
    name: 'Finn Lee',
    basis: 'custody',
    mayBook: false,
    mayBilling: false,
    mayConsent: false,
  })
  fatherProxy = his.proxy
  father = portalDoor(app, his.client.cookie)
})

afterAll(() => app.stop())

const idsOf = async (door: PortalDoor, path: string): Promise<unknown[]> =>
  docsOf(await door('GET', path)).map(({ id }) => id)

const lastEvents = (where: Record<string, unknown>) =>
  rowsOf(app, 'audit-events', where) as Promise<Record<string, unknown>[]>

describe('PR-1 what somebody who acts for a patient reaches', () => {
  it('T030 shows the name of the child, and neither what she is called nor where she lives', async () => {
    const [row] = docsOf(await father('GET', '/patients'))
    expect(row).toMatchObject({ id: maya, firstName: 'Maya' })
    // The rest is care they may know nothing of, and how the patient came to it.
    for (const name of `chosenName displayName phone addressLine1 region email status primaryClinician location
      registeredOn recordNumber referralSource inquiry isSelfPay statementHold uniqueKey`.split(
      /\s+/,
    ))
      expect(row, name).not.toHaveProperty(name)
    const people = await father('GET', '/related-persons')
    expect([401, 403]).toContain(people.status)
    const own = docsOf(await father('GET', '/proxies'))
    expect(own.map(({ id }) => id)).toEqual([fatherProxy])
  })

  it('depends on the right that was ticked, each on its own', async () => {
    const own = await visit(maya)
    const statement = await insert(app, 'statements', {
      uniqueKey: `${maya}|s`,
      statementNumber: 'S1',
      patient: maya,
      status: 'issued',
      totalCents: 2000,
      paidCents: 0,
    })
    expect(await idsOf(mother, '/appointments')).toContain(own)
    expect(await idsOf(father, '/appointments')).toContain(own)
    expect(await idsOf(mother, '/statements')).toEqual([statement])
    expect(await idsOf(father, '/statements')).toEqual([])
    // MI-5: the balance counts care that she consented to alone.
    expect((await mother('GET', `/statements/balance?patient=${maya}`)).status).toBe(404)
    expect([401, 403]).toContain((await mother('GET', '/payments')).status)
    expect((await father('GET', `/statements/${statement}`)).status).toBe(404)
    expect((await father('POST', `/appointments/${own}/cancel`)).status).toBe(404)
    expect((await read(app, 'appointments', own))['status']).toBe('booked')
  })

  it('T030 shows the insurance, but not where its holder lives or when they were born', async () => {
    const policy = await insert(app, 'insurance-policies', {
      uniqueKey: `${maya}|policy`,
      patient: maya,
      payer: await insert(app, 'payers', { name: 'Aetna', payerId: '60054', isActive: true }),
      memberId: 'W1',
      priority: 'primary',
      relationship: 'child',
      subscriberFirstName: 'Finn',
      subscriberBirthDate: '1980-02-03',
      subscriberAddressLine1: '9 Hidden Lane',
      subscriberCity: 'Bend',
      status: 'active',
    })
    const seen = await mother('GET', `/insurance-policies/${policy}`)
    expect(seen.body).toMatchObject({ memberId: 'W1', subscriberFirstName: 'Finn' })
    for (const hidden of ['9 Hidden Lane', 'Bend', '1980-02-03'])
      expect(seen.text).not.toContain(hidden)
    const asked = await mother(
      'GET',
      '/insurance-policies?where[subscriberAddressLine1][like]=Hidden',
    )
    expect(asked.status).toBe(400)
    expect((await father('GET', `/insurance-policies/${policy}`)).status).toBe(404)
  })

  it('R11 tells a parent without the right to book so, in a sentence', async () => {
    const answer = await father('POST', '/appointments/book', {
      patient: maya,
      clinician: chart.kim.id,
      startsAt: '2026-04-23T16:00:00.000Z',
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: chart.location,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('You can see records but not book.')
    const booked = await rowsOf(app, 'appointments', { startsAt: '2026-04-23T16:00:00.000Z' })
    expect(booked).toEqual([])
  })

  it('R11 lets the other parent book usual visits in open hours, a day ahead and a few at a time', async () => {
    await openHours(app, chart.kim.id, chart.location)
    await insert(app, 'intake-assessments', { patient: maya, status: 'signed', isFinal: true })
    const book = (startsAt: string, more: Record<string, unknown> = {}) =>
      mother('POST', '/appointments/book', {
        patient: maya,
        clinician: chart.kim.id,
        startsAt,
        minutes: 50,
        kind: 'individual',
        format: 'inPerson',
        location: chart.location,
        ...more,
      })
    for (const [startsAt, sentence, more] of [
      ['2026-04-14T16:00', 'at least 24 hours', {}],
      ['2026-06-15T10:00', 'within the next 60 days', {}],
      ['2026-04-22T08:30', 'sees nobody at this time', {}],
      ['2026-04-22T16:30', 'sees nobody at this time', {}],
      ['2026-04-25T10:00', 'sees nobody at this time', {}],
      ['2026-04-22T10:00', 'Call the office for a first or a family visit', { kind: 'family' }],
    ] as const) {
      const answer = await book(startsAt, more)
      expect(answer.status, startsAt).toBe(422)
      expect(answer.text, startsAt).toContain(sentence)
    }
    const waiting = await rowsOf(app, 'appointments', { patient: maya, status: 'booked' })
    for (const day of ['22', '23', '24', '27'].slice(0, 4 - waiting.length)) {
      const answer = await book(`2026-04-${day}T10:00`)
      expect(answer.status, answer.text).toBe(201)
    }
    const fifth = await book('2026-04-28T10:00')
    expect([fifth.status, fifth.text]).toEqual([422, expect.stringContaining('Call the office')])
  })

  it('never reaches another patient, nor what only staff and patient see', async () => {
    const other = await visit(chart.ana)
    expect((await mother('GET', `/appointments/${other}`)).status).toBe(404)
    expect(await idsOf(mother, '/appointments')).not.toContain(other)
    for (const slug of ['psychotherapy-notes', 'risk-events', 'safety-plans', 'documents', 'tasks'])
      expect([401, 403], slug).toContain((await mother('GET', `/${slug}`)).status)
  })

  it('says in the log on whose behalf', async () => {
    await mother('GET', `/patients/${maya}`)
    const events = await lastEvents({ actorId: motherId, collectionSlug: 'patients' })
    expect(events.length).toBeGreaterThan(0)
    for (const event of events)
      expect(event).toMatchObject({ actorKind: 'proxy', actorRoles: 'proxy', onBehalfOf: maya })
  })
})

describe('R68 what a clinician hides from the portal', () => {
  it('is absent for parents everywhere, counts included, and still there for the patient', async () => {
    const patient = await makePortalUser(app, maya, 'maya@example.test')
    const maysDoor = portalDoor(app, patient.client.cookie)
    const shown = await note(maya, 'A good week at school.')
    const hidden = await note(maya, 'What happens at home.')
    const before = (await father('GET', '/progress-notes')).body as { totalDocs: number }
    expect(before.totalDocs).toBe(2)
    const answer = await chart.kim.client.post(`/api/progress-notes/${hidden}/hide`, {
      from: 'proxies',
      reason: 'Her father is violent.',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const list = await father('GET', '/progress-notes')
    expect((list.body as { totalDocs: number }).totalDocs).toBe(1)
    expect(await idsOf(father, '/progress-notes')).toEqual([shown])
    expect((await father('GET', '/progress-notes/count')).body).toMatchObject({ totalDocs: 1 })
    expect((await father('GET', `/progress-notes/${hidden}`)).status).toBe(404)
    expect(list.text).not.toContain('What happens')
    expect((await idsOf(maysDoor, '/progress-notes')).sort()).toEqual([shown, hidden].sort())
    expect((await maysDoor('GET', `/progress-notes/${hidden}`)).text).not.toContain('violent')
    const all = await chart.kim.client.post(`/api/progress-notes/${hidden}/hide`, {
      from: 'everybody',
      reason: 'She is not safe.',
    })
    expect(all.status).toBe(200)
    expect(await idsOf(maysDoor, '/progress-notes')).toEqual([shown])
    const again = await chart.kim.client.post(`/api/progress-notes/${hidden}/share`)
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.body)).toContain('hidden from portal: safety')
  })
})

describe('MI-1 T029 care that a minor consented to alone', () => {
  it('does not exist for a parent until the minor opens it', async () => {
    const consented = await chart.kim.client.post('/api/care-episodes/consent-alone', {
      patient: maya,
      isMatureEnough: true,
      reason: 'She would not come otherwise.',
    })
    expect(consented.status, JSON.stringify(consented.body)).toBe(201)
    const episode = String(consented.body.id)
    expect(await read(app, 'care-episodes', episode)).toMatchObject({
      status: 'open',
      lawKey: 'CA@2024-07-01',
      ageAtStart: 15,
    })
    const own = await visit(maya, { episode })
    const secret = await note(maya, 'Only hers.', { episode })
    const before = await idsOf(mother, '/appointments')
    expect(before.length).toBeGreaterThan(0)
    expect(before).not.toContain(own)
    expect((await mother('GET', `/appointments/${own}`)).status).toBe(404)
    expect((await mother('GET', `/progress-notes/${secret}`)).status).toBe(404)
    expect((await mother('POST', `/appointments/${own}/cancel`)).status).toBe(404)
    expect([401, 403]).toContain((await mother('GET', '/care-episodes')).status)
    // What hangs on nothing while such care is open counts as part of it.
    const plan = await chart.kim.client.post('/api/treatment-plans', { patient: maya })
    expect(plan.status, JSON.stringify(plan.body)).toBe(201)
    expect((await read(app, 'treatment-plans', plan.body.doc.id))['episode']).toBe(episode)
    await chart.kim.client.post(`/api/care-episodes/${episode}/open-to-proxies`)
    expect((await mother('GET', `/appointments/${own}`)).status).toBe(200)
  })
})

describe('MI-1 what would tell of care that a minor consented to alone', () => {
  const slot = '2026-05-05T17:00:00.000Z'
  const secretSlot = '2026-05-06T17:00:00.000Z'
  let mia: string
  let parent: PortalDoor
  let usual: string

  const book = (more: Record<string, unknown>) =>
    parent('POST', '/appointments/book', {
      patient: mia,
      clinician: chart.kim.id,
      startsAt: slot,
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: chart.location,
      ...more,
    })

  beforeAll(async () => {
    mia = await makePatient(app, 'Mia', 'Marlow', { ...child, chosenName: 'Milo' })
    for (const clinician of [chart.kim, chart.theo]) await assign(app, clinician.id, mia)
    const asked = await makeProxy(app, {
      patient: mia,
      email: 'mia.parent@example.test',
      basis: 'parent',
    })
    parent = portalDoor(app, asked.client.cookie)
    const episode = await insert(app, 'care-episodes', {
      uniqueKey: `alone|${mia}|1`,
      patient: mia,
      consentBasis: 'minorAlone',
      status: 'open',
      state: 'CA',
      lawKey: 'CA@2024-07-01',
      isOpenToProxies: false,
    })
    await visit(mia, { episode, clinician: chart.theo.id, startsAt: '2026-04-01T16:00:00.000Z' })
    usual = await visit(mia, { sequence: 2 })
    await openHours(app, chart.kim.id, chart.location)
    await insert(app, 'intake-assessments', { patient: mia, status: 'signed', isFinal: true })
    // Theo meets her at a time that nobody at home knows of.
    await done(chart.theo, '/api/appointments/book', {
      patient: mia,
      clinician: chart.theo.id,
      startsAt: secretSlot,
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: chart.location,
      care: 'alone',
    })
  })

  it('is not counted, and neither is the state of the patient told', async () => {
    const seen = await parent('GET', `/appointments/${usual}`)
    expect(seen.status).toBe(200)
    expect(seen.body).not.toHaveProperty('sequence')
    const [row] = docsOf(await parent('GET', '/patients'))
    expect(row).not.toHaveProperty('status')
    expect((await parent('GET', '/appointments?sort=sequence')).status).toBe(400)
    expect((await parent('GET', '/patients?where[status][equals]=active')).status).toBe(400)
  })

  it('is not found by trying clinicians: whom they never met with them answers alike', async () => {
    const other = await makeStaff(app, 'Nia', ['clinician'])
    const said = await Promise.all(
      [chart.theo.id, other.id].map(async (clinician) => {
        const { body, status, text } = await book({ clinician })
        for (const telling of ['Milo', 'Marlow', 'Theo', 'Nia', 'care team'])
          expect(text).not.toContain(telling)
        return [status, (body as { errors: { message: string }[] }).errors[0]?.message]
      }),
    )
    expect(said[0]).toEqual([422, 'Call the office for a first visit with this clinician.'])
    expect(said[1]).toEqual(said[0])
  })

  it('is not found by trying times: hers and those of the clinician answer alike', async () => {
    const somebody = await makePatient(app, 'Una', 'Usual')
    await assign(app, chart.kim.id, somebody)
    await done(chart.kim, '/api/appointments/book', {
      patient: somebody,
      clinician: chart.kim.id,
      startsAt: slot,
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: chart.location,
    })
    const answers = await Promise.all([book({}), book({ startsAt: secretSlot })])
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    for (const answer of answers) {
      expect(answer.text).toContain('This time is not free any more.')
      expect(answer.text).not.toContain('another appointment')
    }
  })

  it('T027 is booked for nobody whom they do not act for, and nothing is said about them', async () => {
    const missing = await book({ patient: randomUUID() })
    const other = await book({ patient: chart.ana })
    expect([missing.status, other.status]).toEqual([404, 404])
    expect(other.text).not.toContain('Ana')
    // The same for staff: a patient off the caseload answers like one that does not exist.
    const off = await makeStaff(app, 'Off', ['clinician'])
    for (const patient of [mia, randomUUID()]) {
      const answer = await off.client.post('/api/appointments/book', {
        patient,
        clinician: off.id,
        startsAt: slot,
        minutes: 50,
        kind: 'individual',
        format: 'inPerson',
        location: chart.location,
      })
      expect(answer.status).toBe(404)
      expect(JSON.stringify(answer.body)).not.toContain('Milo')
    }
  })

  it('is not read off the papers: what she signed for it is gone from their list', async () => {
    const { privacyNotice: template } = await publishTexts(app)
    const reference = 'privacyNotice'
    const item = await insert(app, 'packet-items', {
      uniqueKey: `${mia}|consent|${reference}`,
      patient: mia,
      kind: 'consent',
      reference,
      title: 'A paper',
      status: 'open',
    })
    const consent = await insert(app, 'consents', {
      uniqueKey: `consent|${mia}|1`,
      patient: mia,
      template,
      kind: reference,
      status: 'pending',
    })
    expect(await idsOf(parent, '/packet-items')).toEqual([item])
    const own = await makePortalUser(app, mia, 'mia@example.test')
    await done(own, `/api/consents/${consent}/sign`, { signerName: 'Milo Marlow', agree: true })
    expect(await read(app, 'packet-items', item)).toMatchObject({ status: 'done' })
    expect(await idsOf(parent, '/packet-items')).toEqual([])
    expect(await idsOf(parent, '/consents')).toEqual([])
    expect(await idsOf(portalDoor(app, own.client.cookie), '/packet-items')).toEqual([item])
  })
})

describe('PR-1 an end', () => {
  it('MI-3 a refusal by the clinician takes effect with the next request and says no reason', async () => {
    const answer = await chart.kim.client.post(`/api/proxies/${fatherProxy}/refuse`, {
      reason: 'He threatened her.',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await idsOf(father, '/appointments')).toEqual([])
    expect(await idsOf(father, '/patients')).toEqual([])
    const own = await father('GET', '/proxies')
    expect(docsOf(own)[0]).toMatchObject({ status: 'ended', endReason: 'practice' })
    expect(own.text).not.toContain('threatened')
    expect(JSON.stringify(await rowsOf(app, 'proxies', {}))).not.toContain('threatened')
  })

  it('a revocation by staff does too, and only a grown patient ends what they gave', async () => {
    const daughter = await makePatient(app, 'Dora', 'Ito', { dateOfBirth: '1990-01-01' })
    const chosen = await makeProxy(app, {
      patient: daughter,
      email: 'friend@example.test',
      basis: 'chosen',
    })
    const door = portalDoor(app, chosen.client.cookie)
    expect(await idsOf(door, '/patients')).toEqual([daughter])
    const own = await makePortalUser(app, daughter, 'dora@example.test')
    const ended = await own.client.post(`/api/proxies/${chosen.proxy}/revoke`, {})
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect(await idsOf(door, '/patients')).toEqual([])
  })
})

describe('one login for several patients', () => {
  it('speaks for one at a time, and never shares a login', async () => {
    const son = await makePatient(app, 'Sam', 'Lee', child)
    await makeProxy(app, { patient: son, email: 'mother@example.test', basis: 'custody' })
    expect(await idsOf(mother, '/patients')).toHaveLength(1)
    for (const patient of [son, maya]) {
      expect((await mother('POST', '/auth/portal/act-for', { patient })).status).toBe(200)
      expect(await idsOf(mother, '/patients')).toEqual([patient])
    }
    expect((await mother('POST', '/auth/portal/act-for', { patient: chart.ana })).status).toBe(404)
    const person = await insert(app, 'related-persons', {
      patient: chart.ana,
      name: 'Somebody',
      relationship: 'Friend',
      email: 'ana@example.test',
    })
    const made = await chart.ben.client.post('/api/proxies', {
      patient: chart.ana,
      relatedPerson: person,
      basis: 'chosen',
      mayReadRecords: true,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const answer = await chart.ben.client.post(`/api/proxies/${made.body.doc.id}/approve`, {
      openPortal: true,
      isSamePerson: true,
    })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('Nobody shares a login')
  })
})

describe('R10 who consents for a minor', () => {
  const findings = (answer: { body: unknown }): string => JSON.stringify(answer.body)
  const today = {
    startsAt: '2026-04-14T18:00:00.000Z',
    endsAt: '2026-04-14T18:50:00.000Z',
    serviceDate: '2026-04-14',
  }

  const minor = (name: string) =>
    makePatient(app, name, 'Minor', { dateOfBirth: '2015-04-20', region: 'OR' })

  const proposed = async (patient: string, more: Record<string, unknown>): Promise<string> => {
    const relatedPerson = await insert(app, 'related-persons', {
      patient,
      name: 'Gil Guardian',
      relationship: 'Uncle',
    })
    return insert(app, 'proxies', {
      uniqueKey: `${relatedPerson}|1`,
      patient,
      relatedPerson,
      name: 'Gil Guardian',
      patientName: 'Somebody',
      startsOn: '2020-01-01',
      status: 'proposed',
      mayReadRecords: true,
      ...more,
    })
  }

  const approve = (id: string) => chart.ben.client.post(`/api/proxies/${id}/approve`, {})

  it('R10 refuses the check-in of a minor for whom nobody may consent, and names the way out', async () => {
    const patient = await minor('Otto')
    const own = await visit(patient, today)
    const answer = await chart.ben.client.post(`/api/appointments/${own}/check-in`, {})
    expect(answer.status).toBe(422)
    expect(findings(answer)).toContain('Who may consent for Otto? Add a guardian.')
    await makeProxy(app, {
      patient,
      email: 'otto.parent@example.test',
      name: 'Olga Minor',
      basis: 'parent',
    })
    const again = await chart.ben.client.post(`/api/appointments/${own}/check-in`, {})
    // Papers are missing still (R07); who consents is known.
    expect(findings(again)).not.toContain('R10')
  })

  it('R10 approves no authority without its paper, of the wrong kind, or without a right', async () => {
    const patient = await minor('Nils')
    const paper = await approve(await proposed(patient, { basis: 'guardian' }))
    expect([paper.status, findings(paper)]).toEqual([
      422,
      expect.stringContaining('Add the paper that shows this authority'),
    ])
    const wrong = await approve(await proposed(patient, { basis: 'powerOfAttorney' }))
    expect(findings(wrong)).toContain('Choose the authority of a parent or guardian.')
    const none = await approve(await proposed(patient, { basis: 'parent', mayReadRecords: false }))
    expect(findings(none)).toContain('Tick at least one right first.')
  })
})
