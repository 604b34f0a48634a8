import { insert, insertProxy } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, type Stage, somebody } from './stage'

/** Born fifteen years before the day the scenes play on. */
const childhood = { dateOfBirth: '2011-02-03', region: 'CA', parents: 'together' }

const child = (stage: Stage, name: string, more: Record<string, unknown> = {}): Promise<string> =>
  somebody(stage, name, { ...childhood, ...more })

const proxyOf = async (
  { app }: Stage,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const email = `parent${next()}@example.test`
  const { proxy } = await insertProxy(app, { patient, email, ...more })
  return proxy
}

const proposed = { status: 'proposed', startsOn: null }

const episodeOf = (
  { app, leo }: Stage,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> =>
  insert(app, 'care-episodes', {
    uniqueKey: `alone|${patient}|1`,
    patient,
    consentBasis: 'minorAlone',
    status: 'open',
    state: 'CA',
    lawKey: 'CA@2024-07-01',
    clinician: leo.id,
    isOpenToProxies: false,
    ...more,
  })

const at = (slug: string, id: string, action: string): string => `/api/${slug}/${id}/${action}`

export const minorScenes: Scenes<Stage> = {
  'proxies.approve': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('proxies', await proxyOf(stage, await child(stage, name), proposed), 'approve'),
      body: { openPortal: true },
    }),
  },
  'proxies.invite': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('proxies', await proxyOf(stage, await child(stage, name)), 'invite'),
      // Of several at once the later ones find the account that the first one made.
      body: { isSamePerson: true },
    }),
  },
  'proxies.set-rights': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('proxies', await proxyOf(stage, await child(stage, name)), 'set-rights'),
      body: { mayBook: true },
    }),
  },
  'proxies.revoke': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('proxies', await proxyOf(stage, await child(stage, name)), 'revoke'),
      body: { reason: 'orderChanged' },
    }),
  },
  'proxies.refuse': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: at('proxies', await proxyOf(stage, await child(stage, name)), 'refuse'),
      body: { reason: 'There was violence at home.' },
    }),
  },
  'care-episodes.consent-alone': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: '/api/care-episodes/consent-alone',
      body: {
        patient: await child(stage, name),
        isMatureEnough: true,
        reason: 'Would not come otherwise.',
      },
    }),
  },
  'care-episodes.consent-alone trainee': {
    begin: async (stage, name) => ({
      client: stage.leo.client,
      path: '/api/care-episodes/consent-alone',
      body: {
        patient: await child(stage, name),
        isMatureEnough: true,
        reason: 'Would not come otherwise.',
      },
    }),
  },
  'care-episodes.confirm-consult': {
    begin: async (stage, name) => {
      const id = await episodeOf(stage, await child(stage, name), { status: 'consulting' })
      return { client: stage.kim.client, path: at('care-episodes', id, 'confirm-consult') }
    },
  },
  'care-episodes.open-to-proxies': {
    begin: async (stage, name) => {
      const id = await episodeOf(stage, await child(stage, name))
      return { client: stage.kim.client, path: at('care-episodes', id, 'open-to-proxies') }
    },
  },
  'care-episodes.close': {
    begin: async (stage, name) => {
      const id = await episodeOf(stage, await child(stage, name))
      return { client: stage.kim.client, path: at('care-episodes', id, 'close') }
    },
  },
  'patients.answer-custody': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at('patients', await child(stage, name), 'answer-custody'),
      body: { parents: 'apart' },
    }),
  },
  'patients.review-custody': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const patient = await child(stage, name, { parents: 'apart' })
      const document = await insert(stage.app, 'documents', {
        patient,
        kind: 'custody',
        status: 'active',
        filename: `${next()}.pdf`,
      })
      return {
        client: stage.kim.client,
        path: at('patients', patient, 'review-custody'),
        body: { document },
      }
    },
  },
}
