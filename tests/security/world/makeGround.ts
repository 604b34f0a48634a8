import type { CollectionSlug, SanitizedCollectionConfig } from 'payload'
import { policyOf } from '@/access/policy'
import { everyScope } from '@/tests/support/apiClients'
import type { TestApp } from '@/tests/support/boot'
import { makeWorld } from '@/tests/support/world'
import { type Caller, makeOver, makePartProxies, makeWithout, openInEmergency } from './makeCallers'
import { connectRow, type Ground, overlayRow, plantRow } from './plant'
import { plantGlobals } from './plantGlobals'
import type { Variant } from './values'

export type SecurityWorld = Ground & {
  callers: Caller[]
  /** Sessions, keys and people that are over: each must be answered as somebody unknown is. */
  over: Caller[]
  config: (slug: string) => SanitizedCollectionConfig
}

/** Written by the product itself as the tests go on: what is in them is not planted. */
export const selfWritten = new Set([
  'audit-events',
  'audit-checkpoints',
  'audit-subjects',
  'auth-sessions',
  'data-keys',
])

/** Rows that make people who they are; canaries are laid over them, except where it says who somebody is. */
export const peopleSlugs: Readonly<Record<string, readonly string[]>> = {
  staff: ['email', 'passwordHash', 'roles'],
  patients: ['status', 'dateOfBirth', 'region'],
  'care-team-assignments': ['startsOn', 'endsOn', 'role'],
  'supervision-agreements': ['startsOn', 'endsOn'],
  'portal-users': ['email', 'passwordHash'],
  'api-clients': ['scopes', 'allowedAddresses', 'isActive'],
  'api-keys': ['uniqueKey', 'prefix', 'keyHash', 'expiresAt', 'revokedAt'],
  'break-glass-grants': ['uniqueKey'],
  proxies: ['uniqueKey', 'startsOn', 'endsOn', 'rights', 'basis', 'status'],
}

const holderScopes = new Set(['own', 'matched', 'supervised', 'ownService', 'team', 'proxyAsked'])

/** The people who hold something on `slug` by being named in the row; each gets a row. */
const holdersOf = (slug: string, callers: readonly Caller[]): Caller[] =>
  callers.filter(({ principal, facts }) => {
    const scopes = [...policyOf(slug)[principal].values()]
    return facts.userId !== null && scopes.some((scope) => holderScopes.has(scope))
  })

type About = { patient: number; isOpen: boolean; isAlone?: boolean; isOff?: string }

const variantsFor = (
  { slug, flattenedFields }: SanitizedCollectionConfig,
  { callers, staff }: { callers: readonly Caller[]; staff: readonly string[] },
): Variant[] => {
  const has = (flag: string) => flattenedFields.some(({ name }) => name === flag)
  const base = [0, 1, 2].map((patient) => ({ patient, isOpen: true }))
  const about: About[] = [
    ...base,
    { patient: 0, isOpen: false },
    { patient: 2, isOpen: false },
    { patient: 2, isOpen: true, isAlone: true },
    // Shared and not final, and final and still not for a proxy.
    ...['isFinal', 'isOpenToProxies']
      .filter(has)
      .flatMap((isOff) => [0, 2].map((patient) => ({ patient, isOpen: true, isOff }))),
  ]
  const variants = about.map(
    ({ patient, isOpen, isAlone, isOff }, number): Variant => ({
      key: `r${number}`,
      number,
      patient,
      owner: staff[patient] ?? '',
      other: staff[(patient + 1) % staff.length] ?? '',
      isOpen,
      isAlone,
      isOff,
    }),
  )
  const held = holdersOf(slug, callers).map(
    (caller, index): Variant => ({
      key: `h${index}`,
      number: about.length + index,
      patient: 1,
      ...(caller.principal === 'proxy'
        ? { owner: staff[1] ?? '', account: caller.facts.userId ?? '' }
        : { owner: caller.facts.userId ?? '' }),
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
    ...(await makeWithout(app, { patient: world.patients[1], owner, other: world.clinicians[1] })),
    ...(await makePartProxies(app, world.patients[1])),
  ]
  const over = await makeOver(app, ana, owner)
  const ground: Ground = { app, patients: world.patients, rows: new Map() }
  await overlayPeople(ground)
  const planted = app.config.collections.filter(
    ({ slug }) => !selfWritten.has(slug) && !peopleSlugs[slug],
  )
  const made: [SanitizedCollectionConfig, Variant, string][] = []
  for (const config of planted) {
    for (const variant of variantsFor(config, { callers, staff: world.clinicians })) {
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
