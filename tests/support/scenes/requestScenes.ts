import { makePortalUser, makeStaff, type Person } from '@/tests/support/people'
import { addAmendment, addRequest } from '@/tests/support/sharing'
import type { Scenes } from './scene'
import { next, openTask, type Stage, somebody } from './stage'

const compliance = ({ app }: Stage): Promise<Person> =>
  makeStaff(app, `Sam ${next()}`, ['compliance'])

const open = async (
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const id = await addRequest(stage.app, await somebody(stage, name), more)
  await openTask(stage, 'records-request', { slug: 'record-requests', id })
  return id
}

const amendment = async (
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const id = await addAmendment(stage.app, await somebody(stage, name), more)
  await openTask(stage, 'amendment', { slug: 'amendment-requests', id })
  return id
}

/** Compliance takes `action` on a request to change the record. */
const amending = (
  action: string,
  { body, more }: { body?: Record<string, unknown>; more?: Record<string, unknown> } = {},
): Scenes<Stage>[string]['begin'] => {
  return async (stage, name) => ({
    client: (await compliance(stage)).client,
    path: `/api/amendment-requests/${await amendment(stage, name, more)}/${action}`,
    body,
  })
}

const amendmentScenes: Scenes<Stage> = {
  'amendment-requests.ask': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const portal = await makePortalUser(stage.app, patient, `amends${next()}@example.test`)
      const body = { about: 'identity', wrong: 'My name.', wish: 'Ana Maria.' }
      return { client: portal.client, path: '/api/amendment-requests/ask', body }
    },
  },
  'amendment-requests.enter': {
    isEachItsOwn: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: '/api/amendment-requests/enter',
      body: {
        patient: await somebody(stage, name),
        about: 'other',
        channel: 'letter',
        receivedOn: '2026-04-13',
        wrong: 'The dates.',
      },
    }),
  },
  'amendment-requests.extend': {
    isRepeatable: true,
    begin: amending('extend', { body: { extensionReason: 'The author is away.' } }),
  },
  'amendment-requests.accept': {
    begin: amending('accept', { body: { answer: 'The name was put right.' } }),
  },
  'amendment-requests.deny': {
    begin: amending('deny', {
      body: { denialGround: 'accurate', denialReason: 'It is what was said.' },
    }),
  },
  'amendment-requests.disagree': {
    isRepeatable: true,
    begin: amending('disagree', {
      body: { statement: 'I never said that.' },
      more: { status: 'denied' },
    }),
  },
  'amendment-requests.withdraw': { begin: amending('withdraw') },
}

export const requestScenes: Scenes<Stage> = {
  ...amendmentScenes,
  'record-requests.ask': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const portal = await makePortalUser(stage.app, patient, `asks${next()}@example.test`)
      const body = { classes: 'plans notes', format: 'pdf', wishes: 'For my own files.' }
      return { client: portal.client, path: '/api/record-requests/ask', body }
    },
  },
  'record-requests.enter': {
    isEachItsOwn: true,
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: '/api/record-requests/enter',
      body: {
        patient: await somebody(stage, name),
        kind: 'access',
        requesterKind: 'lawyer',
        requesterName: 'Pike and Partners',
        channel: 'letter',
        receivedOn: '2026-04-13',
      },
    }),
  },
  'record-requests.verify': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name)}/verify`,
      body: { verifiedHow: 'photoId' },
    }),
  },
  'record-requests.extend': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name)}/extend`,
      body: { extensionReason: 'The old papers are in the archive.', exception: 'infeasible' },
    }),
  },
  'record-requests.fulfil': {
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name)}/fulfil`,
      body: { classes: 'plans notes', format: 'pdf', method: 'portal', basis: 'individual' },
    }),
  },
  'record-requests.deny': {
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name)}/deny`,
      body: {
        denialGround: 'endangersPerson',
        denialReason: 'It would put somebody in danger.',
        exception: 'harm',
      },
    }),
  },
  'record-requests.refuse': {
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name, { requesterKind: 'lawyer' })}/refuse`,
      body: { matter: 'A custody matter; no authorization came with the letter.' },
    }),
  },
  'record-requests.ask-review': {
    begin: async (stage, name) => {
      const id = await open(stage, name, { status: 'denied', denialGround: 'harmsOther' })
      const { client } = await compliance(stage)
      return { client, path: `/api/record-requests/${id}/ask-review` }
    },
  },
  'record-requests.review': {
    begin: async (stage, name) => {
      const id = await open(stage, name, {
        status: 'denied',
        denialGround: 'harmsOther',
        reviewAskedAt: '2026-04-12T10:00:00.000Z',
      })
      await openTask(stage, 'denial-review', { slug: 'record-requests', id })
      return {
        client: stage.imani.client,
        path: `/api/record-requests/${id}/review`,
        body: { reviewOutcome: 'overturned', reviewReason: 'Nobody can be harmed by it.' },
      }
    },
  },
  'record-requests.withdraw': {
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: `/api/record-requests/${await open(stage, name)}/withdraw`,
    }),
  },
}
