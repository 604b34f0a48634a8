import { randomUUID } from 'node:crypto'
import { apiScopeName, grantableScopes } from '@/access/apiScopes'
import { hashApiKey } from '@/access/session/apiKeys'
import type { TestApp } from './boot'
import { type Client, clientOf } from './client'
import { insert } from './people'

const dayMs = 86_400_000

export const everyScope = (): string => grantableScopes().map(apiScopeName).join(' ')

/** Another key of a client, straight into the database; answers the whole key. */
export const insertKey = async (
  app: TestApp,
  client: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; key: string }> => {
  const prefix = randomUUID().slice(0, 8)
  const key = `tops_${prefix}_${randomUUID()}`
  const id = await insert(app, 'api-keys', {
    uniqueKey: `${client}|${key.slice(-12)}`,
    client,
    prefix,
    keyHash: hashApiKey(key),
    issuedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 30 * dayMs).toISOString(),
    ...more,
  })
  return { id, key }
}

/** Other software with a key that works, for whom `owner` answers. */
export const makeApiClient = async (
  app: TestApp,
  {
    owner,
    name = `CRM ${randomUUID()}`,
    ...more
  }: { owner: string; name?: string } & Record<string, unknown>,
): Promise<{ id: string; key: string; keyId: string; client: Client }> => {
  const id = await insert(app, 'api-clients', {
    name,
    scopes: 'inquiries:create',
    isActive: true,
    callsPerMinute: 6000,
    owner,
    ...more,
  })
  const { id: keyId, key } = await insertKey(app, id)
  return { id, key, keyId, client: clientOf(app, { authorization: `Bearer ${key}` }) }
}
