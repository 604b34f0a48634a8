import { insert } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, openTask, type Stage } from './stage'

const webhook = (stage: Stage, more: Record<string, unknown> = {}): Promise<string> =>
  insert(stage.app, 'webhooks', {
    name: `Receiver ${next()}`,
    url: 'https://example.org/hook',
    events: 'payment.recorded',
    state: 'active',
    ...more,
  })

export const webhookScenes: Scenes<Stage> = {
  'webhooks.register': {
    begin: async ({ rosa }, name) => ({
      client: rosa.client,
      path: '/api/webhooks/register',
      body: { name, url: 'https://example.org/hook', events: 'inquiry.created note.signed' },
    }),
  },
  'webhooks.change': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.rosa.client,
      path: `/api/webhooks/${await webhook(stage)}/change`,
      body: { name, url: 'https://example.org/other', events: 'note.signed' },
    }),
  },
  'webhooks.change-secret': {
    isRepeatable: true,
    begin: async (stage) => ({
      client: stage.rosa.client,
      path: `/api/webhooks/${await webhook(stage)}/change-secret`,
      body: { overlapHours: 24 },
    }),
  },
  'webhooks.pause': {
    begin: async (stage) => ({
      client: stage.rosa.client,
      path: `/api/webhooks/${await webhook(stage)}/pause`,
    }),
  },
  'webhooks.resume': {
    begin: async (stage) => {
      const id = await webhook(stage, { state: 'paused', pauseReason: 'failing' })
      await openTask(stage, 'webhook-paused', { slug: 'webhooks', id })
      return { client: stage.rosa.client, path: `/api/webhooks/${id}/resume` }
    },
  },
  'webhooks.send-test': {
    isRepeatable: true,
    begin: async (stage) => ({
      client: stage.rosa.client,
      path: `/api/webhooks/${await webhook(stage)}/send-test`,
    }),
  },
  'webhook-deliveries.replay': {
    begin: async (stage) => {
      const id = await insert(stage.app, 'webhook-deliveries', {
        uniqueKey: `delivery|${next()}`,
        webhook: await webhook(stage),
        event: 'payment.recorded',
        collectionSlug: 'payments',
        recordId: 'somewhere',
        occurredAt: '2026-04-14T16:00:00.000Z',
        state: 'failed',
        attempts: 10,
      })
      return { client: stage.rosa.client, path: `/api/webhook-deliveries/${id}/replay` }
    },
  },
}
