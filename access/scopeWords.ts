import type { ScopeName } from './scopes'

/** What a scope reaches, in words. */
export const scopeWords: Readonly<Record<ScopeName, string>> = {
  all: 'all',
  caseload: 'own caseload',
  compartment: 'own record',
  own: 'own rows',
  supervisees: "supervisees' caseload",
  self: 'oneself',
  keptForOne: 'what is kept for oneself',
  matched: 'those proposed to one',
  supervised: 'those about oneself as supervisee',
  ownService: 'services one rendered',
  active: 'what is active',
  shared: 'what is shared with one',
  sharedSigned: 'what is signed and shared with one',
  published: 'what is published',
  team: 'assigned to one or to a role one holds',
  granted: 'what the client was granted',
  emergency: 'one chart, while it is open in an emergency',
}
