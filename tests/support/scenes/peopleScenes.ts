import { insertKey } from '@/tests/support/apiClients'
import { insert, makeStaff } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, openTask, put, type Stage } from './stage'

const colleague = (stage: Stage, name: string) => makeStaff(stage.app, name, ['clinician'])

const client = async (
  { app, rosa }: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> =>
  insert(app, 'api-clients', {
    name,
    scopes: 'inquiries:create',
    allowedAddresses: '',
    callsPerMinute: 60,
    owner: rosa.id,
    isActive: true,
    ...more,
  })

export const peopleScenes: Scenes<Stage> = {
  'staff.invite': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      return { client: stage.rosa.client, path: `/api/staff/${id}/invite` }
    },
  },
  'staff.deactivate': {
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      return { client: stage.rosa.client, path: `/api/staff/${id}/deactivate` }
    },
  },
  'staff.reactivate': {
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      await put(stage, 'staff', { id, data: { isActive: false } })
      return { client: stage.rosa.client, path: `/api/staff/${id}/reactivate` }
    },
  },
  'staff.grant-roles': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      const body = { roles: 'clinician supervisor' }
      return { client: stage.rosa.client, path: `/api/staff/${id}/grant-roles`, body }
    },
  },
  'supervision-agreements.end': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const id = await insert(stage.app, 'supervision-agreements', {
        supervisor: stage.kim.id,
        supervisee: (await colleague(stage, name)).id,
        startsOn: '2020-01-01',
        endsOn: null,
      })
      return { client: stage.imani.client, path: `/api/supervision-agreements/${id}/end` }
    },
  },
  'api-clients.register': {
    begin: async (stage, name) => ({
      client: stage.rosa.client,
      path: '/api/api-clients/register',
      body: { name, scopes: 'inquiries:create patients:read', callsPerMinute: 30 },
    }),
  },
  'api-clients.change-access': {
    isRepeatable: true,
    begin: async (stage) => ({
      client: stage.rosa.client,
      path: `/api/api-clients/${await client(stage, `Website ${next()}`)}/change-access`,
      body: { scopes: 'patients:read', allowedAddresses: '10.0.0.0/8', callsPerMinute: 10 },
    }),
  },
  'api-clients.issue-key': {
    begin: async (stage) => ({
      client: stage.rosa.client,
      path: `/api/api-clients/${await client(stage, `Website ${next()}`)}/issue-key`,
      body: { days: 30 },
    }),
  },
  'api-clients.rotate-key': {
    begin: async (stage) => {
      const id = await client(stage, `Website ${next()}`)
      await insertKey(stage.app, id)
      return {
        client: stage.rosa.client,
        path: `/api/api-clients/${id}/rotate-key`,
        body: { days: 30, overlapHours: 24 },
      }
    },
  },
  'api-clients.revoke': {
    begin: async (stage) => {
      const id = await client(stage, `Website ${next()}`)
      await insertKey(stage.app, id)
      return { client: stage.rosa.client, path: `/api/api-clients/${id}/revoke` }
    },
  },
  'api-clients.take-over': {
    begin: async (stage, name) => {
      const { id: owner } = await colleague(stage, name)
      const id = await client(stage, `Website ${next()}`, { owner })
      return { client: stage.rosa.client, path: `/api/api-clients/${id}/take-over` }
    },
  },
  'api-keys.revoke': {
    begin: async (stage) => {
      const { id } = await insertKey(stage.app, await client(stage, `Website ${next()}`))
      return { client: stage.rosa.client, path: `/api/api-keys/${id}/revoke` }
    },
  },
  'key-rotations.start': {
    begin: async (stage) => {
      await stage.app.payload.db.deleteMany({ collection: 'key-rotations', where: {} })
      return {
        client: stage.rosa.client,
        path: '/api/key-rotations/start',
        body: { kind: 'data', ring: 'general' },
      }
    },
  },
  'access-reviews.close': {
    begin: async (stage, name) => {
      const compliance = await makeStaff(stage.app, name, ['compliance'])
      const id = await insert(stage.app, 'access-reviews', {
        uniqueKey: `review|${next()}`,
        weekStartsOn: '2026-04-06',
        weekEndsOn: '2026-04-12',
        status: 'open',
        lineCount: 0,
      })
      await openTask(stage, 'access-review', { slug: 'access-reviews', id })
      return {
        client: compliance.client,
        path: `/api/access-reviews/${id}/close`,
        body: { outcome: 'appropriate', finding: 'Asked both of them: they covered for Kim.' },
      }
    },
  },
}
