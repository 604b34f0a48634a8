import { insertKey } from '@/tests/support/apiClients'
import { type Client, clientOf } from '@/tests/support/client'
import { insert } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, type Stage, somebody } from './stage'

type Software = { id: string; client: Client }

const software = async ({ app, rosa }: Stage): Promise<Software> => {
  const id = await insert(app, 'api-clients', {
    name: `Software ${next()}`,
    scopes: 'patients:read external-ids:read external-ids:give external-ids:release',
    isActive: true,
    callsPerMinute: 6000,
    owner: rosa.id,
  })
  // A key that was used just now is not written to again.
  const { key } = await insertKey(app, id, { lastUsedAt: '2099-01-01T00:00:00.000Z' })
  return { id, client: clientOf(app, { authorization: `Bearer ${key}` }) }
}

export const externalIdScenes: Scenes<Stage> = {
  'external-ids.give': {
    begin: async (stage, name) => ({
      client: (await software(stage)).client,
      path: '/api/external-ids/give',
      body: {
        collection: 'patients',
        record: await somebody(stage, name),
        value: `crm-${next()}`,
      },
    }),
  },
  'external-ids.release': {
    begin: async (stage, name) => {
      const { client, id: owner } = await software(stage)
      const record = await somebody(stage, name)
      const id = await insert(stage.app, 'external-ids', {
        uniqueKey: `${owner}|patients|crm-${next()}`,
        recordKey: `${owner}|patients|${record}`,
        client: owner,
        collectionSlug: 'patients',
        recordId: record,
        value: 'crm',
        isCurrent: true,
      })
      return { client, path: `/api/external-ids/${id}/release`, body: { rev: 1 } }
    },
  },
}
