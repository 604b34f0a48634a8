import type { CollectionSlug, SanitizedCollectionConfig } from 'payload'
import { policyOf } from '@/access/policy'
import { type Principal, type StaffRole, staffRoles } from '@/access/roles'
import { noProxy } from '@/access/scopes'
import { type Surface, surfaces } from '@/access/session/cookies'
import { openSession } from '@/access/session/open'
import { everyScope, makeApiClient } from '@/tests/support/apiClients'
import type { TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { assign, insert } from '@/tests/support/people'
import { makeWorld } from '@/tests/support/world'
import { connectRow, type Ground, overlayRow, plantRow } from './plant'
import { plantGlobals } from './plantGlobals'
import type { Facts } from './table'
import type { Variant } from './values'

export type Caller = {
  /** Name in messages: the principal, or the state that must be worth nothing. */
  name: string
  principal: Principal
  client: Client
  facts: Facts
}

export type SecurityWorld = Ground & {
  callers: Caller[]
  /** Sessions, keys and people that are over: each must be answered as somebody unknown is. */
  over: Caller[]
  config: (slug: string) => SanitizedCollectionConfig
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

/** Written by the product itself as the tests go on: what is in them is not planted. */
export const selfWritten = new Set([
  'audit-events',
  'audit-checkpoints',
  'audit-subjects',
  'auth-sessions',
  'data-keys',
])

/** Rows that make people who they are; canaries are laid over them. */
const peopleSlugs: Readonly<Record<string, readonly string[]>> = {
  staff: ['email', 'passwordHash', 'roles'],
  patients: ['status', 'dateOfBirth', 'region'],
  'care-team-assignments': ['startsOn', 'endsOn', 'role'],
  'supervision-agreements': ['startsOn', 'endsOn'],
  'portal-users': ['email', 'passwordHash'],
  'api-clients': ['scopes', 'allowedAddresses'],
  'api-keys': ['uniqueKey', 'prefix', 'keyHash'],
  'break-glass-grants': ['uniqueKey'],
  proxies: ['uniqueKey', 'startsOn', 'endsOn', 'rights', 'basis', 'status'],
}

/** What an owner and a director see of a chart that they opened in an emergency (R106). */
const openInEmergency = async (
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

const makeOver = async (app: TestApp, patient: string, owner: string): Promise<Caller[]> => {
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
const makeWithout = async (app: TestApp, patient: string, owner: string): Promise<Caller[]> => {
  const former = await member(app, 'Former', ['clinician'])
  await assign(app, former.id, patient, { startsOn: '2020-01-01', endsOn: '2021-01-01' })
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

const holderScopes = new Set(['own', 'matched', 'supervised', 'ownService', 'team'])

/** The people who hold something on `slug` by being named in the row; each gets a row. */
const holdersOf = (slug: string, callers: readonly Caller[]): Caller[] =>
  callers.filter(({ principal, facts }) => {
    const scopes = [...policyOf(slug)[principal].values()]
    return facts.userId !== null && scopes.some((scope) => holderScopes.has(scope))
  })

type About = { patient: number; isOpen: boolean; isAlone?: boolean }

const variantsFor = (
  slug: string,
  { callers, staff }: { callers: readonly Caller[]; staff: readonly string[] },
): Variant[] => {
  const base = [0, 1, 2].map((patient) => ({ patient, isOpen: true }))
  const about: About[] = [
    ...base,
    { patient: 0, isOpen: false },
    { patient: 2, isOpen: false },
    { patient: 2, isOpen: true, isAlone: true },
  ]
  const variants = about.map(
    ({ patient, isOpen, isAlone }, number): Variant => ({
      key: `r${number}`,
      number,
      patient,
      owner: staff[patient] ?? '',
      other: staff[(patient + 1) % staff.length] ?? '',
      isOpen,
      isAlone,
    }),
  )
  const held = holdersOf(slug, callers).map(
    (caller, index): Variant => ({
      key: `h${index}`,
      number: about.length + index,
      patient: 1,
      owner: caller.facts.userId ?? '',
      other: staff[1] ?? '',
      isOpen: true,
      assignedRole: caller.principal,
    }),
  )
  return [...variants, ...held]
}

const overlayPeople = async (ground: Ground): Promise<void> => {
  const { payload } = ground.app
  for (const [slug, keep] of Object.entries(peopleSlugs)) {
    const config = payload.collections[slug as CollectionSlug]?.config
    if (!config) throw new Error(`There is no collection "${slug}".`)
    const { docs } = await payload.db.find<{ id: string }>({
      collection: slug,
      where: {},
      limit: 0,
      pagination: false,
      sort: 'createdAt',
    })
    const order = (id: string): number => ground.patients.indexOf(id)
    for (const [number, { id }] of docs.entries()) {
      // The rows of the three patients are r0 to r2, as those of all that is about them.
      const key = slug === 'patients' && order(id) >= 0 ? `r${order(id)}` : `p${number}`
      const variant: Variant = { key, number, patient: 0, owner: '', other: '', isOpen: true }
      await overlayRow(ground, config, variant, { id, keep })
    }
  }
}

/** Which care is none of a proxy's business follows from the rows that were planted. */
const tellAloneCare = async (app: TestApp, callers: readonly Caller[]): Promise<void> => {
  const { docs } = await app.payload.db.find<{ id: string; isOpenToProxies?: boolean }>({
    collection: 'care-episodes',
    where: {},
    limit: 0,
    pagination: false,
  })
  const closedEpisodes = docs.filter((row) => row.isOpenToProxies !== true).map(({ id }) => id)
  for (const { facts } of callers)
    if (facts.held.includes('proxy'))
      Object.assign(facts, { proxy: { ...facts.proxy, closedEpisodes } })
}

/**
 * The product with everybody in it: one caller per principal, people whose rights are over, and in every
 * collection rows on both sides of every scope, a canary in each text.
 */
export const makeGround = async (app: TestApp): Promise<SecurityWorld> => {
  const world = await makeWorld(app)
  const [ana] = world.patients
  const owner = world.callers.find(({ principal }) => principal === 'owner')?.context.userId ?? ''
  const callers: Caller[] = [
    ...world.callers.map(({ principal, client, context }) => ({
      name: principal,
      principal,
      client,
      facts: { ...context, apiScopes: principal === 'apiClient' ? everyScope().split(' ') : [] },
    })),
    await openInEmergency(app, 'Olga', 'owner', ana),
    await openInEmergency(app, 'Dirk', 'director', ana),
    ...(await makeWithout(app, world.patients[1], owner)),
  ]
  const over = await makeOver(app, ana, owner)
  const ground: Ground = { app, patients: world.patients, rows: new Map() }
  await overlayPeople(ground)
  const planted = app.config.collections.filter(
    ({ slug }) => !selfWritten.has(slug) && !peopleSlugs[slug],
  )
  const made: [SanitizedCollectionConfig, Variant, string][] = []
  for (const config of planted) {
    for (const variant of variantsFor(config.slug, { callers, staff: world.clinicians })) {
      const known = ground.rows.get(config.slug)?.find(({ key }) => key === variant.key)
      const row = known ?? (await plantRow(ground, config, variant))
      made.push([config, variant, row.id])
    }
  }
  for (const [config, variant, id] of made) await connectRow(ground, config, variant, id)
  await plantGlobals(app)
  await tellAloneCare(app, callers)
  const config = (slug: string): SanitizedCollectionConfig => {
    const found = app.payload.collections[slug as CollectionSlug]?.config
    if (!found) throw new Error(`There is no collection "${slug}".`)
    return found
  }
  return { ...ground, callers, over, config }
}
