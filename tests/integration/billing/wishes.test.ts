import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markChargeReady } from '@/collections/billing/effects/markChargeReady'
import { queueMail } from '@/collections/system/mail/queueMail'
import { clock } from '@/src/lib/clock'
import {
  asFollowUp,
  balance,
  complete,
  diagnose,
  makeClaim,
  makeClient,
  makeInsured,
  makeOffice,
  makePayer,
  makeVisit,
  type Office,
  signVisit,
  submit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { textsOfPdf } from '@/tests/support/pdf'
import {
  insert,
  makePortalUser,
  makeProxy,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import { docsOf, portalDoor } from '@/tests/support/portal'
import { requestAs, rowsOf } from '@/tests/support/practice'
import { addRelease, toDrLee } from '@/tests/support/sharing'

let app: TestApp
let office: Office
let sam: Person

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const sentence = ({ body }: { body: { errors?: { message: string }[] } }): string =>
  (body.errors ?? []).map(({ message }) => message).join(' ')

let hour = 0

const book = async (patient: string, more: Record<string, unknown> = {}): Promise<string> => {
  hour += 1
  const startsAt = new Date(Date.parse('2026-04-20T07:00:00.000Z') + hour * 7_200_000).toISOString()
  const answer = await done(office.ben, '/api/appointments/book', {
    patient,
    clinician: office.kim.id,
    startsAt,
    minutes: 50,
    kind: 'individual',
    format: 'inPerson',
    location: office.place.location,
    ...more,
  })
  return String(answer.body.id)
}

/** The mails a patient gets, as the owner reads them in the outbox. */
const mailsOf = async (recipientId: string): Promise<Record<string, string>[]> => {
  const rows = await rowsOf(app, 'outbox', { recipientId })
  return Promise.all(
    rows.map(async ({ id }) => (await office.rosa.client.get(`/api/outbox/${id}`)).body),
  )
}

const met = (patient: string) =>
  insert(app, 'intake-assessments', { patient, status: 'signed', isFinal: true })

const somebody = async (more: Record<string, unknown> = {}): Promise<string> => {
  const patient = await makeClient(office, {
    email: `home${hour}${Object.keys(more).length}@example.test`,
    mayEmail: true,
    ...more,
  })
  await met(patient)
  return patient
}

const authorize = async (policy: string): Promise<string> => {
  const made = await done(office.dana, '/api/authorizations', {
    policy,
    number: 'A-1',
    unitsApproved: 3,
    effectiveFrom: '2026-04-01',
    effectiveTo: '2026-06-30',
  })
  return String(made.body.doc.id)
}

/** A changed authorization looks at all visits inside its dates again. */
const touch = (id: string) =>
  office.dana.client.patch(`/api/authorizations/${id}`, { number: 'A-2' })

/** Reserved and used. */
const unitsOf = async (authorization: string): Promise<unknown[]> => {
  const row = await read(app, 'authorizations', authorization)
  return [row['unitsReserved'], row['unitsUsed']]
}

const wish = (patient: string, body: Record<string, unknown>) =>
  office.ben.client.patch(`/api/patients/${patient}`, body)

describe('MN-6 R109 how a patient asked to be reached', () => {
  it('moves every mail to the address asked for, those that wait in the outbox as well', async () => {
    const patient = await somebody({ email: 'home@example.test' })
    await book(patient)
    expect((await mailsOf(patient)).map(({ to }) => to)).toEqual(['home@example.test'])
    expect((await wish(patient, { privateEmail: 'safe@example.test' })).status).toBe(200)
    await book(patient)
    expect((await mailsOf(patient)).map(({ to }) => to)).toEqual([
      'safe@example.test',
      'safe@example.test',
    ])
  })

  it('says nothing on the outside: no name of the practice, no number, no telling subject', async () => {
    const patient = await somebody({ isNeutralOutside: true })
    await book(patient)
    const [mail] = await mailsOf(patient)
    expect(mail?.['subject']).toBe('A message for you')
    for (const telling of ['Harbour', '5035550100', '988', 'appointment', 'Crisis'])
      expect(mail?.['text']).not.toContain(telling)
    expect(mail?.['text']).toContain('/portal')
  })

  it('sends no mail where none is wanted, and takes back what waited; signing in goes on', async () => {
    const patient = await somebody({ email: 'quiet@example.test' })
    const account = await makePortalUser(app, patient, 'quiet@example.test')
    await book(patient)
    await wish(patient, { noEmail: true })
    expect((await mailsOf(patient)).map(({ to }) => to)).toEqual([''])
    await book(patient)
    const req = await requestAs(app, office.rosa)
    const mail = { recipientKind: 'portal-users', recipientId: account.id } as const
    await queueMail(req, { ...mail, template: 'something-to-read', uniqueKey: 'quiet|read' })
    await queueMail(req, { ...mail, template: 'statement-ready', uniqueKey: 'quiet|statement' })
    await queueMail(req, { ...mail, template: 'sign-in-changed', uniqueKey: 'quiet|sign-in' })
    expect(await mailsOf(patient)).toHaveLength(1)
    expect((await mailsOf(account.id)).map(({ to, template }) => [template, to])).toEqual([
      ['sign-in-changed', 'quiet@example.test'],
    ])
  })

  it('writes to an account where its patient asked, but about signing in to its own address', async () => {
    const patient = await somebody({ privateEmail: 'elsewhere@example.test' })
    const account = await makePortalUser(app, patient, 'account@example.test')
    const req = await requestAs(app, office.rosa)
    const mail = { recipientKind: 'portal-users', recipientId: account.id } as const
    await queueMail(req, { ...mail, template: 'statement-ready', uniqueKey: 'else|statement' })
    await queueMail(req, { ...mail, template: 'sign-in-changed', uniqueKey: 'else|sign-in' })
    const mails = await mailsOf(account.id)
    expect(Object.fromEntries(mails.map(({ template, to }) => [template, to]))).toEqual({
      'statement-ready': 'elsewhere@example.test',
      'sign-in-changed': 'account@example.test',
    })
  })

  const elsewhere = 'c/o June Hart\nPO Box 9\nSalem, OR 97301'

  const issue = async (more: Record<string, unknown>) => {
    const patient = await makeClient(office, { isSelfPay: true, ...more })
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    await signVisit(office, { patient, visit })
    const issued = await done(office.dana, '/api/statements/issue', { patient })
    return { patient, path: `/api/statements/${issued.body.id}` }
  }

  /** All that the paper says, and what the file says about itself. */
  const paperOf = async ({ client }: Person, path: string): Promise<string> => {
    const { bytes } = await client.get(`${path}/pdf`)
    return `${textsOfPdf(bytes)} ${Buffer.from(bytes).toString('latin1')}`
  }

  it('prints statements to the address asked for, also one that was made before', async () => {
    const { path } = await issue({ privateAddress: elsewhere })
    expect((await office.dana.client.get(path)).body.addressedTo).toBe(elsewhere)
    expect(await paperOf(office.dana, path)).toContain('PO Box 9')
    const before = await issue({})
    expect(await paperOf(office.dana, before.path)).toContain('12 Bay Street')
    await wish(before.patient, { privateAddress: elsewhere })
    const paper = await paperOf(office.dana, before.path)
    expect(paper).toContain('PO Box 9')
    expect(paper).not.toContain('12 Bay Street')
  })

  it('prints nothing about who writes where a plain envelope is asked for', async () => {
    const { path, patient } = await issue({ isNeutralOutside: true })
    const paper = await paperOf(office.dana, path)
    expect(paper).toContain('1 Harbour Way')
    for (const telling of ['Harbour Therapy', '5035550100']) expect(paper).not.toContain(telling)
    await done(office.rosa, '/api/globals/practice', { neutralSender: 'H. T.\nPO Box 77' })
    const own = await paperOf(office.dana, path)
    expect(own).toContain('H. T. PO Box 77')
    expect(own).not.toContain('1 Harbour Way')
    await wish(patient, { isNeutralOutside: false })
    expect(await paperOf(office.dana, path)).toContain('Harbour Therapy')
  })

  it('T030 keeps the address from somebody who acts for the patient and has the right to bills', async () => {
    const { path, patient } = await issue({ privateAddress: elsewhere, isNeutralOutside: true })
    const other = await makeProxy(app, { patient, email: 'pays.along@example.test' })
    const seen = await portalDoor(app, other.client.cookie)('GET', path.replace('/api', ''))
    expect(seen.status).toBe(200)
    const paper = await paperOf(other, path)
    expect(paper).toContain('Harbour Therapy')
    for (const text of [seen.text, paper])
      for (const hidden of ['June Hart', 'PO Box', '12 Bay Street', 'Salem'])
        expect(text).not.toContain(hidden)
  })

  it('is changed by the patient in the portal, and is not there for somebody who acts for them', async () => {
    const patient = await somebody()
    const own = await makePortalUser(app, patient, 'own.wish@example.test')
    const door = portalDoor(app, own.client.cookie)
    const changed = await door('PATCH', `/patients/${patient}`, {
      privatePhone: '503-555-0177',
      noEmail: true,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(await read(app, 'patients', patient)).toMatchObject({
      privatePhone: '503-555-0177',
      noEmail: true,
    })
    const other = await makeProxy(app, { patient, email: 'reads.along@example.test' })
    const [seen] = docsOf(await portalDoor(app, other.client.cookie)('GET', '/patients'))
    expect(seen?.id).toBe(patient)
    for (const name of ['privatePhone', 'privateEmail', 'privateAddress', 'noEmail'])
      expect(seen).not.toHaveProperty(name)
  })
})

describe('MI-5 care that a minor consented to alone', () => {
  const minor = { dateOfBirth: '2010-04-20', region: 'CA', parents: 'together' }

  const alone = async (patient: string): Promise<string> => {
    const answer = await done(office.kim, '/api/care-episodes/consent-alone', {
      patient,
      isMatureEnough: true,
      reason: 'Would not come otherwise.',
    })
    return String(answer.body.id)
  }

  it('is not written about to an address of a parent, only to one of the minor', async () => {
    const patient = await somebody({ ...minor, email: 'mira@example.test' })
    await makeProxy(app, { patient, email: 'mira@example.test', basis: 'parent' })
    const episode = await alone(patient)
    await book(patient, { care: 'alone' })
    expect(await mailsOf(patient)).toEqual([])
    await book(patient, { care: 'usual' })
    expect((await mailsOf(patient)).map(({ to }) => to)).toEqual(['mira@example.test'])
    await wish(patient, { privateEmail: 'maya@example.test' })
    await book(patient, { care: 'alone' })
    expect((await mailsOf(patient)).map(({ to }) => to)).toEqual([
      'maya@example.test',
      'maya@example.test',
    ])
    expect((await read(app, 'care-episodes', episode))['isOpenToProxies']).toBe(false)
  })

  it('R71 is not claimed from the plan of a parent, until the minor opens it', async () => {
    const { patient, policy } = await makeInsured(office, { relationship: 'child' })
    await app.payload.db.updateOne({ collection: 'patients', id: patient, data: minor })
    await diagnose(app, patient)
    const episode = await alone(patient)
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 50 })
    for (const [collection, id] of [
      ['appointments', visit.appointment],
      ['sessions', visit.session],
    ] as const)
      await app.payload.db.updateOne({ collection, id, data: { episode } })
    await complete(office, visit)
    await signVisit(office, { patient, visit })
    expect(await rowsOf(app, 'claims', { session: visit.session })).toEqual([])
    const authorization = await authorize(policy)
    expect(await unitsOf(authorization)).toEqual([0, 0])
    await done(office.kim, `/api/care-episodes/${episode}/open-to-proxies`)
    await asFollowUp(app, (context) => markChargeReady(context, visit.session))
    expect(await rowsOf(app, 'claims', { session: visit.session })).toHaveLength(1)
    await touch(authorization)
    expect(await unitsOf(authorization)).toEqual([0, 1])
  })
})

describe('MN-7 R71 a service that the patient pays and keeps from the plan', () => {
  const keep = (charge: string) =>
    office.dana.client.post(`/api/charges/${charge}/keep-from-plan`, {})

  it('is owed by the patient, and its draft claim is gone', async () => {
    const { patient, charge, claim } = await makeClaim(office)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 18_000 })
    const kept = await keep(charge)
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 18_000, payersDueCents: 0 })
    expect((await read(app, 'claims', claim))['status']).toBe('voided')
    expect((await keep(charge)).status).toBe(409)
  })

  it('is not claimed on any path: not checked, not sent alone, not in a batch, not by a new policy', async () => {
    const { patient, charge, claim, controlNumber } = await makeClaim(office)
    const other = await makeClaim(office)
    await keep(charge)
    const prepared = await office.dana.client.post(`/api/claims/${claim}/prepare`, {})
    expect(prepared.status).toBe(409)
    expect(sentence(prepared)).toContain('kept from the plan')
    // As if the draft had been left standing.
    await app.payload.db.updateOne({ collection: 'claims', id: claim, data: { status: 'ready' } })
    for (const [path, body] of [
      [`/api/claims/${claim}/submit`, {}],
      ['/api/claim-batches/submit', { claims: [claim, other.claim] }],
    ] as const) {
      const sent = await office.rosa.client.post(path, {
        ...body,
        _override: [{ rule: 'R71', reason: 'We want the money.' }],
      })
      expect([403, 409], `${path} ${sentence(sent)}`).toContain(sent.status)
      const byDana = await office.dana.client.post(path, body)
      expect(byDana.status, path).toBe(409)
      expect(sentence(byDana)).toContain('kept from the plan')
    }
    expect((await read(app, 'claims', other.claim))['status']).not.toBe('submitted')
    const second = await makePayer(app, { name: 'Moda', payerId: '13350', filingLimitDays: 90 })
    await done(office.dana, '/api/insurance-policies', {
      patient,
      payer: second,
      memberId: 'M55512',
      priority: 'secondary',
      relationship: 'self',
      effectiveOn: '2026-01-01',
    })
    expect(await read(app, 'charges', charge)).toMatchObject({ payer: null, isKeptFromPlan: true })
    const claims = await rowsOf(app, 'claims', { charge })
    expect(claims.map((row) => row['controlNumber'])).toEqual([controlNumber])
  })

  it('is not disclosed to an insurance company, by any range of days that holds it', async () => {
    const { patient, charge } = await makeClaim(office)
    await keep(charge)
    const release = await addRelease(app, patient, {
      recipientKind: 'insurer',
      recipientName: 'Aetna',
      purposeCode: 'payment',
    })
    const prepare = (more: Record<string, unknown>) =>
      sam.client.post('/api/disclosures/prepare', {
        ...toDrLee(patient, release, {
          recipientKind: 'insurer',
          recipientName: 'Aetna',
          purposeCode: 'payment',
        }),
        ...more,
      })
    const whole = await prepare({})
    expect(whole.status, JSON.stringify(whole.body)).toBe(409)
    expect(sentence(whole)).toContain('Choose days without it')
    const before = await prepare({ recordsFrom: '2026-01-01', recordsTo: '2026-04-13' })
    expect(before.status, JSON.stringify(before.body)).toBe(201)
    await app.payload.db.updateOne({
      collection: 'disclosures',
      id: before.body.id,
      data: { recordsTo: null },
    })
    const sent = await sam.client.post(`/api/disclosures/${before.body.id}/send`, {
      verifiedBy: 'knownAddress',
      method: 'fax',
    })
    expect(sent.status, JSON.stringify(sent.body)).toBe(409)
  })

  it('R72 uses none of the sessions that the plan authorized, until it may be told', async () => {
    const { charge, policy } = await makeClaim(office)
    const authorization = await authorize(policy)
    expect(await unitsOf(authorization)).toEqual([0, 1])
    await keep(charge)
    expect(await unitsOf(authorization)).toEqual([0, 0])
    await touch(authorization)
    expect(await unitsOf(authorization)).toEqual([0, 0])
    await done(office.dana, `/api/charges/${charge}/tell-plan`, { tellReason: 'patientAgreed' })
    expect(await unitsOf(authorization)).toEqual([0, 1])
  })

  it('comes too late once the plan knows, and says what to do', async () => {
    const { charge, claim } = await makeClaim(office)
    await submit(office, claim)
    const late = await keep(charge)
    expect(late.status).toBe(409)
    expect(sentence(late)).toContain('Void the claim first.')
  })

  it('stays so when it was paid, and may be told when it was not, or when the patient agrees', async () => {
    const { patient, charge } = await makeClaim(office)
    await keep(charge)
    const tell = (tellReason: string) =>
      office.dana.client.post(`/api/charges/${charge}/tell-plan`, { tellReason })
    await done(office.dana, '/api/payments/record', {
      patient,
      amountCents: 18_000,
      method: 'cash',
    })
    const refused = await tell('notPaid')
    expect(refused.status).toBe(422)
    expect(sentence(refused)).toContain('paid in full')
    expect((await tell('patientAgreed')).status).toBe(200)
    const unpaid = await makeClaim(office)
    await keep(unpaid.charge)
    const told = await office.dana.client.post(`/api/charges/${unpaid.charge}/tell-plan`, {
      tellReason: 'notPaid',
    })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    expect(await balance(office, unpaid.patient)).toMatchObject({
      dueCents: 0,
      payersDueCents: 18_000,
    })
    expect(await read(app, 'charges', unpaid.charge)).toMatchObject({ payer: office.aetna })
  })
})
