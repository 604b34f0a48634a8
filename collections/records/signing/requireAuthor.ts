import type { Actor } from '@/access/principal'
import type { FactReader } from '@/hooks/rules/rule'
import { Refusal } from '@/src/lib/errors'

/** Nobody signs for somebody else. */
export const requireAuthor = async ({
  actor,
  author,
  read,
}: {
  actor: Actor
  author: unknown
  read: FactReader
}): Promise<void> => {
  if (author === actor.id) return
  const person = await read.one('staff', String(author ?? ''))
  const name = String(person?.['name'] ?? 'the clinician of the session')
  throw new Refusal('refused-by-rule', `You are writing as yourself. Only ${name} can sign this.`)
}
