import { scopeKeysOf } from '@/access/decide'
import { fieldClasses } from '@/access/fieldClasses'
import { classRights, type FieldClass } from '@/access/fieldRights'
import { matrix } from '@/access/matrix'
import { policyOf } from '@/access/policy'
import { principals } from '@/access/roles'
import type { ScopeContext, ScopeKeys } from '@/access/scopes'
import type { Row } from '@/src/domain/row'

/** Who somebody is, as the tests made them: never asked of the product. */
export type Facts = ScopeContext & {
  /** `collection:verb` pairs that an API client holds. */
  apiScopes: readonly string[]
}

/**
 * What the policy said when this process began. The oracle judges by this copy, so that a table which is
 * loosened afterwards (see mutants/) is judged by what it was.
 */
const cells = new Map(
  Object.keys(matrix).map((slug) => {
    const policy = policyOf(slug)
    const row = principals.map((principal) => [principal, new Map(policy[principal])] as const)
    return [slug, new Map(row)] as const
  }),
)
const rights = structuredClone(classRights) as typeof classRights
const classes = structuredClone(fieldClasses) as typeof fieldClasses

const idIn = (row: Row, column: string): string | null => {
  const value = row[column]
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null
}

type Test = (facts: Facts, keys: ScopeKeys, row: Row, verb: string) => boolean

const isAmong =
  (list: 'caseload' | 'supervisees' | 'emergency' | 'compartment'): Test =>
  (facts, keys, row) => {
    const id = idIn(row, keys.patient)
    return id !== null && facts[list].includes(id)
  }

const isMine =
  (column: string): Test =>
  (facts, _keys, row) =>
    facts.userId !== null && idIn(row, column) === facts.userId

type Right = 'records' | 'booking' | 'billing' | 'consents'

/** For one of the rights, and never care that the patient consented to alone. */
const actsFor =
  (...rights: readonly Right[]): Test =>
  ({ proxy }, { patient, episode }, row) => {
    const id = idIn(row, patient)
    const care = episode ? idIn(row, episode) : null
    if (care !== null && proxy.closedEpisodes.includes(care)) return false
    return id !== null && rights.some((right) => proxy[right].includes(id))
  }

// Written a second time, from the words in docs/architecture.md and not from access/scopes.ts.
const tests: Readonly<Record<string, Test>> = {
  all: () => true,
  caseload: isAmong('caseload'),
  supervisees: isAmong('supervisees'),
  emergency: isAmong('emergency'),
  compartment: isAmong('compartment'),
  own: (facts, keys, row) => facts.userId !== null && idIn(row, keys.owner) === facts.userId,
  self: isMine('id'),
  keptForOne: (facts, _keys, row) =>
    facts.userId !== null && (row['user'] as { value?: unknown } | null)?.value === facts.userId,
  matched: isMine('matchedClinician'),
  supervised: isMine('supervisee'),
  ownService: isMine('clinician'),
  active: (_facts, _keys, row) => row['isActive'] === true,
  shared: (facts, keys, row, verb) =>
    row['isShared'] === true && isAmong('compartment')(facts, keys, row, verb),
  sharedSigned: (facts, keys, row, verb) =>
    row['isShared'] === true &&
    row['isFinal'] === true &&
    isAmong('compartment')(facts, keys, row, verb),
  proxyAny: actsFor('records', 'booking', 'billing', 'consents'),
  proxyRecords: actsFor('records'),
  proxyBooking: actsFor('booking'),
  proxyVisits: actsFor('records', 'booking'),
  proxyBilling: actsFor('billing'),
  proxyConsents: actsFor('consents'),
  proxyShared: (facts, keys, row, verb) =>
    row['isShared'] === true && actsFor('records')(facts, keys, row, verb),
  proxySharedSigned: (facts, keys, row, verb) =>
    row['isShared'] === true &&
    row['isFinal'] === true &&
    row['isOpenToProxies'] === true &&
    actsFor('records')(facts, keys, row, verb),
  proxyAsked: (facts, keys, row, verb) =>
    isMine('portalUser')(facts, keys, row, verb) && actsFor('records')(facts, keys, row, verb),
  holder: isMine('portalUser'),
  published: (_facts, _keys, row) => row['_status'] === 'published',
  team: (facts, _keys, row) =>
    (facts.userId !== null && idIn(row, 'assignee') === facts.userId) ||
    facts.held.some((role) => role === row['assignedRole']),
  granted: () => true,
}

/** The scopes by which a caller holds a verb, as the table said at the start. */
export const scopesHeld = (facts: Facts, slug: string, verb: string): string[] => {
  const row = cells.get(slug)
  if (!row) throw new Error(`"${slug}" has no row in access/matrixRows/.`)
  const names = facts.held.flatMap((principal) => row.get(principal)?.get(verb) ?? [])
  return [...new Set<string>(names)].filter(
    (name) =>
      (name !== 'emergency' || facts.emergency.length > 0) &&
      (!facts.held.includes('apiClient') || facts.apiScopes.includes(`${slug}:${verb}`)),
  )
}

/** Whether a caller holds a verb for any row at all. */
export const holds = (facts: Facts, slug: string, verb: string): boolean =>
  scopesHeld(facts, slug, verb).length > 0

/** Whether a caller holds a verb for this row. */
export const reaches = (facts: Facts, slug: string, verb: string, row: Row): boolean =>
  scopesHeld(facts, slug, verb).some((name) => {
    const test = tests[name]
    if (!test) throw new Error(`tests/security/world/table.ts does not know the scope "${name}".`)
    return test(facts, scopeKeysOf(slug), row, verb)
  })

export const classOf = (slug: string, path: string): FieldClass => {
  const row = classes[slug]
  // Payload's own collections have no classes: the row decides.
  if (!row) return 'open'
  const [top = path] = path.split('.')
  return row.fields?.[path] ?? row.fields?.[top] ?? row.default
}

const isInEmergency = (facts: Facts, slug: string, row: Row): boolean => {
  const id = idIn(row, scopeKeysOf(slug).patient)
  return id !== null && facts.emergency.includes(id)
}

/** Whether a caller who reaches a row may read this field of it; without a row, of any. */
export const readsField = (facts: Facts, slug: string, path: string, row?: Row): boolean => {
  const fieldClass = classOf(slug, path)
  if (facts.held.some((principal) => rights[fieldClass].read.includes(principal))) return true
  if (fieldClass === 'author' || fieldClass === 'secret' || !row) return false
  return isInEmergency(facts, slug, row)
}

export const writesField = (facts: Facts, slug: string, path: string): boolean =>
  facts.held.some((principal) => rights[classOf(slug, path)].write.includes(principal))
