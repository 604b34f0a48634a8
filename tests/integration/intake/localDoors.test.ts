import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionNamed } from '@/hooks/actions/registry'
import { runAction } from '@/hooks/actions/run'
import { clock } from '@/src/lib/clock'
import { isRefusal } from '@/src/lib/errors'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import {
  freezeAt,
  makePlace,
  type Place,
  requestAs,
  rowsOf,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let rosa: Person
let place: Place

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'], { caseloadCap: 0 })
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  place = await makePlace(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

/** What our own pages call, with the rights of a person. */
const rulesOf = async (
  req: PayloadRequest,
  { door, id, input }: { door: string; id: string | null; input: Record<string, unknown> },
): Promise<(string | undefined)[]> => {
  const [slug = '', name = ''] = door.split('.')
  const action = actionNamed(slug, name)
  if (!action) throw new Error(`There is no action ${door}`)
  try {
    await runAction(req, { action, id, input })
    return []
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.findings.map(({ rule }) => rule)
  }
}

const inquiry = (more: Record<string, unknown> = {}): Promise<string> =>
  insert(app, 'inquiries', {
    chosenName: 'Jo',
    email: 'jo@example.test',
    status: 'triaged',
    tier: 'standard',
    mustActToday: false,
    ...more,
  })

const appointment = async (
  more: Record<string, unknown> = {},
): Promise<{ id: string; patient: string }> => {
  const patient = await makePatient(app, 'Ana', 'Silva')
  await assign(app, kim.id, patient)
  const key = crypto.randomUUID()
  const id = await insert(app, 'appointments', {
    uniqueKey: key,
    patient,
    clinician: kim.id,
    startsAt: '2026-04-14T18:00:00.000Z',
    endsAt: '2026-04-14T19:00:00.000Z',
    minutes: 60,
    serviceDate: '2026-04-14',
    zone: 'America/Los_Angeles',
    location: place.location,
    format: 'inPerson',
    kind: 'intake',
    status: 'booked',
    sequence: 1,
    ...more,
  })
  return { id, patient }
}

describe('R02 R07 R08 R17 R21 R22 R36 R96 hold for a call inside the process', () => {
  it('R02 refuses the waitlist', async () => {
    const req = await requestAs(app, ben)
    const id = await inquiry({ mustActToday: true, safetyAction: 'called911' })
    expect(
      await rulesOf(req, { door: 'inquiries.waitlist', id, input: { estimatedWait: 'a month' } }),
    ).toEqual(['R02'])
  })

  it('R21 and R96 refuse the intake together, and nothing stays held', async () => {
    const req = await requestAs(app, ben)
    const input = {
      clinician: kim.id,
      startsAt: '2026-04-20T17:00:00.000Z',
      minutes: 60,
      location: place.location,
      format: 'inPerson',
    }
    const found = await rulesOf(req, { door: 'inquiries.book-intake', id: await inquiry(), input })
    expect(found.sort()).toEqual(['R21', 'R96'])
    expect(await rowsOf(app, 'slot-holds')).toEqual([])
  })

  it('R22 refuses to decline without a place', async () => {
    const req = await requestAs(app, ben)
    expect(
      await rulesOf(req, {
        door: 'inquiries.decline',
        id: await inquiry(),
        input: { reason: 'noCapacity' },
      }),
    ).toEqual(['R22'])
  })

  it('R08 refuses a refusal without a reason', async () => {
    const { patient } = await appointment()
    const template = await insert(app, 'consent-templates', {
      kind: 'privacyNotice',
      title: 'Notice',
      body: 'x',
      version: 1,
      isActive: true,
    })
    const id = await insert(app, 'consents', {
      patient,
      template,
      kind: 'privacyNotice',
      status: 'pending',
    })
    const req = await requestAs(app, ben)
    expect(await rulesOf(req, { door: 'consents.record-refusal', id, input: {} })).toEqual(['R08'])
  })

  it('R07 refuses a check-in without papers', async () => {
    const { id } = await appointment()
    const req = await requestAs(app, ben)
    expect(await rulesOf(req, { door: 'appointments.check-in', id, input: {} })).toEqual(['R07'])
    expect((await read(app, 'appointments', id))['status']).toBe('booked')
  })

  it('R17 refuses the second booking', async () => {
    const { patient } = await appointment({ status: 'completed' })
    const input = {
      patient,
      clinician: kim.id,
      startsAt: '2026-04-21T17:00:00.000Z',
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: place.location,
    }
    const req = await requestAs(app, ben)
    expect(await rulesOf(req, { door: 'appointments.book', id: null, input })).toEqual(['R17'])
    expect(await rowsOf(app, 'slot-holds')).toEqual([])
  })

  it('R36 refuses a session before its time', async () => {
    const { id } = await appointment({ status: 'checkedIn' })
    const req = await requestAs(app, kim)
    expect(await rulesOf(req, { door: 'appointments.start-session', id, input: {} })).toEqual([
      'R36',
    ])
  })
})

describe('R01 and R107 an API client posts an inquiry', () => {
  it('twice under one key makes one prospect; a scope it lacks is refused', async () => {
    const made = await rosa.client.post('/api/api-clients/register', {
      name: 'Partner',
      scopes: 'inquiries:create',
    })
    expect(made.status).toBe(201)
    const issued = await rosa.client.post(`/api/api-clients/${made.body.id}/issue-key`, {
      days: 30,
    })
    const key = issued.body.result?.key
    expect(typeof key).toBe('string')
    const partner = clientOf(app, { authorization: `Bearer ${key}` })
    const body = {
      chosenName: 'Partner Person',
      email: 'pp@example.test',
      referralSource: 'Partner CRM',
    }
    const headers = { 'Idempotency-Key': 'crm-0000001' }
    const first = await partner.post('/api/inquiries', body, headers)
    const second = await partner.post('/api/inquiries', body, headers)
    expect([first.status, second.status]).toEqual([201, 200])
    const rows = await rowsOf(app, 'inquiries', { email: 'pp@example.test' })
    expect(rows).toMatchObject([{ source: 'Partner CRM', status: 'new' }])
    expect((await partner.get('/api/inquiries')).status).toBe(403)
    expect((await partner.post(`/api/inquiries/${rows[0]?.id}/triage`, {})).status).toBe(403)
    const other = await partner.post('/api/inquiries', { ...body, chosenName: 'Other' }, headers)
    expect(other.status).toBe(409)
  })
})
