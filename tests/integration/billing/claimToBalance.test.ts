import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read837P } from '@/src/domain/billing/x12/read837'
import { clock } from '@/src/lib/clock'
import {
  balance,
  checkBooks,
  complete,
  diagnose,
  era,
  importEra,
  makeInsured,
  makeOffice,
  makeVisit,
  type Office,
  postEra,
  signVisit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makePortalUser, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

describe('E1 from the session to a balance of zero', () => {
  it('charges, claims, posts, states and is paid', async () => {
    const { dana } = office
    const { patient, memberId } = await makeInsured(office)
    const ana = await makePortalUser(app, patient, 'e1@example.test')
    const visit = await makeVisit(office, { patient, kind: 'intake', minutes: 49 })
    await complete(office, visit)
    const [charge] = await rowsOf(app, 'charges', { session: visit.session })
    expect(charge).toMatchObject({
      code: '90791',
      amountCents: 18_000,
      status: 'awaitingNote',
      placeOfService: '11',
      payer: office.aetna,
    })
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 18_000 })

    await diagnose(app, patient)
    await signVisit(office, { patient, visit })
    const [claim] = await rowsOf(app, 'claims', { session: visit.session })
    expect(claim).toMatchObject({
      status: 'draft',
      isGreen: true,
      openFindings: 0,
      totalCents: 18_000,
    })
    const readiness = await dana.client.get(`/api/claims/${claim?.id}/readiness`)
    expect(readiness.body.findings.filter((finding: { ok: boolean }) => !finding.ok)).toEqual([])
    expect(readiness.body).toMatchObject({
      ready: true,
      filing: { deadline: '2026-07-13', daysLeft: 90 },
    })

    const sent = await dana.client.post(`/api/claims/${claim?.id}/submit`, {})
    expect(sent.status).toBe(200)
    expect(sent.body).toMatchObject({ status: 'submitted', advice: [] })
    const file = await dana.client.get(sent.body.result.fileUrl)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toContain('837P-')
    const { files, findings } = read837P(file.body)
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
    expect(files[0]?.claims[0]).toMatchObject({
      controlNumber: claim?.['controlNumber'],
      subscriber: { memberId },
      diagnoses: ['F411'],
      lines: [{ code: '90791', chargeCents: 18_000, serviceDate: '2026-04-14' }],
    })
    expect((await read(app, 'charges', charge?.id ?? ''))['status']).toBe('claimed')

    const tooEarly = await dana.client.post('/api/statements/issue', { patient })
    expect(tooEarly.status).toBe(422)
    expect(tooEarly.body.errors[0]).toMatchObject({ rule: 'R82' })

    const text = era({
      claims: [
        {
          controlNumber: String(claim?.['controlNumber']),
          memberId,
          chargeCents: 18_000,
          paidCents: 9_600,
          adjustments: [
            ['CO', '45', 6_400],
            ['PR', '3', 2_000],
          ],
        },
      ],
    })
    const posted = await postEra(office, text)
    expect(posted.status).toBe(200)
    expect(posted.body.result).toMatchObject({
      status: 'posted',
      paymentCents: 9_600,
      postedCents: 9_600,
      parkedCents: 0,
      matched: 1,
    })
    expect(await read(app, 'claims', claim?.id ?? '')).toMatchObject({
      status: 'patientOwes',
      paidCents: 9_600,
      contractualCents: 6_400,
      patientShareCents: 2_000,
      deniedCents: 0,
    })
    expect(await balance(office, patient)).toMatchObject({
      dueCents: 2_000,
      payersDueCents: 0,
      statement: null,
    })

    const issued = await dana.client.post('/api/statements/issue', { patient })
    expect(issued.status).toBe(201)
    expect(issued.body.result.totalCents).toBe(2_000)
    const pdf = await ana.client.get(`/api/statements/${issued.body.id}/pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await ana.client.get('/api/statements')).body.docs).toHaveLength(1)
    expect(await rowsOf(app, 'outbox', { template: 'statement-ready' })).toHaveLength(1)

    const paid = await ana.client.post('/api/payments/pay', {
      statement: issued.body.id,
      amountCents: 2_000,
      token: 'test-card',
    })
    expect(paid.status).toBe(201)
    expect(await balance(office, patient)).toMatchObject({
      dueCents: 0,
      unappliedCents: 0,
      payersDueCents: 0,
    })
    expect(await read(app, 'statements', issued.body.id)).toMatchObject({
      status: 'paid',
      paidCents: 2_000,
    })
    const own = await ana.client.get('/api/statements/balance')
    expect(own.body).toMatchObject({ patient, netDueCents: 0 })
    await checkBooks(app)

    const again = await importEra(dana.client, text)
    expect([again.status, again.body.isDuplicate]).toEqual([200, true])
  })
})
