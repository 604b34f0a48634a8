import {
  complete,
  type EraClaim,
  era,
  makeClaim,
  makeClient,
  makeInsured,
  makeVisit,
  type Office,
  postEra,
  signVisit,
  submit,
} from '@/tests/support/billing'
import { insert, makePortalUser } from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import type { Scenes } from './scene'
import { next } from './stage'

const claimPath = (id: string, action: string): string => `/api/claims/${id}/${action}`

/** At the payer, who gave it a number. */
const accepted = async (office: Office): Promise<string> => {
  const { claim } = await makeClaim(office)
  await submit(office, claim)
  await done(office.dana, claimPath(claim, 'mark-accepted'), { payerClaimNumber: `ICN${next()}` })
  return claim
}

/** Somebody who owes $160 for themselves. */
const owes = async (office: Office): Promise<string> => {
  const patient = await makeClient(office, { isSelfPay: true })
  const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
  await complete(office, visit)
  await signVisit(office, { patient, visit })
  return patient
}

const paid = async (office: Office, patient: string, amountCents: number): Promise<string> => {
  const body = { patient, amountCents, method: 'cash' }
  return String((await done(office.dana, '/api/payments/record', body)).body.id)
}

/** Money that came before anything was owed, then a charge it could pay. */
const prepaid = async (office: Office): Promise<string> => {
  const patient = await makeClient(office, { isSelfPay: true })
  const payment = await paid(office, patient, 5_000)
  const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
  await complete(office, visit)
  return payment
}

const statement = async (office: Office): Promise<{ id: string; patient: string }> => {
  const patient = await owes(office)
  const answer = await done(office.dana, '/api/statements/issue', { patient })
  return { id: String(answer.body.id), patient }
}

export const chargeScenes: Scenes<Office> = {
  'charges.keep-from-plan': {
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/charges/${(await makeClaim(office)).charge}/keep-from-plan`,
    }),
  },
  'charges.pass-on': {
    begin: async (office) => {
      const { charge, claim, controlNumber, memberId } = await makeClaim(office)
      await submit(office, claim)
      const adjustments: EraClaim['adjustments'] = [['PR', '27', 18_000]]
      const denied = { controlNumber, memberId, chargeCents: 18_000, paidCents: 0, adjustments }
      await postEra(office, era({ claims: [denied] }))
      const body = { amountCents: 18_000, reason: 'The plan had ended.' }
      return { client: office.dana.client, path: `/api/charges/${charge}/pass-on`, body }
    },
  },
  'charges.tell-plan': {
    begin: async (office) => {
      const { charge } = await makeClaim(office)
      await done(office.dana, `/api/charges/${charge}/keep-from-plan`)
      const body = { tellReason: 'patientAgreed' }
      return { client: office.dana.client, path: `/api/charges/${charge}/tell-plan`, body }
    },
  },
  'charges.void': {
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/charges/${(await makeClaim(office)).charge}/void`,
      body: { reason: 'Entered twice.' },
    }),
  },
  'charges.write-off': {
    isRepeatable: true,
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/charges/${(await makeClaim(office)).charge}/write-off`,
      body: { amountCents: 2_000, owedBy: 'payer', reason: 'As a courtesy.' },
    }),
  },
  'claims.prepare': {
    isRepeatable: true,
    begin: async (office) => ({
      client: office.dana.client,
      path: claimPath((await makeClaim(office)).claim, 'prepare'),
    }),
  },
  'claims.submit': {
    begin: async (office) => ({
      client: office.dana.client,
      path: claimPath((await makeClaim(office)).claim, 'submit'),
    }),
  },
  'claims.mark-accepted': {
    begin: async (office) => {
      const { claim } = await makeClaim(office)
      await submit(office, claim)
      const body = { payerClaimNumber: `ICN${next()}` }
      return { client: office.dana.client, path: claimPath(claim, 'mark-accepted'), body }
    },
  },
  'claims.reject': {
    begin: async (office) => {
      const { claim } = await makeClaim(office)
      await submit(office, claim)
      const body = { reason: 'The member was not found.' }
      return { client: office.dana.client, path: claimPath(claim, 'reject'), body }
    },
  },
  'claims.replace': {
    begin: async (office) => ({
      client: office.dana.client,
      path: claimPath(await accepted(office), 'replace'),
    }),
  },
  'claims.void': {
    begin: async (office) => ({
      client: office.dana.client,
      path: claimPath((await makeClaim(office)).claim, 'void'),
      body: { reason: 'Entered in error.' },
    }),
  },
  'claims.void sent': {
    begin: async (office) => ({
      client: office.dana.client,
      path: claimPath(await accepted(office), 'void'),
      body: { reason: 'Never took place.' },
    }),
  },
  'claim-batches.submit': {
    // Who was too late drew a number and found nothing left to send.
    lateRows: ['+ claim-batches claim_count=0', '+ claim-batches __v=* _id=* claimCount=0'],
    begin: async (office) => {
      const claims = [(await makeClaim(office)).claim]
      return { client: office.dana.client, path: '/api/claim-batches/submit', body: { claims } }
    },
  },
  'authorizations.close': {
    begin: async (office) => {
      const { patient, policy } = await makeInsured(office)
      const id = await insert(office.app, 'authorizations', {
        policy,
        patient,
        number: `A${next()}`,
        unitsApproved: 5,
        unitsReserved: 0,
        unitsUsed: 0,
        effectiveFrom: '2026-01-01',
        effectiveTo: '2026-12-31',
        status: 'active',
      })
      return { client: office.dana.client, path: `/api/authorizations/${id}/close` }
    },
  },
  'insurance-policies.end': {
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/insurance-policies/${(await makeInsured(office)).policy}/end`,
      body: { terminatedOn: '2026-04-30' },
    }),
  },
  'payments.record': {
    isEachItsOwn: true,
    begin: async (office) => ({
      client: office.dana.client,
      path: '/api/payments/record',
      body: { patient: await owes(office), amountCents: 1_000, method: 'cash' },
    }),
  },
  'payments.pay': {
    begin: async (office) => {
      const { id, patient } = await statement(office)
      const { client } = await makePortalUser(office.app, patient, `payer${next()}@example.test`)
      const body = { statement: id, amountCents: 16_000, token: 'test-card' }
      return { client, path: '/api/payments/pay', body }
    },
  },
  'payments.apply': {
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/payments/${await prepaid(office)}/apply`,
    }),
  },
  'payments.refund': {
    isRepeatable: true,
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/payments/${await prepaid(office)}/refund`,
      body: { amountCents: 4_000, reason: 'Moved away.' },
    }),
  },
  'statements.issue': {
    begin: async (office) => {
      const patient = await owes(office)
      await makePortalUser(office.app, patient, `reader${next()}@example.test`)
      return { client: office.dana.client, path: '/api/statements/issue', body: { patient } }
    },
  },
  'statements.void': {
    begin: async (office) => ({
      client: office.dana.client,
      path: `/api/statements/${(await statement(office)).id}/void`,
      body: { reason: 'Wrong amount.' },
    }),
  },
}
