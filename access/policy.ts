import { matrix } from './matrix'
import { type Principal, principals } from './roles'
import { isScopeName, type ScopeName } from './scopes'

export const operations = ['create', 'read', 'update', 'delete', 'readVersions', 'export'] as const

export type Operation = (typeof operations)[number]

const letters: Record<string, Operation> = {
  C: 'create',
  R: 'read',
  U: 'update',
  D: 'delete',
  V: 'readVersions',
  X: 'export',
}

/** verb (operation or action name) -> scopes that grant it. */
export type Cell = ReadonlyMap<string, ScopeName>

export type Policy = Readonly<Record<Principal, Cell>>

const cellName = (slug: string, principal: string): string => `${slug} / ${principal}`

/** Software never gets these, whatever a client was granted (R107). */
export const neverForSoftware: readonly string[] = [
  'psychotherapy-notes',
  'progress-notes',
  'addenda',
  'audit-events',
  'staff',
  'api-clients',
  'api-keys',
  'webhooks',
  'webhook-deliveries',
]

// Putting one's name to something takes a person.
const signing = /^(sign|cosign|approve|confirm|verify|review|grant-)/

const refuseForSoftware = (slug: string, cell: Cell): void => {
  const isRefused = neverForSoftware.includes(slug) && cell.size > 0
  const signed = [...cell.keys()].find((verb) => signing.test(verb))
  if (isRefused || signed) {
    throw new Error(
      `access/matrix.ts, cell ${cellName(slug, 'apiClient')}: software may not ${signed ?? 'hold anything here'}.`,
    )
  }
}

const parseCell = (slug: string, principal: string, text: string): Cell => {
  const cell = new Map<string, ScopeName>()
  if (text === '-') return cell
  for (const pair of text.split(/\s+/)) {
    const [verbs = '', scope = ''] = pair.split('/')
    if (!isScopeName(scope)) {
      throw new Error(
        `access/matrix.ts, cell ${cellName(slug, principal)}: unknown scope "${scope}".`,
      )
    }
    const isLetters = /^[CRUDVX]+$/.test(verbs)
    const names = isLetters ? [...verbs].map((letter) => letters[letter] ?? letter) : [verbs]
    for (const name of names) {
      if (cell.has(name)) {
        throw new Error(
          `access/matrix.ts, cell ${cellName(slug, principal)}: "${name}" is there twice.`,
        )
      }
      cell.set(name, scope)
    }
  }
  return cell
}

const parseRow = (slug: string): Policy => {
  const row = matrix[slug]
  if (!row)
    throw new Error(`access/matrix.ts has no row for "${slug}". Add one before registering it.`)
  const cells = new Map<string, Cell>()
  for (const [names, text] of Object.entries(row)) {
    for (const name of names.split(' ')) {
      if (cells.has(name))
        throw new Error(`access/matrix.ts, cell ${cellName(slug, name)} is there twice.`)
      const cell = parseCell(slug, name, text ?? '-')
      if (name === 'apiClient') refuseForSoftware(slug, cell)
      cells.set(name, cell)
    }
  }
  const missing = principals.filter((principal) => !cells.has(principal))
  if (missing.length) {
    throw new Error(
      `access/matrix.ts misses ${missing.map((principal) => cellName(slug, principal)).join(', ')}. Write "-" to grant nothing.`,
    )
  }
  return Object.fromEntries(cells) as Policy // every principal was just checked
}

const parsed = new Map<string, Policy>()

/** The row of a collection or global. Throws with the name of the cell when one is missing. */
export const policyOf = (slug: string): Policy => {
  const known = parsed.get(slug)
  if (known) return known
  const policy = parseRow(slug)
  parsed.set(slug, policy)
  return policy
}

/** The scopes that grant `verb` on `slug` to somebody holding `held`. */
export const scopesFor = (slug: string, verb: string, held: readonly Principal[]): ScopeName[] => {
  const policy = policyOf(slug)
  const scopes = held.flatMap((principal) => policy[principal].get(verb) ?? [])
  return [...new Set(scopes)]
}

/** Action names that the row mentions for anybody. */
export const actionsIn = (slug: string): string[] => {
  const policy = policyOf(slug)
  const names = principals.flatMap((principal) => [...policy[principal].keys()])
  return [...new Set(names)].filter((name) => !operations.some((operation) => operation === name))
}

/** A row in which nobody holds anything. */
export const isClosed = (slug: string): boolean => {
  const policy = policyOf(slug)
  return principals.every((principal) => policy[principal].size === 0)
}

// Their exports are files of their own: of the log, and of a chart for somebody named.
const exportedOtherwise = ['audit-events', 'chart-exports']

/** Whether the row grants somebody a list of its records as a file. */
export const isExported = (slug: string): boolean =>
  !exportedOtherwise.includes(slug) &&
  principals.some((principal) => policyOf(slug)[principal].has('export'))
