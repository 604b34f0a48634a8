import { fieldClassOf } from '@/access/fieldClasses'
import { mayRead } from '@/access/fieldRights'
import { scopesFor } from '@/access/policy'
import type { Principal } from '@/access/roles'
import { SEARCHED } from '@/src/domain/lists/searched'

// What the first part of a path in SEARCHED leads to.
const targets: Readonly<Record<string, string>> = {
  patient: 'patients',
  staff: 'staff',
  inquiry: 'inquiries',
  payer: 'payers',
}

const mayAsk = (held: readonly Principal[], slug: string, path: string): boolean => {
  const [first = '', second] = path.split('.')
  if (!mayRead(held, fieldClassOf(slug, first))) return false
  const target = second ? targets[first] : null
  if (!second || !target) return !second
  return scopesFor(target, 'read', held).length > 0 && mayRead(held, fieldClassOf(target, second))
}

/** The columns of a list that words of somebody who holds these roles are looked for in, and what they are called. */
export const searchFieldsFor = (
  slug: string,
  held: readonly Principal[],
): [path: string, words: string][] =>
  Object.entries(SEARCHED[slug] ?? {}).filter(([path]) => mayAsk(held, slug, path))
