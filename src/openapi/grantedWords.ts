import { policyOf } from '@/access/policy'
import { principals } from '@/access/roles'

/** Who the policy table lets do this, in a sentence. */
export const grantedWords = (slug: string, verb: string): string => {
  const held = principals.filter((principal) => policyOf(slug)[principal].has(verb))
  return held.length ? `Granted to: ${held.join(', ')}.` : ''
}

/** Whether anybody at all holds the verb. */
export const isHeld = (slug: string, verb: string): boolean => grantedWords(slug, verb) !== ''
