import { type Principal, type StaffRole, staffRoles } from '@/access/roles'
import { noProxy } from '@/access/scopes'
import { type Surface, surfaces } from '@/access/session/cookies'
import { openSession } from '@/access/session/open'
import { everyScope, makeApiClient } from '@/tests/support/apiClients'
import type { TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { assign, insert, makeProxy } from '@/tests/support/people'
import type { Facts } from './table'

export type Caller = {
  /** Name in messages: the principal, or the state that must be worth nothing. */
  name: string
  principal: Principal
  client: Client
  facts: Facts
}

const nobody: Facts = {
  userId: null,
  held: ['anonymous'],
  caseload: [],
  supervisees: [],
  emergency: [],
  compartment: [],
  proxy: noProxy,
  apiScopes: [],
}

/** What an owner and a director see of a chart that they opened in an emergency (R106). */
export const openInEmergency = async (
  app: TestApp,
  name: string,
  role: 'owner' | 'director',
  patient: string,
): Promise<Caller> => {
  const person = await member(app, name, [role])
  await insert(app, 'break-glass-grants', {
    uniqueKey: `open|${person.id}`,
    staff: person.id,
    patient,
    status: 'active',
    reasonCode: 'crisis',
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  return {
    name: `${role} in an emergency`,
    principal: role,
    client: person.client,
    facts: { ...nobody, userId: person.id, held: [role], emergency: [patient] },
  }
}

/** A person with a session, without the time a password takes. */
const signedIn = async (
  app: TestApp,
  surface: Surface,
  data: Record<string, unknown>,
): Promise<{ id: string; client: Client }> => {
  const { cookie, collection } = surfaces[surface]
  const id = await insert(app, collection, { isActive: true, ...data })
  const token = await openSession(app.payload, { surface, userId: id, agent: '' })
  return { id, client: clientOf(app, { cookie: `${cookie}=${token}` }) }
}

const member = (app: TestApp, name: string, roles: readonly StaffRole[]) =>
  signedIn(app, 'staff', {
    name,
    email: `${name.toLowerCase()}@example.test`,
    roles: [...roles],
    caseloadCap: 30,
    isAcceptingPatients: true,
    isOnLeave: false,
  })

export const makeOver = async (app: TestApp, patient: string, owner: string): Promise<Caller[]> => {
  const caller = (name: string, client: Client, facts: Partial<Facts> = {}): Caller => ({
    name,
    principal: 'anonymous',
    client,
    facts: { ...nobody, ...facts },
  })
  const over: Caller[] = []
  const update = (collection: string, id: string, data: Record<string, unknown>) =>
    app.payload.db.updateOne({ collection, id, data })
  const sessionsOf = async (userId: string) =>
    (
      await app.payload.db.find<{ id: string }>({
        collection: 'auth-sessions',
        where: { userId: { equals: userId } },
      })
    ).docs
  const revoked = await member(app, 'Revoked', [...staffRoles])
  for (const { id } of await sessionsOf(revoked.id))
    await update('auth-sessions', id, { revokedAt: new Date().toISOString() })
  over.push(caller('a session that was revoked', revoked.client))
  const expired = await member(app, 'Expired', [...staffRoles])
  for (const { id } of await sessionsOf(expired.id))
    await update('auth-sessions', id, { absoluteExpiresAt: '2026-01-01T00:00:00.000Z' })
  over.push(caller('a session that is over', expired.client))
  const left = await member(app, 'Left', [...staffRoles])
  await update('staff', left.id, { isActive: false })
  over.push(caller('somebody who left the practice', left.client))
  const account = await signedIn(app, 'portal', {
    email: 'closed@example.test',
    patient,
  })
  await update('portal-users', account.id, { isActive: false })
  over.push(caller('a portal account that was closed', account.client))
  const software = (name: string, more: Record<string, unknown> = {}) =>
    makeApiClient(app, { name, owner, scopes: everyScope(), ...more })
  const revokedKey = await software('Revoked')
  await update('api-keys', revokedKey.keyId, { revokedAt: '2026-01-01T00:00:00.000Z' })
  const endedKey = await software('Ended')
  await update('api-keys', endedKey.keyId, { expiresAt: '2026-01-01T00:00:00.000Z' })
  const stopped = await software('Stopped', { isActive: false })
  const orphan = await software('Orphan', { owner: left.id })
  over.push(
    caller('a key that was revoked', revokedKey.client),
    caller('a key that is over', endedKey.client),
    caller('a key of a client that was stopped', stopped.client),
    caller('a key that nobody answers for', orphan.client),
  )
  over.push(caller('a key nobody made', clientOf(app, { authorization: 'Bearer tops_s_nobody' })))
  over.push(caller('a made-up cookie', clientOf(app, { cookie: 'therapy-staff=made-up' })))
  return over
}

/** People who hold a role and reach nobody by it any more: they are known, and their lists are empty. */
export const makeWithout = async (
  app: TestApp,
  { patient, owner, other }: { patient: string; owner: string; other: string },
): Promise<Caller[]> => {
  const former = await member(app, 'Former', ['clinician'])
  await assign(app, former.id, patient, { startsOn: '2020-01-01', endsOn: '2021-01-01' })
  // An agreement that is none of those who watch here.
  await insert(app, 'supervision-agreements', {
    supervisor: other,
    supervisee: former.id,
    startsOn: '2020-01-01',
    endsOn: null,
  })
  const coming = await member(app, 'Coming', ['clinician'])
  await assign(app, coming.id, patient, { startsOn: '2999-01-01', endsOn: null })
  const empty = await makeApiClient(app, { name: 'No scopes', owner, scopes: '' })
  const clinician = (name: string, person: { id: string; client: Client }): Caller => ({
    name,
    principal: 'clinician',
    client: person.client,
    facts: { ...nobody, userId: person.id, held: ['clinician'] },
  })
  return [
    clinician('a clinician whose assignment ended', former),
    clinician('a clinician whose assignment is to come', coming),
    {
      name: 'a key without scopes',
      principal: 'apiClient',
      client: empty.client,
      facts: { ...nobody, userId: empty.id, held: ['apiClient'] },
    },
  ]
}

/** Two who act for a patient and hold one right each: bills open to one of them, visits to the other. */
export const makePartProxies = async (app: TestApp, patient: string): Promise<Caller[]> => {
  const none = { mayReadRecords: false, mayBook: false, mayBilling: false, mayConsent: false }
  const caller = async (right: 'billing' | 'booking'): Promise<Caller> => {
    const given = right === 'billing' ? { mayBilling: true } : { mayBook: true }
    const email = `${right}@example.test`
    const person = await makeProxy(app, { patient, email, ...none, ...given })
    return {
      name: `a proxy for ${right} only`,
      principal: 'proxy',
      client: person.client,
      facts: {
        ...nobody,
        userId: person.id,
        held: ['proxy'],
        proxy: { ...noProxy, [right]: [patient] },
      },
    }
  }
  return [await caller('billing'), await caller('booking')]
}
