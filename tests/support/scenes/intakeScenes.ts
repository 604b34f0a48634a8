import { insert, makePortalUser } from '@/tests/support/people'
import { tuesday } from '@/tests/support/practice'
import type { Scenes } from './scene'
import { next, openTask, put, type Stage, somebody } from './stage'

const danger = {
  urgency: 'today',
  suicidalThoughts: 'plan',
  homicidalThoughts: 'none',
  recentAttempt: 'no',
  violenceAtHome: 'no',
  psychosis: 'no',
  impairment: 'some',
  supports: 'several',
  substance: 'none',
  medical: 'none',
  safetyAction: 'connected988',
}

const inquiry = ({ app }: Stage, status = 'triaged'): Promise<string> =>
  insert(app, 'inquiries', {
    chosenName: 'Jo',
    email: `jo${next()}@example.test`,
    contactPreference: 'email',
    mayEmail: true,
    status,
    tier: 'standard',
    mustActToday: false,
    referralSource: 'search',
    receivedAt: tuesday,
  })

const waiting = async (stage: Stage): Promise<{ id: string; entry: string }> => {
  const id = await inquiry(stage, 'waitlisted')
  const entry = await insert(stage.app, 'waitlist-entries', {
    uniqueKey: `waits|${id}`,
    inquiry: id,
    tier: 'standard',
    addedOn: '2026-04-01',
    status: 'waiting',
  })
  return { id, entry }
}

const packetItem = (
  { app }: Stage,
  patient: string,
  { kind, reference = null }: { kind: string; reference?: string | null },
): Promise<string> =>
  insert(app, 'packet-items', {
    uniqueKey: reference ? `${patient}|${kind}|${reference}` : `${patient}|${kind}`,
    patient,
    kind,
    reference,
    title: 'Something to fill in',
    status: 'open',
  })

const consent = async (
  stage: Stage,
  name: string,
  { kind, ...more }: Record<string, unknown> & { kind: string },
): Promise<string> => {
  const patient = await somebody(stage, name)
  await packetItem(stage, patient, { kind: 'consent', reference: kind })
  return insert(stage.app, 'consents', {
    uniqueKey: `consent|${patient}|${kind}`,
    patient,
    template: stage.texts[kind],
    kind,
    version: 1,
    status: 'pending',
    ...more,
  })
}

const at = (slug: string, id: string, action: string): string => `/api/${slug}/${id}/${action}`

export const intakeScenes: Scenes<Stage> = {
  'inquiries.triage': {
    isRepeatable: true,
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('inquiries', (await waiting(stage)).id, 'triage'),
      body: danger,
    }),
  },
  'inquiries.waitlist': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('inquiries', await inquiry(stage), 'waitlist'),
      body: { estimatedWait: 'six weeks' },
    }),
  },
  'inquiries.decline': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('inquiries', (await waiting(stage)).id, 'decline'),
      body: { reason: 'noCapacity', referredTo: 'County clinic' },
    }),
  },
  'inquiries.close': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('inquiries', (await waiting(stage)).id, 'close'),
      body: { reason: 'noAnswer' },
    }),
  },
  'inquiries.link': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('inquiries', await inquiry(stage), 'link'),
      body: { patient: await somebody(stage, name) },
    }),
  },
  'inquiries.book-intake': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('inquiries', (await waiting(stage)).id, 'book-intake'),
      body: {
        clinician: stage.kim.id,
        startsAt: new Date(Date.UTC(2026, 5, 1) + next() * 7_200_000).toISOString(),
        minutes: 60,
        location: stage.location,
        format: 'inPerson',
      },
    }),
  },
  'waitlist-entries.close': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: at('waitlist-entries', (await waiting(stage)).entry, 'close'),
      body: { reason: 'foundElsewhere' },
    }),
  },
  'patients.invite-portal': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('patients', await somebody(stage, name), 'invite-portal'),
    }),
  },
  'consents.sign': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('consents', await consent(stage, name, { kind: 'treatment' }), 'sign'),
      body: { signerName: 'Ana Test', agree: true },
    }),
  },
  'consents.record-refusal': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('consents', await consent(stage, name, { kind: 'privacyNotice' }), 'record-refusal'),
      body: { reason: 'Did not want to sign anything.' },
    }),
  },
  'consents.withdraw': {
    begin: async (stage, name) => {
      const id = await consent(stage, name, {
        kind: 'telehealth',
        status: 'signed',
        signedAt: tuesday,
        signerName: 'Ana Test',
        signerKind: 'patient',
      })
      return { client: stage.ben.client, path: at('consents', id, 'withdraw') }
    },
  },
  'consent-templates.publish-version': {
    begin: async (stage, name) => {
      const { app } = stage
      // One person who has not signed the version in force, whoever earlier scenes left behind.
      await app.payload.db.updateMany({
        collection: 'consents',
        where: { kind: { equals: 'feePolicy' } },
        data: { status: 'withdrawn' },
      })
      await consent(stage, name, { kind: 'feePolicy' })
      const id = await insert(app, 'consent-templates', {
        kind: 'feePolicy',
        title: 'Fees',
        body: `Fees, as of ${name}`,
        isActive: false,
      })
      return { client: stage.imani.client, path: at('consent-templates', id, 'publish-version') }
    },
  },
  'packet-items.complete': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name, {
        dateOfBirth: null,
        addressLine1: '12 Bay Street',
        city: 'Portland',
        region: 'OR',
        postalCode: '97202',
      })
      const { client } = await makePortalUser(stage.app, patient, `own${next()}@example.test`)
      const id = await packetItem(stage, patient, { kind: 'details' })
      return {
        client,
        path: at('packet-items', id, 'complete'),
        body: { dateOfBirth: '1990-02-03', sex: 'F' },
      }
    },
  },
  'packet-items.waive': {
    begin: async (stage, name) => {
      const id = await packetItem(stage, await somebody(stage, name), { kind: 'insuranceCard' })
      return {
        client: stage.ben.client,
        path: at('packet-items', id, 'waive'),
        body: { reason: 'Pays alone.' },
      }
    },
  },
  'portal-users.deactivate': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const { id } = await makePortalUser(stage.app, patient, `gone${next()}@example.test`)
      return { client: stage.ben.client, path: at('portal-users', id, 'deactivate') }
    },
  },
  'tasks.complete': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const id = await openTask(stage, 'call', { slug: 'patients', id: patient })
      return { client: stage.ben.client, path: at('tasks', id, 'complete') }
    },
  },
  'documents.void': {
    begin: async (stage, name) => {
      const id = await insert(stage.app, 'documents', {
        patient: await somebody(stage, name),
        kind: 'other',
        status: 'active',
        filename: `${next()}.png`,
      })
      return {
        client: stage.ben.client,
        path: at('documents', id, 'void'),
        body: { reason: 'Wrong patient.' },
      }
    },
  },
  'care-team-assignments.end': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const id = await insert(stage.app, 'care-team-assignments', {
        staff: stage.theo.id,
        patient,
        role: 'covering',
        startsOn: '2020-01-01',
        endsOn: null,
      })
      return { client: stage.ben.client, path: at('care-team-assignments', id, 'end') }
    },
  },
  'credentials.verify': {
    begin: async (stage) => {
      const id = await insert(stage.app, 'credentials', {
        staff: stage.theo.id,
        kind: 'license',
        state: 'OR',
        number: `L${next()}`,
        issuedOn: '2020-01-01',
        expiresOn: '2090-12-31',
      })
      await put(stage, 'credentials', { id, data: { verifiedAt: null } })
      return { client: stage.imani.client, path: at('credentials', id, 'verify') }
    },
  },
}
