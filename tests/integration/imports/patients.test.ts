import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetImports } from '@/collections/system/imports/work/forgetImports'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { act, linesOf, problemsOf, sendFile, settle, upload } from '@/tests/support/imports'
import { read } from '@/tests/support/people'
import { freezeAt, rowsOf, tuesday } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const headings = 'Chart number,First name,Last name,DOB,Phone,E-mail,State,Therapist,Status'

const client = () => chart.ben.client

describe('patients from a CSV file', () => {
  it('are checked line by line, and nothing is written while one has a problem', async () => {
    const run = await upload(client(), 'patients', [
      headings,
      'A1,Mia,Moss,1990-02-30,5035550101,mia@example.test,OR,Kim Park,Active',
      'A2,,Noor,4/14/85,555,noor@example,Oregonia,Nobody Here,asleep',
      'A1,Ola,Orr,3/9/1979,(503) 555-0103,ola@example.test,Oregon,"Park, Kim",',
    ])
    expect(run).toMatchObject({ status: 'checked', lineCount: 3, problemCount: 3 })
    expect(await problemsOf(client(), run.id)).toEqual([
      '2 dateOfBirth: "1990-02-30" is a date that does not exist. Dates are read as year-month-day or month/day/year.',
      '3 firstName: First name is missing.',
      '3 dateOfBirth: "4/14/85" has a year of two digits. Write all four, as in 4/14/1988.',
      '3 status: "asleep" is not known here. Use one of: Active, Prospective, Discharged.',
      '3 email: "noor@example" is no e-mail address. Write it as name@example.com.',
      expect.stringContaining('3 phone: "555" is no phone number.'),
      '3 region: "Oregonia" is no state. Write its two letters, such as OR.',
      expect.stringContaining('3 clinician: "Nobody Here" is no clinician who works here.'),
      '4 recordNumber: Record number A1 stands on line 2 already. Each person has one of their own.',
    ])
    const started = await act(client(), run.id, 'start')
    expect(started.status).toBe(409)
    expect(started.body.errors[0].message).toContain('3 lines have a problem. Nothing is imported')
    expect(await rowsOf(app, 'patients', { recordNumber: 'A1' })).toHaveLength(0)
  })

  it('become records with their care team once every line is in order', async () => {
    const run = await upload(client(), 'patients', [
      headings,
      '"B1",Pia,"Poe\nPoe",1990-02-28,5035550111,pia@example.test,oregon,kim.park@example.test,',
      'B2,Quin,=HYPERLINK("http://x"),3/9/1979,\'+1 503 555 0112,,OR,,Prospective',
    ])
    expect(await problemsOf(client(), run.id)).toEqual([])
    expect((await act(client(), run.id, 'start')).status).toBe(200)
    expect(await settle(client(), run.id)).toMatchObject({
      status: 'done',
      writtenCount: 2,
      refusedCount: 0,
    })
    const [pia] = await rowsOf(app, 'patients', { recordNumber: 'B1' })
    expect(pia).toMatchObject({
      firstName: 'Pia',
      lastName: 'Poe\nPoe',
      region: 'OR',
      status: 'active',
      registeredOn: '2026-04-14',
      primaryClinician: chart.kim.id,
    })
    expect(await rowsOf(app, 'care-team-assignments', { patient: pia?.id })).toMatchObject([
      { staff: chart.kim.id, role: 'primary' },
    ])
    const [quin] = await rowsOf(app, 'patients', { recordNumber: 'B2' })
    expect(quin).toMatchObject({
      lastName: '=HYPERLINK("http://x")',
      phone: '+1 503 555 0112',
      phoneKey: '+15035550112',
      status: 'prospective',
    })
    const list = await chart.rosa.client.post('/api/patients/csv', {
      purpose: 'operations',
      recipient: 'inside',
      where: { recordNumber: { equals: 'B2' } },
      _password: 'harbour light above the bay',
    })
    expect(list.body).toContain('\'=HYPERLINK(""http://x"")')
    const events = await rowsOf(app, 'audit-events', {
      collectionSlug: 'patients',
      action: 'create',
    })
    expect(events.filter((event) => String(event['recordIds']).includes(String(pia?.id)))).toEqual(
      expect.arrayContaining([expect.objectContaining({ actorId: chart.ben.id })]),
    )
    for (const line of await linesOf(app, run.id)) expect(line['status']).toBe('written')
  })

  it('that may be somebody who is here, or on another line, wait for an answer', async () => {
    const run = await upload(client(), 'patients', [
      headings,
      'C1,Ana,Silva,1988-02-14,,,,,',
      'C2,Rae,Roe,1991-01-01,5035550121,,,,',
      'C3,Rae,Roe,1991-01-01,5035550122,,,,',
      'C4,Sid,Stone,1992-01-01,5035550121,,,,',
      'C5,Tom,Tate,1993-01-01,nonsense,,,,',
    ])
    expect(run).toMatchObject({ problemCount: 4, choiceCount: 3 })
    const problems = await problemsOf(client(), run.id)
    expect(problems[0]).toBe(
      '2 : May be Ana Silva, born Feb 14, 1988, who is here already: same last name and date of birth. Say whether it is the same person or a new one.',
    )
    expect(problems[1]).toContain('4 : May be the person of line 3, Rae Roe')
    const { body } = await client().get(`/api/import-runs/${run.id}/problems`)
    const at = (line: number) => body.lines.find((each: { line: number }) => each.line === line)
    const say = (line: number, name: string, input: object) =>
      client().post(`/api/import-lines/${at(line).id}/${name}`, { rev: at(line).rev, ...input })
    expect((await say(2, 'answer', { answer: 'same' })).status).toBe(200)
    expect((await say(4, 'answer', { answer: 'out' })).status).toBe(200)
    expect((await say(6, 'mend', { column: 'phone', value: '(503) 555-0125' })).status).toBe(200)
    expect(await settle(client(), run.id)).toMatchObject({ problemCount: 1, choiceCount: 1 })
    expect((await act(client(), run.id, 'answer-all', { answer: 'new' })).status).toBe(200)
    expect(await settle(client(), run.id)).toMatchObject({
      status: 'checked',
      problemCount: 0,
      leftOutCount: 1,
    })
    await act(client(), run.id, 'start')
    expect(await settle(client(), run.id)).toMatchObject({
      status: 'done',
      writtenCount: 3,
      linkedCount: 1,
      leftOutCount: 1,
    })
    expect(await read(app, 'patients', chart.ana)).toMatchObject({ recordNumber: 'C1' })
    expect(await rowsOf(app, 'patients', { lastName: 'Roe' })).toHaveLength(1)
  })

  it('come from files of every encoding and sign between cells, and from the same file once', async () => {
    const text = 'Chart number;Vorname;First name;Last name;DOB\nD1;x;Jürgen;Müller;1970-01-01\n'
    const western = Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
    const sent = await sendFile(client(), 'patients', western, 'westlich.csv')
    expect(sent.status).toBe(201)
    const run = await settle(client(), sent.body.id)
    await client().post(`/api/import-runs/${run.id}/check`, {})
    expect(await settle(client(), run.id)).toMatchObject({ status: 'checked', problemCount: 0 })
    const again = await sendFile(client(), 'patients', new TextEncoder().encode(text))
    expect(again.status).toBe(409)
    expect(again.body.errors[0].message).toContain(
      'This file is here already: "westlich.csv", uploaded by Ben on Apr 14, 2026 (checked).',
    )
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`.replaceAll(';', '\t'), 'utf16le'))
    expect((await sendFile(client(), 'patients', wide)).status).toBe(201)
    for (const [content, words] of [
      ['', 'The file is empty'],
      ['First name,Last name\n', 'no line below'],
      ['PK\u0003\u0004workbook', 'This is a workbook'],
      ['a,b\n"open,1\n', 'a quotation mark is opened'],
    ] as const) {
      const refused = await sendFile(client(), 'patients', content)
      expect(refused.status, words).toBe(400)
      expect(refused.body.errors[0].message).toContain(words)
    }
  })

  it('leave no trace in the clear, and only those who enter patients may bring them', async () => {
    const refused = await sendFile(chart.kim.client, 'patients', 'a\nb\n')
    expect(refused.status).toBe(403)
    expect(
      (await sendFile(chart.imani.client, 'patients', `${headings}\nE1,A,B,1990-01-01`)).body,
    ).toMatchObject({
      errors: [{ message: expect.stringContaining('is for the owner and the front desk') }],
    })
    const run = await upload(chart.rosa.client, 'patients', [headings, 'E1,Secretia,Canary,x,,,,,'])
    const [stored] = await rowsOf(app, 'import-lines', { run: run.id })
    expect(JSON.stringify(stored)).not.toContain('Secretia')
    expect(JSON.stringify(await read(app, 'import-runs', run.id))).not.toContain('Secretia')
    expect((await act(chart.rosa.client, run.id, 'discard')).status).toBe(200)
    expect(await rowsOf(app, 'import-lines', { run: run.id })).toHaveLength(0)
    const old = await upload(chart.rosa.client, 'patients', [headings, 'E2,Old,Canary,x,,,,,'])
    expect(await forgetImports(app.payload)).toBe(0)
    clock.freeze(new Date('2026-05-15T16:40:00.000Z'))
    expect(await forgetImports(app.payload)).toBeGreaterThan(0)
    freezeAt(tuesday)
    expect(await rowsOf(app, 'import-lines', { run: old.id })).toHaveLength(0)
    expect((await read(app, 'import-runs', old.id))['status']).toBe('discarded')
  })
})
