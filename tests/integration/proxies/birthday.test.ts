import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endOutgrownProxies } from '@/collections/intake/proxies/endOutgrown'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { assign, insert, makePatient, makeProxy } from '@/tests/support/people'
import { docsOf, type PortalDoor, portalDoor } from '@/tests/support/portal'
import { freezeAt, publishTexts, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let maya: string
let mother: PortalDoor
let proxy: string

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  const texts = await publishTexts(app)
  maya = await makePatient(app, 'Maya', 'Lee', {
    dateOfBirth: '2008-05-10',
    region: 'OR',
    email: 'maya.lee@example.test',
    primaryClinician: chart.kim.id,
  })
  await assign(app, chart.kim.id, maya)
  const hers = await makeProxy(app, {
    patient: maya,
    email: 'mother@example.test',
    name: 'Mira Lee',
    basis: 'parent',
  })
  proxy = hers.proxy
  mother = portalDoor(app, hers.client.cookie)
  await insert(app, 'consents', {
    uniqueKey: `consent|${maya}|${texts['treatment']}`,
    patient: maya,
    template: texts['treatment'],
    kind: 'treatment',
    status: 'signed',
    signerKind: 'guardian',
    signerBasis: 'parent',
    signerName: 'Mira Lee',
  })
})

afterAll(() => app.stop())

const patients = async () => docsOf(await mother('GET', '/patients')).map(({ id }) => id)

describe('R13 MI-4 T124 the eighteenth birthday', () => {
  it("ends a parent's access at midnight in the practice's zone, whether or not a job ran", async () => {
    // 23:59 on the day before, in Portland.
    freezeAt('2026-05-10T06:59:00.000Z')
    expect(await patients()).toEqual([maya])
    freezeAt('2026-05-10T07:00:00.000Z')
    expect(await patients()).toEqual([])
    expect((await mother('GET', `/patients/${maya}`)).status).toBe(404)
    expect(docsOf(await mother('GET', '/proxies'))[0]).toMatchObject({ status: 'active' })
  })

  it('is noted once: the end on record, two tasks, consents of her own, an invitation', async () => {
    expect(await endOutgrownProxies(app.payload)).toBe(1)
    expect(await endOutgrownProxies(app.payload)).toBe(0)
    expect(docsOf(await mother('GET', '/proxies'))[0]).toMatchObject({
      status: 'ended',
      endReason: 'age',
    })
    const tasks = await rowsOf(app, 'tasks', { kind: 'of-age' })
    expect(tasks.map(({ assignee, assignedRole }) => assignee ?? assignedRole).sort()).toEqual(
      [chart.kim.id, 'frontDesk'].sort(),
    )
    const consents = await rowsOf(app, 'consents', { patient: maya })
    expect(consents.map(({ status }) => status).sort()).toEqual(['pending', 'signed'])
    const mails = await rowsOf(app, 'outbox', { template: 'portal-invitation' })
    expect(mails).toHaveLength(1)
    const [account] = await rowsOf(app, 'portal-users', { patient: maya })
    expect(account).toMatchObject({ email: 'maya.lee@example.test' })
  })

  it('gives nothing back afterwards', async () => {
    const person = await insert(app, 'related-persons', {
      patient: maya,
      name: 'Mira Lee',
      relationship: 'Mother',
    })
    const made = await chart.ben.client.post('/api/proxies', {
      patient: maya,
      relatedPerson: person,
      basis: 'parent',
      mayReadRecords: true,
    })
    const answer = await chart.ben.client.post(`/api/proxies/${made.body.doc.id}/approve`, {})
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain(
      'Maya turned 18. Parent access ended; ask Maya what to share.',
    )
    expect(proxy).not.toBe(made.body.doc.id)
  })

  it('waits for nobody of unknown age: without a date of birth a parent sees nothing', async () => {
    const kit = await makePatient(app, 'Kit', 'Lee', { dateOfBirth: null })
    const theirs = await makeProxy(app, {
      patient: kit,
      email: 'kits.mother@example.test',
      basis: 'parent',
    })
    const door = portalDoor(app, theirs.client.cookie)
    expect(docsOf(await door('GET', '/patients'))).toEqual([])
  })
})
