import { matrix } from './matrix'
import { type Operation, operations, policyOf } from './policy'

/** What an API client may be granted: one operation or action on one kind of record. */
export type ApiScope = { slug: string; verb: string }

export const apiScopeName = ({ slug, verb }: ApiScope): string => `${slug}:${verb}`

/** `inquiries:create patients:read` as a list. */
export const apiScopesIn = (text: unknown): string[] =>
  typeof text === 'string' ? text.split(/[\s,]+/).filter(Boolean) : []

let known: readonly ApiScope[] | null = null

/** Every pair the policy table allows to grant, in the order of the table. */
export const grantableScopes = (): readonly ApiScope[] => {
  known ??= Object.keys(matrix).flatMap((slug) =>
    [...policyOf(slug).apiClient.keys()].map((verb) => ({ slug, verb })),
  )
  return known
}

const words: Readonly<Record<Operation, string>> = {
  create: 'create',
  read: 'read',
  update: 'change',
  delete: 'delete',
  readVersions: 'read earlier versions of',
  export: 'export',
}

const isOperation = (verb: string): verb is Operation =>
  operations.some((operation) => operation === verb)

/** `read patients`: what a scope allows, for sentences and lists. */
export const apiScopeWords = ({ slug, verb }: ApiScope): string =>
  `${isOperation(verb) ? words[verb] : verb.replaceAll('-', ' ')} ${slug.replaceAll('-', ' ')}`

/** The pair behind a name, where it can be granted. */
export const grantableScope = (name: string): ApiScope | null =>
  grantableScopes().find((scope) => apiScopeName(scope) === name) ?? null
