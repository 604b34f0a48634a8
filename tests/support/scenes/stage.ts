import { webhookEvents } from '@/src/domain/webhooks/events'
import type { TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { assign, insert, makePatient } from '@/tests/support/people'
import { publishTexts } from '@/tests/support/practice'

export type Stage = Chart & {
  app: TestApp
  texts: Record<string, string>
  payer: string
}

/** A practice with its people, a location, published texts and a payer who authorizes sessions. */
export const makeStage = async (app: TestApp): Promise<Stage> => {
  const chart = await makeChart(app)
  const payer = await insert(app, 'payers', {
    name: 'Aetna',
    payerId: '60054',
    filingCode: 'CI',
    supervisionMode: 'ownNpi',
    filingLimitDays: 90,
    isActive: true,
    isSelfPay: false,
    requiresPlan: false,
    requiresAuthorization: true,
  })
  for (const code of ['90791', '90834', '90837'])
    await insert(app, 'fee-schedules', { code, amountCents: 12_000, effectiveFrom: '2020-01-01' })
  // Somebody listens to everything: the messages of an action are there when it is done, however it was.
  await insert(app, 'webhooks', {
    name: 'Everything',
    url: 'https://example.org/',
    events: webhookEvents.map(({ value }) => value).join(' '),
    state: 'active',
  })
  return { ...chart, app, texts: await publishTexts(app), payer }
}

let count = 0

/** Counts up, for keys and addresses that may exist once. */
export const next = (): number => {
  count += 1
  return count
}

/** Somebody with an address, on Kim's and Leo's caseload. */
export const somebody = async (
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const patient = await makePatient(stage.app, name, 'Test', {
    email: `p${next()}@example.test`,
    mayEmail: true,
    ...more,
  })
  await assign(stage.app, stage.kim.id, patient)
  await assign(stage.app, stage.leo.id, patient, { role: 'cotreating' })
  return patient
}

/** Five authorized sessions for somebody. */
export const authorize = async ({ app, payer }: Stage, patient: string): Promise<string> => {
  const policy = await insert(app, 'insurance-policies', {
    patient,
    payer,
    memberId: `W${next()}`,
    priority: 'primary',
    relationship: 'self',
    effectiveOn: '2026-01-01',
    status: 'active',
    lastCheckedOn: '2026-04-14',
    coverageResult: 'active',
  })
  return insert(app, 'authorizations', {
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
}

/** An open task about a record, for the action that closes it. */
export const openTask = (
  { app }: Stage,
  kind: string,
  { slug, id }: { slug: string; id: string },
): Promise<string> =>
  insert(app, 'tasks', {
    uniqueKey: `scene|${next()}`,
    title: 'Something to do',
    kind,
    assignedRole: 'frontDesk',
    dueAt: '2026-04-20T00:00:00.000Z',
    isUrgent: false,
    status: 'open',
    collectionSlug: slug,
    recordId: id,
  })

/** Straight into the database: brings a record to where an action begins. */
export const put = (
  { app }: Stage,
  collection: string,
  { id, data }: { id: string; data: Record<string, unknown> },
) => app.payload.db.updateOne({ collection, id, data })
