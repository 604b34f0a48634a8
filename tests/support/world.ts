import { randomUUID } from 'node:crypto'
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { asSystem } from '@/access/asSystem'
import { scopeKeysOf } from '@/access/decide'
import type { Principal, StaffRole } from '@/access/roles'
import { noProxy, type ScopeContext } from '@/access/scopes'
import { sealPlanOf, sealTexts } from '@/hooks/sealConfidential'
import { everyScope, makeApiClient } from './apiClients'
import type { TestApp } from './boot'
import { type Client, clientOf } from './client'
import { assign, insert, makePatient, makePortalUser, makeProxy, makeStaff } from './people'

export type Caller = { principal: Principal; client: Client; context: ScopeContext }

export type World = {
  callers: Caller[]
  /** Three patients: Kim's, Theo's, and the one of intern Leo whom Sue supervises. */
  patients: [string, string, string]
  clinicians: [string, string, string]
}

const context = (held: Principal[], more: Partial<ScopeContext> = {}): ScopeContext => ({
  userId: null,
  held,
  caseload: [],
  supervisees: [],
  emergency: [],
  compartment: [],
  proxy: noProxy,
  ...more,
})

/** One caller per principal of the table, around three patients nobody shares. */
export const makeWorld = async (app: TestApp): Promise<World> => {
  const people = new Map<StaffRole, { id: string; client: Client }>()
  const names: [StaffRole, string][] = [
    ['owner', 'Rosa'],
    ['director', 'Imani'],
    ['clinician', 'Kim'],
    ['supervisor', 'Sue'],
    ['intern', 'Leo'],
    ['frontDesk', 'Ben'],
    ['biller', 'Dana'],
    ['hr', 'Priya'],
    ['marketing', 'Mo'],
    ['compliance', 'Sam'],
  ]
  for (const [role, name] of names) people.set(role, await makeStaff(app, name, [role]))
  const theo = await makeStaff(app, 'Theo', ['clinician'])
  const idOf = (role: StaffRole): string => people.get(role)?.id ?? ''
  const ana = await makePatient(app, 'Ana', 'Silva')
  const bob = await makePatient(app, 'Bob', 'Reyes')
  const cam = await makePatient(app, 'Cam', 'Ito')
  await assign(app, idOf('clinician'), ana)
  await assign(app, theo.id, bob)
  await assign(app, idOf('intern'), cam)
  await assign(app, idOf('clinician'), bob, { startsOn: '2020-01-01', endsOn: '2021-01-01' })
  await insert(app, 'supervision-agreements', {
    supervisor: idOf('supervisor'),
    supervisee: idOf('intern'),
    startsOn: '2020-01-01',
    endsOn: null,
  })
  const portal = await makePortalUser(app, ana, 'ana@example.test')
  // Cam is grown up: a proxy by power of attorney, who may do everything but see care of Cam's own.
  const proxy = await makeProxy(app, { patient: cam, email: 'proxy@example.test' })
  const closedEpisode = await insert(app, 'care-episodes', {
    uniqueKey: `alone|${cam}|world`,
    patient: cam,
    consentBasis: 'minorAlone',
    status: 'open',
    state: 'CA',
    lawKey: 'CA@2024-07-01',
    isOpenToProxies: false,
  })
  // Granted whatever software can be granted: what it does not reach, no other does.
  const software = await makeApiClient(app, { owner: idOf('owner'), scopes: everyScope() })
  const staffCallers = names.map(([role]): Caller => {
    const person = people.get(role)
    const caseload = role === 'clinician' ? [ana] : role === 'intern' ? [cam] : []
    return {
      principal: role,
      client: person?.client ?? clientOf(app),
      context: context([role], {
        userId: person?.id ?? null,
        caseload,
        supervisees: role === 'supervisor' ? [cam] : [],
      }),
    }
  })
  return {
    patients: [ana, bob, cam],
    clinicians: [idOf('clinician'), theo.id, idOf('intern')],
    callers: [
      ...staffCallers,
      {
        principal: 'patient',
        client: portal.client,
        context: context(['patient'], { userId: portal.id, compartment: [ana] }),
      },
      {
        principal: 'proxy',
        client: proxy.client,
        context: context(['proxy'], {
          userId: proxy.id,
          proxy: {
            records: [cam],
            booking: [cam],
            billing: [cam],
            consents: [cam],
            closedEpisodes: [closedEpisode],
          },
        }),
      },
      {
        principal: 'apiClient',
        client: software.client,
        context: context(['apiClient'], { userId: software.id }),
      },
      { principal: 'anonymous', client: clientOf(app), context: context(['anonymous']) },
    ],
  }
}

export const canary = (slug: string, path: string, index: number): string =>
  `CANARY.${slug}.${path}.${index}.`

const plainText = new Set(['text', 'textarea', 'code'])

const isDayName = (name: string): boolean =>
  /(On|Date|From|To|Until)$/.test(name) || name === 'from' || name === 'to'

type Maker = (slug: string) => Promise<string>

const valueFor = async (
  field: FlattenedField,
  slug: string,
  index: number,
  world: World,
  make: Maker,
): Promise<unknown> => {
  const { patient, owner } = scopeKeysOf(slug)
  if (field.type === 'relationship' || field.type === 'upload') {
    const target = field.relationTo
    if (typeof target !== 'string') return undefined
    if (target === 'patients') return world.patients[index]
    if (target === 'staff')
      return field.name === owner || field.name === 'clinician'
        ? world.clinicians[index]
        : world.clinicians[1]
    return 'required' in field && field.required && !field.hasMany ? make(target) : undefined
  }
  if (field.name === patient || field.name === owner) return undefined
  if ('unique' in field && field.unique) return `${field.name}-${randomUUID()}`
  if (plainText.has(field.type)) {
    if ('hasMany' in field && field.hasMany) return undefined
    return isDayName(field.name) ? '2026-01-05' : canary(slug, field.name, index)
  }
  if (field.type === 'email') return `c${randomUUID()}@example.test`
  if (field.type === 'number') return 1
  if (field.type === 'date') return '2026-01-05T10:00:00.000Z'
  if (field.type === 'checkbox') return index === 0
  if (field.type === 'select' || field.type === 'radio') {
    if ('hasMany' in field && field.hasMany) return undefined
    const [first] = field.options
    return typeof first === 'string' ? first : first?.value
  }
  return undefined
}

const skipped = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'sealed',
  'recordUid',
  'pendingAction',
  'lastAction',
  'rev',
  '_status',
])

/** One raw row for the `index`-th patient, a canary in every text, confidential ones sealed. */
export const plantRow = async (
  app: TestApp,
  world: World,
  config: SanitizedCollectionConfig,
  index: number,
): Promise<string> => {
  const { slug } = config
  const make: Maker = async (target) => {
    const found = app.payload.collections[target]?.config
    if (!found) throw new Error(`No collection ${target}`)
    return plantRow(app, world, found, index)
  }
  const data: Record<string, unknown> = { recordUid: randomUUID(), rev: 1 }
  for (const field of config.flattenedFields) {
    if (skipped.has(field.name) || ('virtual' in field && field.virtual)) continue
    const value = await valueFor(field, slug, index, world, make)
    if (value !== undefined) data[field.name] = value
  }
  const plan = sealPlanOf(slug)
  if (plan) {
    const { req } = await asSystem(app.payload, 'plant a test row')
    const texts = Object.fromEntries(plan.fields.map((name) => [name, canary(slug, name, index)]))
    data['sealed'] = await sealTexts(req, slug, data, texts)
  }
  if (config.versions?.drafts) data['_status'] = index === 0 ? 'published' : 'draft'
  if (config.upload)
    Object.assign(data, { filename: `${randomUUID()}.png`, mimeType: 'image/png', filesize: 10 })
  const row = await app.payload.db.create({ collection: slug, data })
  return String(row.id)
}
