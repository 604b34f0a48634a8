import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import { forgetRates } from '@/src/lib/website/rateLimit'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import {
  freezeAt,
  makePlace,
  messageIn,
  openHours,
  type Place,
  publishTexts,
  race,
  requestAs,
  rowsOf,
  ruleIn,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let visitor: Client
let ben: Person
let imani: Person
let kim: Person
let theo: Person
let mo: Person
let place: Place
let aetna: string

const safe = {
  urgency: 'weeks',
  suicidalThoughts: 'none',
  homicidalThoughts: 'none',
  recentAttempt: 'no',
  violenceAtHome: 'no',
  psychosis: 'no',
  impairment: 'some',
  supports: 'several',
  substance: 'none',
  medical: 'none',
}

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  visitor = clientOf(app)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  imani = await makeStaff(app, 'Imani', ['director'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'], { caseloadCap: 1 })
  mo = await makeStaff(app, 'Mo', ['marketing'])
  place = await makePlace(app)
  await publishTexts(app)
  await openHours(app, kim.id, place.location)
  await openHours(app, theo.id, place.location)
  for (const person of [kim, theo]) {
    await insert(app, 'credentials', {
      staff: person.id,
      kind: 'license',
      state: 'OR',
      number: 'L1',
      expiresOn: '2027-06-30',
      verifiedAt: tuesday,
    })
  }
  aetna = await insert(app, 'payers', { name: 'Aetna', isActive: true })
})

beforeEach(() => forgetRates())

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

const inquire = async (more: Record<string, unknown> = {}): Promise<string> => {
  count += 1
  const answer = await visitor.post('/api/inquiries', {
    chosenName: `Visitor${count}`,
    email: `visitor${count}@example.test`,
    state: 'OR',
    message: 'I cannot sleep.',
    ...more,
  })
  expect(answer.status).toBe(201)
  return answer.body.doc.id
}

const triaged = async (
  more: Record<string, unknown> = {},
  answers: Record<string, unknown> = {},
) => {
  const id = await inquire(more)
  const answer = await ben.client.post(`/api/inquiries/${id}/triage`, { ...safe, ...answers })
  expect(answer.status).toBe(200)
  return id
}

const intake = (more: Record<string, unknown> = {}) => ({
  clinician: kim.id,
  startsAt: '2026-04-15T17:00:00.000Z',
  minutes: 60,
  location: place.location,
  room: place.room,
  format: 'inPerson',
  referralSource: 'friend',
  ...more,
})

describe('R01 an inquiry makes a prospect', () => {
  it('comes in from anyone, is stamped by the server, and makes no chart', async () => {
    const before = (await rowsOf(app, 'patients')).length
    const answer = await visitor.post('/api/inquiries', {
      chosenName: 'Jo',
      lastName: 'Okafor',
      phone: '(503) 555-0142',
      utmSource: 'google',
      message: 'Canary: my panic attacks',
      status: 'intakeBooked',
      source: 'forged',
      receivedAt: '2001-01-01T00:00:00.000Z',
      mustActToday: true,
    })
    expect(answer.status).toBe(201)
    expect(JSON.stringify(answer.body)).not.toContain('Okafor')
    const row = await read(app, 'inquiries', answer.body.doc.id)
    expect(row).toMatchObject({
      status: 'new',
      source: 'google',
      phoneKey: '+15035550142',
      mustActToday: false,
    })
    expect(row['receivedAt']).toBe(tuesday)
    expect(JSON.stringify(row)).not.toContain('Canary')
    expect((await rowsOf(app, 'patients')).length).toBe(before)
  })

  it('is due one business day later, over a weekend too', async () => {
    freezeAt('2026-04-17T23:30:00.000Z')
    const row = await read(app, 'inquiries', await inquire())
    freezeAt(tuesday)
    expect(row['firstResponseDueAt']).toBe('2026-04-21T00:00:00.000Z')
  })

  it('needs a way to answer, at every door', async () => {
    const nameless = { chosenName: 'Nobody', message: 'Call me' }
    const rest = await visitor.post('/api/inquiries', nameless)
    expect([rest.status, ruleIn(rest)]).toEqual([422, 'R01'])
    const graphql = await visitor.graphql(
      'mutation { createInquiry(data: { chosenName: "Nobody" }) { id } }',
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R01')
    const local = asUser(await requestAs(app, null))
    await expect(local.create({ collection: 'inquiries', data: nameless })).rejects.toThrow(
      /e-mail address or a phone/,
    )
    const id = await inquire()
    const emptied = await ben.client.patch(`/api/inquiries/${id}`, { email: null })
    expect([emptied.status, ruleIn(emptied)]).toEqual([422, 'R01'])
  })

  it('has no bulk, version or copy door', async () => {
    const id = await inquire()
    await ben.client.patch(`/api/inquiries?where[id][equals]=${id}`, { email: null })
    expect((await read(app, 'inquiries', id))['email']).toBeTruthy()
    expect((await ben.client.post(`/api/inquiries/versions/${id}`)).status).toBe(404)
    expect((await ben.client.post(`/api/inquiries/${id}/duplicate`)).status).toBe(404)
  })

  it('makes one prospect of the same key sent twice', async () => {
    const headers = { 'Idempotency-Key': 'form-123456' }
    const body = { chosenName: 'Twice', email: 'twice@example.test' }
    const first = await visitor.post('/api/inquiries', body, headers)
    const second = await visitor.post('/api/inquiries', body, headers)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.doc.id).toBe(first.body.doc.id)
    expect(await rowsOf(app, 'inquiries', { email: 'twice@example.test' })).toHaveLength(1)
  })

  it('works by the Local API for the website form', async () => {
    const local = asUser(await requestAs(app, null))
    const made = await local.create({
      collection: 'inquiries',
      data: { chosenName: 'Web', email: 'web@example.test' },
    })
    expect(await read(app, 'inquiries', String(made.id))).toMatchObject({
      status: 'new',
      source: 'unknown',
    })
  })

  it('marks a program that fills the trap, and keeps the trap out of the record', async () => {
    const id = await inquire({ companyUrl: 'https://x.test' })
    expect((await read(app, 'inquiries', id))['isSuspectedSpam']).toBe(true)
  })

  it('names possible duplicates and asks before a second chart is made', async () => {
    const mara = await makePatient(app, 'Mara', 'Okonkwo', {
      dateOfBirth: '1990-05-01',
      phone: '503-555-0199',
      phoneKey: '+15035550199',
    })
    const id = await triaged({ chosenName: 'Mara', lastName: 'Okonkwo', phone: '+1 503 555 0199' })
    const found = await ben.client.get(`/api/inquiries/${id}/duplicates`)
    expect(found.body.people).toEqual([
      {
        kind: 'patients',
        id: mara,
        name: 'Mara Okonkwo',
        dateOfBirth: '1990-05-01',
        status: 'active',
        reasons: ['Same phone number.'],
      },
    ])
    const booked = await ben.client.post(`/api/inquiries/${id}/book-intake`, intake())
    expect([booked.status, messageIn(booked)]).toEqual([
      422,
      'Possible match: M. Okonkwo, 1990. Link to this person, or continue as new?',
    ])
    expect((await ben.client.post(`/api/inquiries/${id}/link`, { patient: mara })).status).toBe(200)
    const linked = await ben.client.post(`/api/inquiries/${id}/book-intake`, intake())
    expect([linked.status, linked.body.result?.patient]).toEqual([200, mara])
    expect(await rowsOf(app, 'patients', { lastName: 'Okonkwo' })).toHaveLength(1)
  })

  it('shows nobody the duplicates of an inquiry they cannot read', async () => {
    const id = await inquire()
    expect((await kim.client.get(`/api/inquiries/${id}/duplicates`)).status).toBe(404)
    expect((await visitor.get(`/api/inquiries/${id}/duplicates`)).status).toBe(401)
    expect([403, 404]).toContain((await mo.client.get(`/api/inquiries/${id}/duplicates`)).status)
  })
})

describe('R02 who cannot wait is not made to', () => {
  const danger = { ...safe, recentAttempt: 'yes' }

  it('asks every question of the form', async () => {
    const id = await inquire()
    const answer = await ben.client.post(`/api/inquiries/${id}/triage`, {
      urgency: 'weeks',
      psychosis: 'maybe',
    })
    expect(answer.status).toBe(400)
    const paths = answer.body.errors.map(
      (each: { data: { errors: { path: string }[] } }) => each.data.errors[0]?.path,
    )
    expect(paths).toEqual(
      expect.arrayContaining(['suicidalThoughts', 'recentAttempt', 'psychosis']),
    )
    expect((await read(app, 'inquiries', id))['status']).toBe('new')
  })

  it('wants the disposition recorded before the page is left, by REST and GraphQL', async () => {
    const id = await inquire()
    const rest = await ben.client.post(`/api/inquiries/${id}/triage`, danger)
    expect([rest.status, ruleIn(rest), messageIn(rest)]).toEqual([
      422,
      'R02',
      'This person cannot wait. Record what was done before you leave this page.',
    ])
    const graphql = await ben.client.graphql(
      'mutation($id: String!, $input: ActionInput) { triageInquiries(id: $id, input: $input) { id } }',
      { id, input: danger },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R02')
    expect((await read(app, 'inquiries', id))['status']).toBe('new')
  })

  it('alerts who is on call, by urgent task and e-mail that say nothing clinical', async () => {
    await insert(app, 'on-call-shifts', {
      staff: theo.id,
      startsAt: '2026-04-14T00:00:00.000Z',
      endsAt: '2026-04-15T15:00:00.000Z',
    })
    const id = await inquire()
    const answer = await ben.client.post(`/api/inquiries/${id}/triage`, {
      ...danger,
      safetyAction: 'warmHandoff',
      safetyNote: 'Canary: talked to Theo at 9:45',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.result).toMatchObject({ tier: 'urgent', mustActToday: true })
    const [task] = await rowsOf(app, 'tasks', { recordId: id })
    expect(task).toMatchObject({ assignee: theo.id, isUrgent: true, kind: 'on-call' })
    expect(
      (await rowsOf(app, 'outbox', { template: 'on-call-alert', recipientId: theo.id })).length,
    ).toBe(1)
    expect((await theo.client.get(`/api/inquiries/${id}`)).status).toBe(200)
    expect(
      (await ben.client.post(`/api/tasks/${task?.id}/complete`)).status,
    ).toBeGreaterThanOrEqual(403)
    const row = await read(app, 'inquiries', id)
    expect(JSON.stringify([row, task])).not.toContain('Canary')
  })

  it('refuses the waitlist and a booking for another day; the director may decide otherwise', async () => {
    const id = await triaged({}, { recentAttempt: 'yes', safetyAction: 'sameDaySlot' })
    const waitlist = await ben.client.post(`/api/inquiries/${id}/waitlist`, {
      estimatedWait: 'six weeks',
    })
    expect([waitlist.status, ruleIn(waitlist)]).toEqual([422, 'R02'])
    const tomorrow = intake({ startsAt: '2026-04-15T21:00:00.000Z' })
    const routine = await ben.client.post(`/api/inquiries/${id}/book-intake`, tomorrow)
    expect([routine.status, ruleIn(routine)]).toEqual([422, 'R02'])
    expect(await rowsOf(app, 'slot-holds', { appointmentKey: `intake|${id}` })).toHaveLength(0)
    const _override = [{ rule: 'R02', reason: 'Seen by the emergency room this morning' }]
    expect(
      (await ben.client.post(`/api/inquiries/${id}/book-intake`, { ...tomorrow, _override }))
        .status,
    ).toBe(422)
    const director = await imani.client.post(`/api/inquiries/${id}/book-intake`, {
      ...tomorrow,
      _override,
    })
    expect(director.status).toBe(200)
    expect(await rowsOf(app, 'overrides', { recordId: id })).toHaveLength(1)
  })

  it('takes somebody off the list when the answers change', async () => {
    const id = await triaged()
    expect(
      (await ben.client.post(`/api/inquiries/${id}/waitlist`, { estimatedWait: 'six weeks' }))
        .status,
    ).toBe(200)
    const answer = await ben.client.post(`/api/inquiries/${id}/triage`, {
      ...danger,
      safetyAction: 'connected988',
    })
    expect([answer.status, answer.body.status]).toEqual([200, 'triaged'])
    expect((await rowsOf(app, 'waitlist-entries', { inquiry: id }))[0]?.['status']).toBe('closed')
  })

  it('lets one of five triages win', async () => {
    const id = await inquire()
    const answers = await race(
      ben.client,
      `/api/inquiries/${id}/triage`,
      danger && { ...danger, safetyAction: 'called911' },
    )
    // Triage may be repeated, so a later racer that saw the first may succeed; none may interleave.
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const wins = answers.filter(({ status }) => status === 200).length
    expect((await read(app, 'inquiries', id))['rev']).toBe(1 + wins)
  })

  it('is for the front desk, not for marketing or a clinician without the inquiry', async () => {
    const id = await inquire()
    expect([403, 404]).toContain((await mo.client.post(`/api/inquiries/${id}/triage`, safe)).status)
    expect((await kim.client.post(`/api/inquiries/${id}/triage`, safe)).status).toBe(404)
    expect((await visitor.post(`/api/inquiries/${id}/triage`, safe)).status).toBe(401)
  })
})

describe('waitlist', () => {
  it('keeps tier, date and the wait that was told, and asks for a check-in after 14 days', async () => {
    const id = await triaged({}, { impairment: 'severe' })
    const answers = await race(ben.client, `/api/inquiries/${id}/waitlist`, {
      estimatedWait: 'about six weeks',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await rowsOf(app, 'waitlist-entries', { inquiry: id })).toMatchObject([
      {
        tier: 'priority',
        addedOn: '2026-04-14',
        nextCheckInOn: '2026-04-28',
        estimatedWaitTold: 'about six weeks',
        status: 'waiting',
      },
    ])
    expect((await rowsOf(app, 'tasks', { recordId: id }))[0]?.['dueAt']).toBe(
      '2026-04-29T00:00:00.000Z',
    )
    const [entry] = await rowsOf(app, 'waitlist-entries', { inquiry: id })
    const closed = await race(ben.client, `/api/waitlist-entries/${entry?.id}/close`, {
      reason: 'noAnswer',
    })
    expect(statuses(closed)).toEqual([200, 409, 409, 409, 409])
    expect((await read(app, 'inquiries', id))['status']).toBe('closed')
  })

  it('refuses what was not triaged and an empty wait', async () => {
    const id = await inquire()
    expect(
      (await ben.client.post(`/api/inquiries/${id}/waitlist`, { estimatedWait: 'a week' })).status,
    ).toBe(409)
    const other = await triaged()
    expect(
      (await ben.client.post(`/api/inquiries/${other}/waitlist`, { estimatedWait: '' })).status,
    ).toBe(400)
  })
})

describe('R21 a booked intake has a source', () => {
  it('refuses without one at REST and GraphQL, and takes "asked, unknown"', async () => {
    const id = await triaged()
    const wish = intake({ startsAt: '2026-04-16T17:00:00.000Z', referralSource: '' })
    const rest = await ben.client.post(`/api/inquiries/${id}/book-intake`, wish)
    expect([rest.status, ruleIn(rest), messageIn(rest)]).toEqual([
      422,
      'R21',
      'How did they find us?',
    ])
    const graphql = await ben.client.graphql(
      'mutation($id: String!, $input: ActionInput) { bookIntakeInquiries(id: $id, input: $input) { id } }',
      { id, input: wish },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R21')
    expect((await read(app, 'inquiries', id))['status']).toBe('triaged')
    const known = await ben.client.post(`/api/inquiries/${id}/book-intake`, {
      ...wish,
      referralSource: 'unknown',
    })
    expect(known.status).toBe(200)
    expect((await read(app, 'inquiries', id))['source']).toBe('unknown')
  })

  it('cannot be gone around by writing the state', async () => {
    const id = await triaged()
    await ben.client.patch(`/api/inquiries/${id}`, { status: 'intakeBooked', patient: 'x' })
    await ben.client.patch(`/api/inquiries?where[id][equals]=${id}`, { status: 'intakeBooked' })
    await asUser(await requestAs(app, ben)).update({
      collection: 'inquiries',
      id,
      data: { status: 'intakeBooked' },
    })
    expect((await read(app, 'inquiries', id))['status']).toBe('triaged')
  })
})

describe('R22 declining names a reason and a place', () => {
  it('refuses either missing, keeps both', async () => {
    const id = await inquire()
    for (const body of [{}, { reason: 'noCapacity' }, { referredTo: 'County clinic' }]) {
      const answer = await ben.client.post(`/api/inquiries/${id}/decline`, body)
      expect([answer.status, ruleIn(answer), messageIn(answer)]).toEqual([
        422,
        'R22',
        'Pick a reason and a place to refer to.',
      ])
    }
    const graphql = await ben.client.graphql(
      'mutation($id: String!) { declineInquiries(id: $id, input: null) { id } }',
      { id },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R22')
    expect(
      (await ben.client.post(`/api/inquiries/${id}/decline`, { reason: 'sad', referredTo: 'x' }))
        .status,
    ).toBe(400)
    const answers = await race(ben.client, `/api/inquiries/${id}/decline`, {
      reason: 'noCapacity',
      referredTo: 'County clinic',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'inquiries', id)).toMatchObject({
      status: 'declined',
      declineReason: 'noCapacity',
      referredTo: 'County clinic',
    })
  })

  it('closes with a reason from the list', async () => {
    const id = await inquire()
    expect((await ben.client.post(`/api/inquiries/${id}/close`, {})).status).toBe(400)
    const answers = await race(ben.client, `/api/inquiries/${id}/close`, { reason: 'noAnswer' })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
  })
})

describe('R96 full therapists take nobody on', () => {
  it('keeps them apart in the matching, with the reason', async () => {
    await assign(app, theo.id, await makePatient(app, 'Full', 'Load'))
    const service = await insert(app, 'services', {
      title: 'Anxiety',
      slug: 'anxiety',
      specialty: 'anxiety',
      _status: 'published',
    })
    await insert(app, 'therapist-profiles', {
      staff: kim.id,
      displayName: 'Kim',
      slug: 'kim',
      specialties: 'anxiety trauma',
      languages: 'English, Spanish',
      formats: 'inPerson video',
      isAccepting: true,
      _status: 'published',
    })
    await insert(app, 'payer-enrollments', {
      staff: kim.id,
      payer: aetna,
      status: 'active',
      effectiveFrom: '2025-01-01',
    })
    const id = await inquire({ format: 'inPerson', language: 'spanish' })
    await app.payload.db.updateOne({ collection: 'inquiries', id, data: { service, payer: aetna } })
    const answer = await ben.client.get(`/api/inquiries/${id}/matches`)
    expect(answer.status).toBe(200)
    const [best] = answer.body.ranked
    expect(best).toMatchObject({ therapistId: kim.id, canBeBooked: true, isFull: false })
    expect(best.fits).toEqual(
      expect.arrayContaining([
        'Works with Anxiety.',
        'Takes Aetna.',
        'Licensed in OR.',
        'Speaks spanish.',
      ]),
    )
    expect(best.nextOpenings[0]).toMatchObject({
      start: '2026-04-14T17:00:00.000Z',
      locationId: place.location,
    })
    expect(answer.body.full[0]).toMatchObject({
      therapistId: theo.id,
      isFull: true,
      canBeBooked: false,
    })
    expect(answer.body.full[0].misses[0]).toBe('Theo is full (1/1).')
  })

  it('says who is not licensed, on leave or without openings', async () => {
    const noa = await makeStaff(app, 'Noa', ['clinician'])
    const id = await inquire({ state: 'ID' })
    const answer = await ben.client.get(`/api/inquiries/${id}/matches`)
    const match = answer.body.ranked.find(
      (each: { therapistId: string }) => each.therapistId === noa.id,
    )
    expect(match.misses).toEqual(expect.arrayContaining(['Not licensed in ID.', 'No openings.']))
  })

  it('refuses a booking with them; the director may, up to two beyond', async () => {
    const id = await triaged()
    const wish = intake({
      clinician: theo.id,
      startsAt: '2026-04-16T20:00:00.000Z',
      room: place.otherRoom,
    })
    const refused = await ben.client.post(`/api/inquiries/${id}/book-intake`, wish)
    expect([refused.status, ruleIn(refused), messageIn(refused)]).toEqual([
      422,
      'R96',
      'Theo is full (1/1).',
    ])
    const _override = [{ rule: 'R96', reason: 'Theo asked for this person' }]
    expect(
      (await ben.client.post(`/api/inquiries/${id}/book-intake`, { ...wish, _override })).status,
    ).toBe(422)
    expect(
      (await imani.client.post(`/api/inquiries/${id}/book-intake`, { ...wish, _override })).status,
    ).toBe(200)
    for (const name of ['One', 'Two'])
      await assign(app, theo.id, await makePatient(app, name, 'More'))
    const other = await triaged()
    const beyond = { ...wish, startsAt: '2026-04-16T22:00:00.000Z', _override }
    expect((await imani.client.post(`/api/inquiries/${other}/book-intake`, beyond)).status).toBe(
      422,
    )
  })

  it('refuses the assignment at every door too', async () => {
    const patient = await makePatient(app, 'Any', 'Body')
    const data = { patient, staff: theo.id, role: 'primary', startsOn: '2026-04-14' }
    const rest = await ben.client.post('/api/care-team-assignments', data)
    expect([rest.status, ruleIn(rest)]).toEqual([422, 'R96'])
    const graphql = await ben.client.graphql(
      `mutation { createCareTeamAssignment(data: { patient: "${patient}", staff: "${theo.id}", role: primary, startsOn: "2026-04-14" }) { id } }`,
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R96')
    await expect(
      asUser(await requestAs(app, ben)).create({ collection: 'care-team-assignments', data }),
    ).rejects.toThrow(/full/)
    expect(await rowsOf(app, 'care-team-assignments', { patient })).toHaveLength(0)
  })
})
