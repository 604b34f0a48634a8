import type { Where } from 'payload'
import type { ProxyRight } from '@/src/domain/people/proxies'
import { idIn, type Row } from '@/src/domain/row'
import type { Principal } from './roles'

/** Patients by the right a proxy holds for them, and the care that is none of a proxy's business. */
export type ProxyScope = Readonly<Record<ProxyRight, readonly string[]>> & {
  /** Care that a minor consented to alone (45 CFR 164.502(g)(3)): its rows do not exist for a proxy. */
  closedEpisodes: readonly string[]
}

export const noProxy: ProxyScope = {
  records: [],
  booking: [],
  billing: [],
  consents: [],
  closedEpisodes: [],
}

/** What a request's scope is made of; computed once per request (scopeContext.ts). */
export type ScopeContext = {
  userId: string | null
  held: readonly Principal[]
  /** Patients whose care team the person is on today, dated grants included. */
  caseload: readonly string[]
  /** Patients on the caseload of those the person supervises today. */
  supervisees: readonly string[]
  /** Patients whose chart the person opened in an emergency (R106), while it lasts. */
  emergency: readonly string[]
  /** The patient a portal user is. */
  compartment: readonly string[]
  /** What somebody may do for the patient whose proxy they are. */
  proxy: ProxyScope
}

/** Which columns of a collection carry the scope; each is indexed. */
export type ScopeKeys = {
  slug: string
  /** Column that holds the patient; `id` on patients themselves. */
  patient: string
  /** Column that holds the member of staff a row belongs to. */
  owner: string
  /** Column that says to which care a row belongs, where the collection has one. */
  episode?: string
}

type Scope = {
  /** false: nothing. true: everything. A Where otherwise, never empty. */
  where: (context: ScopeContext, keys: ScopeKeys) => Where | boolean
  test: (context: ScopeContext, keys: ScopeKeys, row: Row) => boolean
}

/**
 * `column in ids`; denies on an empty or missing list. It holds the list itself: a page that is told of a hundred
 * such conditions writes a list once, copies a hundred times.
 */
export const within = (column: string, ids: readonly string[] | null | undefined): Where | false =>
  column && ids?.length ? { [column]: { in: ids as string[] } } : false // nothing writes to a condition

/** `column equals value`; denies on a missing value. */
export const exactly = (column: string, value: string | null | undefined): Where | false =>
  column && value ? { [column]: { equals: value } } : false

const isWithin = (row: Row, column: string, ids: readonly string[]): boolean => {
  const id = idIn(row, column)
  return id !== null && ids.includes(id)
}

const both = (left: Where | boolean, right: Where): Where | false => {
  if (left === false) return false
  return left === true ? right : { and: [left, right] }
}

const caseload: Scope = {
  where: (context, keys) => within(keys.patient, context.caseload),
  test: (context, keys, row) => isWithin(row, keys.patient, context.caseload),
}

const compartment: Scope = {
  where: (context, keys) => within(keys.patient, context.compartment),
  test: (context, keys, row) => isWithin(row, keys.patient, context.compartment),
}

const own: Scope = {
  where: (context, keys) => exactly(keys.owner, context.userId),
  test: (context, keys, row) => Boolean(context.userId) && idIn(row, keys.owner) === context.userId,
}

const flagged = (base: Scope, column: string): Scope => ({
  where: (context, keys) => both(base.where(context, keys), { [column]: { equals: true } }),
  test: (context, keys, row) => base.test(context, keys, row) && row[column] === true,
})

/** Rows of patients for whom the proxy holds one of the rights, without care the minor consented to alone. */
const proxyScope = (...rights: readonly ProxyRight[]): Scope => {
  const patientsIn = ({ proxy }: ScopeContext) => rights.flatMap((right) => proxy[right])
  return {
    where: (context, { patient, episode }) => {
      const own = within(patient, [...new Set(patientsIn(context))])
      const { closedEpisodes } = context.proxy
      if (own === false || !episode || !closedEpisodes.length) return own
      const open: Where = {
        or: [{ [episode]: { exists: false } }, { [episode]: { not_in: [...closedEpisodes] } }],
      }
      return { and: [own, open] }
    },
    test: (context, { patient, episode }, row) =>
      isWithin(row, patient, patientsIn(context)) &&
      !(episode && isWithin(row, episode, context.proxy.closedEpisodes)),
  }
}

const byColumn = (column: string): Scope => ({
  where: (context) => exactly(column, context.userId),
  test: (context, _keys, row) => Boolean(context.userId) && idIn(row, column) === context.userId,
})

const everything: Scope = { where: () => true, test: () => true }

export const scopes = {
  all: everything,
  caseload,
  compartment,
  own,
  supervisees: {
    where: (context, keys) => within(keys.patient, context.supervisees),
    test: (context, keys, row) => isWithin(row, keys.patient, context.supervisees),
  },
  /** One chart, to read, for an hour: nothing at all until it was opened in an emergency (R106). */
  emergency: {
    where: (context, keys) => within(keys.patient, context.emergency),
    test: (context, keys, row) => isWithin(row, keys.patient, context.emergency),
  },
  self: byColumn('id'),
  /** What Payload keeps for a person, such as the columns of a list; other people's is not theirs to see. */
  keptForOne: {
    where: (context) => exactly('user.value', context.userId),
    test: (context, _keys, row) => {
      const user = row['user'] as { value?: unknown } | null | undefined // names its collection, too
      return Boolean(context.userId) && user?.value === context.userId
    },
  },
  /** Rows a clinician was proposed for. */
  matched: byColumn('matchedClinician'),
  /** Rows about oneself as the person supervised. */
  supervised: byColumn('supervisee'),
  /** Charges for services one rendered oneself. */
  ownService: byColumn('clinician'),
  active: flagged(everything, 'isActive'),
  shared: flagged(compartment, 'isShared'),
  /** Signed and shared with the patient. */
  sharedSigned: flagged(flagged(compartment, 'isShared'), 'isFinal'),
  proxyAny: proxyScope('records', 'booking', 'billing', 'consents'),
  proxyRecords: proxyScope('records'),
  proxyBooking: proxyScope('booking'),
  proxyVisits: proxyScope('records', 'booking'),
  proxyBilling: proxyScope('billing'),
  proxyConsents: proxyScope('consents'),
  proxyShared: flagged(proxyScope('records'), 'isShared'),
  /** Signed, shared, and not kept from those who act for the patient (R68). */
  proxySharedSigned: flagged(
    flagged(flagged(proxyScope('records'), 'isShared'), 'isFinal'),
    'isOpenToProxies',
  ),
  /** What one asked for a patient while holding the right to records; what others asked is theirs. */
  proxyAsked: {
    where: (context, keys) => {
      const mine = exactly('portalUser', context.userId)
      return mine && both(proxyScope('records').where(context, keys), mine)
    },
    test: (context, keys, row) =>
      proxyScope('records').test(context, keys, row) &&
      Boolean(context.userId) &&
      idIn(row, 'portalUser') === context.userId,
  },
  /** Rows about one's own authority as somebody's proxy. */
  holder: byColumn('portalUser'),
  published: {
    where: () => ({ _status: { equals: 'published' } }),
    test: (_context, _keys, row) => row['_status'] === 'published',
  },
  /** Assigned to the person, or to one of the roles the person holds. */
  team: {
    where: (context) => {
      const mine = exactly('assignee', context.userId)
      const roles = within('assignedRole', context.held)
      const parts = [mine, roles].filter((part): part is Where => part !== false)
      return parts.length ? { or: parts } : false
    },
    test: (context, _keys, row) =>
      (Boolean(context.userId) && idIn(row, 'assignee') === context.userId) ||
      context.held.some((role) => role === row['assignedRole']),
  },
  /** Every row, for an API client that was granted the verb; decide.ts asks whether it was. */
  granted: everything,
} as const satisfies Record<string, Scope>

export type ScopeName = keyof typeof scopes

/** Scopes that say which patients, and nothing more about a row. */
export const isAboutPatientsAlone = (name: ScopeName): boolean => patientScopes.includes(name)

const patientScopes: readonly ScopeName[] = [
  'caseload',
  'supervisees',
  'emergency',
  'compartment',
  'proxyAny',
  'proxyRecords',
  'proxyBooking',
  'proxyVisits',
  'proxyBilling',
  'proxyConsents',
]

export const isScopeName = (value: string): value is ScopeName => value in scopes

/** Union of several scopes as a query constraint. No scope at all grants nothing. */
export const whereOf = (
  names: readonly ScopeName[],
  context: ScopeContext,
  keys: ScopeKeys,
): Where | boolean => {
  const parts: Where[] = []
  for (const name of names) {
    const part = scopes[name].where(context, keys)
    if (part === true) return true
    if (part !== false) parts.push(part)
  }
  const [only] = parts
  if (!only) return false
  return parts.length === 1 ? only : { or: parts }
}

/** The same decision on one row in memory. */
export const isInScope = (
  names: readonly ScopeName[],
  context: ScopeContext,
  keys: ScopeKeys,
  row: Row,
): boolean => names.some((name) => scopes[name].test(context, keys, row))
