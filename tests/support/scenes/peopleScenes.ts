import { insertKey } from '@/tests/support/apiClients'
import { insert, makePortalUser, makeStaff, type Person } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, openTask, put, type Stage, somebody } from './stage'

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

const withFactor = async (
  stage: Stage,
  slug: 'staff' | 'portal-users',
  id: string,
): Promise<void> => {
  const surface = slug === 'staff' ? 'staff' : 'portal'
  await put(stage, slug, { id, data: { hasFactor: true } })
  await insert(stage.app, 'auth-factors', {
    surface,
    userId: id,
    kind: 'passkey',
    label: 'Laptop',
    confirmedAt: '2026-01-05T10:00:00.000Z',
  })
}

const account = async (stage: Stage, name: string): Promise<string> =>
  (await makePortalUser(stage.app, await somebody(stage, name), `account${next()}@example.test`)).id

const owners = new WeakMap<object, Promise<Person>>()

/** Another owner, who works here. */
const secondOwner = async (stage: Stage): Promise<Person> => {
  const known = owners.get(stage) ?? makeStaff(stage.app, 'Olga', ['owner'])
  owners.set(stage, known)
  const { id } = await known
  await put(stage, 'staff', { id, data: { isActive: true } })
  return known
}

const noOtherOwner = async (stage: Stage): Promise<void> => {
  const olga = await owners.get(stage)
  if (olga) await put(stage, 'staff', { id: olga.id, data: { isActive: false } })
}

/** A change of roles that Rosa asked for, with the task it made. */
const askedGrant = async (stage: Stage, name: string): Promise<{ id: string }> => {
  const { id: staff } = await colleague(stage, name)
  const id = await insert(stage.app, 'role-grants', {
    uniqueKey: `grant|${next()}`,
    staff,
    status: 'requested',
    rolesBefore: 'clinician',
    rolesAfter: 'clinician biller',
    endsBefore: '',
    endsAfter: '',
    isSingleHanded: false,
    requestedBy: stage.rosa.id,
    requestedAt: '2026-04-14T16:00:00.000Z',
  })
  await openTask(stage, 'role-grant', { slug: 'role-grants', id })
  return { id }
}

export const peopleScenes: Scenes<Stage> = {
  'staff.end-sessions': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      return { client: stage.rosa.client, path: `/api/staff/${id}/end-sessions` }
    },
  },
  'staff.reset-factors': {
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      await withFactor(stage, 'staff', id)
      return { client: stage.rosa.client, path: `/api/staff/${id}/reset-factors` }
    },
  },
  'portal-users.end-sessions': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.rosa.client,
      path: `/api/portal-users/${await account(stage, name)}/end-sessions`,
    }),
  },
  'portal-users.reset-factors': {
    begin: async (stage, name) => {
      const id = await account(stage, name)
      await withFactor(stage, 'portal-users', id)
      return { client: stage.rosa.client, path: `/api/portal-users/${id}/reset-factors` }
    },
  },
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
  'staff.change-email': {
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      const body = { email: `new${next()}@example.test` }
      return { client: stage.rosa.client, path: `/api/staff/${id}/change-email`, body }
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
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      await secondOwner(stage)
      const body = { roles: 'clinician supervisor', endsOn: '2026-12-31' }
      return { client: stage.rosa.client, path: `/api/staff/${id}/grant-roles`, body }
    },
  },
  'staff.grant-roles alone': {
    begin: async (stage, name) => {
      const { id } = await colleague(stage, name)
      await noOtherOwner(stage)
      const body = { roles: 'clinician supervisor' }
      return { client: stage.rosa.client, path: `/api/staff/${id}/grant-roles`, body }
    },
  },
  'role-grants.confirm': {
    begin: async (stage, name) => {
      const { id } = await askedGrant(stage, name)
      const { client } = await secondOwner(stage)
      return { client, path: `/api/role-grants/${id}/confirm` }
    },
  },
  'role-grants.decline': {
    begin: async (stage, name) => {
      const { id } = await askedGrant(stage, name)
      const { client } = await secondOwner(stage)
      return { client, path: `/api/role-grants/${id}/decline` }
    },
  },
  'role-grants.withdraw': {
    begin: async (stage, name) => {
      const { id } = await askedGrant(stage, name)
      return { client: stage.rosa.client, path: `/api/role-grants/${id}/withdraw` }
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
