import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workOn } from '@/collections/system/imports/work/workOn'
import { clock } from '@/src/lib/clock'
import { armFault, Crash } from '@/src/lib/faults'
import { makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { act, afterDeath, linesOf, problemsOf, settle, upload } from '@/tests/support/imports'
import { assign, insert, makePatient, makeStaff } from '@/tests/support/people'
import { makePlace, type Place, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let place: Place
let payer: string

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  place = await makePlace(app, { name: 'Bridge' })
  payer = await insert(app, 'payers', { name: 'Aetna', payerId: '60054', isActive: true })
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

/** Somebody with a record number, on Kim's caseload. */
const person = async (
  more: Record<string, unknown> = {},
): Promise<{ id: string; number: string }> => {
  count += 1
  const number = `P${count}`
  const id = await makePatient(app, 'Person', `Number ${count}`, {
    recordNumber: number,
    dateOfBirth: `1980-01-${String(count).padStart(2, '0')}`,
    email: `person${count}@example.test`,
    mayEmail: true,
    assessedOn: '2025-01-01',
    ...more,
  })
  await assign(app, chart.kim.id, id)
  return { id, number }
}

const people = (prefix: string, many: number): string[] => [
  'Chart number,First name,Last name,DOB,Therapist',
  ...Array.from(
    { length: many },
    (_, index) =>
      `${prefix}${index},First${index},${prefix}${index},1970-02-0${index + 1},Kim Park`,
  ),
]

const ben = () => chart.ben.client

const bring = async (kind: string, lines: readonly string[], client = ben()) => {
  const run = await upload(client, kind, lines)
  expect(await problemsOf(client, run.id)).toEqual([])
  expect((await act(client, run.id, 'start')).status).toBe(200)
  return settle(client, run.id)
}

const takeBack = async (id: string, client = ben()) => {
  const undone = await act(client, id, 'undo', { reason: 'The wrong file.' })
  expect(undone.status).toBe(200)
  return settle(client, id)
}

describe('policies from a CSV file', () => {
  const headings =
    'Client ID,Insurance,Member ID,Coverage order,Relationship,Insured first name,Effective date,End date,Copay'

  it('name their problems, find the patient by the record number, and are taken back', async () => {
    const { id, number } = await person()
    const run = await upload(ben(), 'policies', [
      headings,
      'X99,Aetna,W1,,,,,,',
      `${number},Nobody,W2,,spouse,,2026-05-01,2026-04-01,-3`,
      `${number},60054,W3,1,self,,2026-01-01,,`,
      `${number},Aetna,W4,First,self,,2026-02-01,,`,
      `${number},Aetna,w3,Second,self,,,,`,
    ])
    const problems = await problemsOf(ben(), run.id)
    expect(problems.map((each) => each.slice(0, 48))).toEqual([
      '2 recordNumber: Nobody here has the record numbe',
      '3 copayCents: "-3" is less than nothing. Write a',
      '3 terminatedOn: Coverage ends on Apr 1, 2026, be',
      '3 subscriberFirstName: Holder’s first name is mi',
      '3 subscriberLastName: Holder’s last name is miss',
      '3 subscriberBirthDate: Holder’s date of birth is',
      '3 payer: "Nobody" is no payer of the practice. A',
      '5 priority: Line 4 is a policy that pays first a',
    ])
    const { id: done } = await bring('policies', [
      headings,
      `${number},60054,w3,1,self,,2026-01-01,,$20.00`,
      `${number},Aetna,W5,2,self,,,,`,
    ])
    const policies = await rowsOf(app, 'insurance-policies', { patient: id })
    expect(policies).toHaveLength(2)
    expect(policies).toContainEqual(
      expect.objectContaining({ memberId: 'W3', copayCents: 2000, payer, status: 'active' }),
    )
    const again = await upload(ben(), 'policies', [headings, `${number},Aetna,W3,,self,,,,`])
    expect(await problemsOf(ben(), again.id)).toEqual([
      '2 : The patient has this policy already. Leave the line out.',
    ])
    expect(await takeBack(done)).toMatchObject({ status: 'undone', undoneCount: 2, keptCount: 0 })
    for (const policy of await rowsOf(app, 'insurance-policies', { patient: id }))
      expect(policy['status']).toBe('voided')
    await act(ben(), again.id, 'check')
    expect(await settle(ben(), again.id)).toMatchObject({ problemCount: 0 })
  })
})

describe('appointments from a CSV file', () => {
  const headings = 'Patient ID,Provider,Date,Start time,Duration,Time zone,Office,Room,Type'

  it('name what is past, closed, taken, unknown or no time at all', async () => {
    const [one, two] = [await person(), await person()]
    const stranger = await makePatient(app, 'Stranger', 'Danger', { recordNumber: 'S1' })
    await insert(app, 'closures', {
      startsAt: '2026-05-25T07:00:00.000Z',
      endsAt: '2026-05-26T07:00:00.000Z',
      reason: 'Memorial Day',
    })
    await ben().post('/api/appointments/book', {
      patient: two.id,
      clinician: chart.kim.id,
      startsAt: '2026-05-04T10:00',
      minutes: 50,
      kind: 'individual',
      format: 'video',
      location: place.location,
    })
    const run = await upload(ben(), 'appointments', [
      headings,
      `${one.number},Kim Park,2026-04-01,10:00,50,,Bridge,,`,
      `${one.number},Kim Park,5/25/2026,2 pm,50,,Bridge,,`,
      `${one.number},Kim Park,2026-05-04,10:30,50,,Bridge,Room 1,`,
      `${one.number},Kim Park,2027-03-14,02:30,50,,Bridge,,`,
      `${one.number},Kim Park,2026-05-05,25:00,5,Mars/Base,Bridge,Room 9,sleep`,
      `S1,Kim Park,2026-05-06,10:00,50,,Bridge,,`,
      `${one.number},Kim Park,2026-05-07,10:00,50,,Bridge,,`,
      `${two.number},Kim Park,2026-05-07,10:30,50,,Bridge,,`,
    ])
    const problems = await problemsOf(ben(), run.id)
    expect(problems.map((each) => each.slice(0, 44))).toEqual(
      [
        '2 date: This time has passed. Only visits that ',
        '3 date: The practice is closed at this time (Me',
        '4 time: The clinician is booked at this time. C',
        '5 time: 02:30 does not exist on that day in Ame',
        '6 time: "25:00" is no time. Write it as 14:30 o',
        '6 minutes: "5" is not a number of minutes from ',
        '6 zone: "Mars/Base" is no time zone. Write its ',
        '6 kind: "sleep" is not known here. Use one of: ',
        '6 room: "Room 9" is no room at this location. A',
        '7 clinician: Kim Park is not on the care team o',
        '9 time: Overlaps with line 8: the clinician can',
      ].map((each) => each.slice(0, 44)),
    )
    expect(stranger).toBeTruthy()
  })

  it('are booked by the rules without telling the patient, and taken back the same way', async () => {
    const { id, number } = await person()
    const { id: run } = await bring('appointments', [
      headings,
      `${number},Kim Park,2026-06-01,10:00,50,America/New_York,Bridge,Room 1,individual`,
      `${number},Kim Park,2026-06-08,10:00 AM,50,,Bridge,,`,
    ])
    const visits = await rowsOf(app, 'appointments', { patient: id })
    expect(visits.map((visit) => new Date(String(visit['startsAt'])).toISOString()).sort()).toEqual(
      ['2026-06-01T14:00:00.000Z', '2026-06-08T17:00:00.000Z'],
    )
    const [, second] = visits.sort((a, b) =>
      String(a['serviceDate']).localeCompare(String(b['serviceDate'])),
    )
    const moved = await ben().post(`/api/appointments/${second?.id}/reschedule`, {
      startsAt: '2026-06-09T10:00',
    })
    expect(moved.status).toBe(200)
    expect(await takeBack(run)).toMatchObject({ undoneCount: 1, keptCount: 1 })
    expect(await problemsOf(ben(), run)).toEqual(['3 : Somebody changed it since.'])
    const after = await rowsOf(app, 'appointments', { patient: id })
    expect(after.map(({ status }) => status).sort()).toEqual(['booked', 'cancelled'])
    expect(await rowsOf(app, 'tasks', { kind: 'rebook' })).toHaveLength(0)
    const mail = await rowsOf(app, 'outbox', { recipientId: id })
    expect(mail.map(({ template }) => template)).toEqual(['appointment-changed'])
  })
})

describe('the samples of docs/import.md', () => {
  it('are imported as they are, one after the other', async () => {
    await makePlace(app, { name: 'Downtown' })
    for (const [kind, made] of [
      ['patients', 3],
      ['policies', 2],
      ['appointments', 3],
    ] as const) {
      const lines = readFileSync(`docs/samples/${kind}.csv`, 'utf8').trimEnd().split('\n')
      expect(await bring(kind, lines), kind).toMatchObject({ status: 'done', writtenCount: made })
    }
  })
})

describe('an import that is interrupted', () => {
  it('while it writes, and while it is taken back, ends with each line once', async () => {
    const run = await upload(ben(), 'patients', people('M', 3))
    await act(ben(), run.id, 'start')
    armFault('import-runs:before-mark')
    await expect(workOn(app.payload, run.id, 60_000)).rejects.toBeInstanceOf(Crash)
    // Another process comes while the dead one still holds it, and leaves it alone.
    expect(await workOn(app.payload, run.id, 60_000)).toBe(false)
    await afterDeath(app, run.id)
    expect(await settle(ben(), run.id)).toMatchObject({ status: 'done', writtenCount: 3 })
    for (const number of ['M0', 'M1', 'M2']) {
      const [patient, ...others] = await rowsOf(app, 'patients', { recordNumber: number })
      expect(others).toEqual([])
      expect(await rowsOf(app, 'care-team-assignments', { patient: patient?.id })).toHaveLength(1)
    }
    armFault('import-runs:before-undone')
    await act(ben(), run.id, 'undo', { reason: 'Once more.' })
    await expect(workOn(app.payload, run.id, 60_000)).rejects.toBeInstanceOf(Crash)
    await afterDeath(app, run.id)
    expect(await settle(ben(), run.id)).toMatchObject({ undoneCount: 3, keptCount: 0 })
    expect(await rowsOf(app, 'patients', { recordNumber: 'M0' })).toHaveLength(0)
  })

  it('while its file is read has every line once', async () => {
    const text = people('F', 3).join('\n')
    const made = await ben().post('/api/import-runs/upload', { kind: 'patients', text })
    expect(made.status).toBe(201)
    armFault('import-runs:reading')
    await expect(workOn(app.payload, made.body.id, 60_000)).rejects.toBeInstanceOf(Crash)
    await afterDeath(app, made.body.id)
    expect(await settle(ben(), made.body.id)).toMatchObject({ status: 'checked' })
    expect((await linesOf(app, made.body.id)).map(({ line }) => line)).toEqual([2, 3, 4])
    await act(ben(), made.body.id, 'discard')
  })

  it('books each visit once', async () => {
    const { id, number } = await person()
    const run = await upload(ben(), 'appointments', [
      'Patient ID,Provider,Date,Time,Minutes,Location',
      `${number},Kim Park,2026-07-01,10:00,50,Bridge`,
    ])
    await act(ben(), run.id, 'start')
    armFault('appointments.book:after-commit')
    await expect(workOn(app.payload, run.id, 60_000)).rejects.toBeInstanceOf(Crash)
    await afterDeath(app, run.id)
    expect(await settle(ben(), run.id)).toMatchObject({ status: 'done', writtenCount: 1 })
    expect(await rowsOf(app, 'appointments', { patient: id })).toHaveLength(1)
    armFault('import-runs:before-undone')
    await act(ben(), run.id, 'undo', { reason: 'Once more.' })
    await expect(workOn(app.payload, run.id, 60_000)).rejects.toBeInstanceOf(Crash)
    await afterDeath(app, run.id)
    expect(await settle(ben(), run.id)).toMatchObject({ undoneCount: 1, keptCount: 0 })
  })
})

describe('two at once', () => {
  it('a double click starts once, and another import waits its turn', async () => {
    const one = await upload(ben(), 'patients', people('G', 2))
    const two = await upload(ben(), 'patients', people('H', 2))
    const starts = await Promise.all([
      act(ben(), one.id, 'start'),
      act(ben(), one.id, 'start'),
      act(chart.rosa.client, two.id, 'start'),
    ])
    expect(starts.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const [busy, other] = starts[2]?.status === 200 ? [two, one] : [one, two]
    const waits = await act(ben(), other.id, 'start')
    expect(waits.body.errors[0].message).toContain('Another import is under way: "patients.csv"')
    await Promise.all([settle(ben(), busy.id), settle(ben(), busy.id)])
    expect(await settle(ben(), busy.id)).toMatchObject({ status: 'done', writtenCount: 2 })
    expect((await act(ben(), other.id, 'start')).status).toBe(200)
    expect(await settle(ben(), other.id)).toMatchObject({ status: 'done', writtenCount: 2 })
  })

  it('what changed in the practice since the check stops the start, with nothing written', async () => {
    const run = await upload(ben(), 'patients', people('I', 2))
    await person({ recordNumber: 'I1' })
    expect((await act(ben(), run.id, 'start')).status).toBe(200)
    expect(await settle(ben(), run.id)).toMatchObject({
      status: 'checked',
      problemCount: 1,
      sentence: expect.stringContaining('Something changed in the practice since the check'),
    })
    expect(await rowsOf(app, 'patients', { recordNumber: 'I0' })).toHaveLength(0)
  })

  it('what somebody works with stays when an import is taken back, and the rest may come again', async () => {
    const lines = people('J', 3)
    const { id } = await bring('patients', lines)
    const [j0] = await rowsOf(app, 'patients', { recordNumber: 'J0' })
    const [j1] = await rowsOf(app, 'patients', { recordNumber: 'J1' })
    const edited = await ben().patch(`/api/patients/${j0?.id}`, {
      pronouns: 'they',
      rev: j0?.['rev'],
    })
    expect(edited.status).toBe(200)
    await insert(app, 'insurance-policies', { patient: j1?.id, payer, memberId: 'Z1' })
    expect(await takeBack(id)).toMatchObject({ undoneCount: 1, keptCount: 2 })
    expect(await problemsOf(ben(), id)).toEqual([
      '2 : Somebody changed it since.',
      '3 : There is a coverage for it by now.',
    ])
    const late = await ben().patch(`/api/patients/${j1?.id}`, { pronouns: 'she', rev: j1?.['rev'] })
    expect(late.status).toBe(200)
    // The same file, and the same number, may come again.
    const again = await upload(ben(), 'patients', lines)
    expect((await problemsOf(ben(), again.id)).filter((each) => each.startsWith('4 '))).toEqual([])
  })
})

describe('whose import it is', () => {
  it('R97 stands still once they do not work here any more, until somebody goes on', async () => {
    const leaver = await makeStaff(app, 'Lee Ver', ['frontDesk'])
    const run = await upload(leaver.client, 'patients', people('K', 2))
    await act(leaver.client, run.id, 'start')
    await app.payload.db.updateOne({
      collection: 'staff',
      where: { id: { equals: leaver.id } },
      data: { isActive: false },
    })
    expect(await settle(ben(), run.id)).toMatchObject({
      status: 'stopped',
      writtenCount: 0,
      sentence: expect.stringContaining('Whoever started this may not import any more'),
    })
    expect((await act(ben(), run.id, 'resume')).status).toBe(200)
    expect(await settle(ben(), run.id)).toMatchObject({ status: 'done', writtenCount: 2 })
  })

  it('R107 a program imports what it was granted, sees its own imports and nobody else’s', async () => {
    const scopes = ['upload', 'map', 'check', 'start', 'undo', 'read']
      .map((verb) => `import-runs:${verb}`)
      .join(' ')
    const { client } = await makeApiClient(app, {
      owner: chart.rosa.id,
      scopes: `${scopes} import-lines:read patients:read`,
    })
    const theirs = await upload(ben(), 'patients', people('N', 1))
    expect((await client.get(`/api/import-runs/${theirs.id}`)).status).toBe(404)
    const text = people('O', 1).join('\n')
    const made = await client.post('/api/import-runs/upload', { kind: 'patients', text })
    expect(made.status).toBe(201)
    const { id } = made.body
    await settle(client, id)
    const mapped = await client.get(`/api/import-runs/${id}`)
    const columns = JSON.parse(mapped.body.mapping).join(',')
    const { rev } = mapped.body
    expect((await act(client, id, 'map', { columns, rev })).status).toBe(200)
    const checked = await settle(client, id)
    expect(checked).toMatchObject({ status: 'checked', problemCount: 0 })
    expect((await act(client, id, 'start', { rev: checked['rev'] })).status).toBe(200)
    const done = await settle(client, id)
    expect(done).toMatchObject({ status: 'done', writtenCount: 1 })
    expect((await act(client, id, 'undo', { reason: 'A test.', rev: done['rev'] })).status).toBe(
      200,
    )
    expect(await settle(client, id)).toMatchObject({ status: 'undone', undoneCount: 1 })
    const { client: other } = await makeApiClient(app, {
      owner: chart.rosa.id,
      scopes: 'patients:read',
    })
    expect((await other.post('/api/import-runs/upload', { kind: 'patients', text })).status).toBe(
      403,
    )
  })
})
