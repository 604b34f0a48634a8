import type { Where } from 'payload'
import type { Principal } from '@/access/roles'
import { foldText } from '@/src/domain/intake/searchText'
import { searchFieldsFor } from './searchFields'

/** What somebody typed above a list: words, and conditions on its columns. */
export type Typed = { search?: string; where?: Where }

const mostWords = 8

// That column holds folded text.
const spelled = (path: string, word: string): string =>
  path.endsWith('searchText') ? foldText(word) : word

/** The conditions that the typed stands for; null when the words could be looked for nowhere. */
export const conditionsOf = (
  { search, where }: Typed,
  { slug, held }: { slug: string; held: readonly Principal[] },
): Where | null => {
  const fields = searchFieldsFor(slug, held)
  const words = (search ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)
  const found = words.map((word) =>
    fields.flatMap(([path]) => {
      const like = spelled(path, word)
      return like ? [{ [path]: { like } }] : []
    }),
  )
  if (found.some((columns) => !columns.length)) return null
  return { and: [...found.map((or) => ({ or })), ...(where ? [where] : [])] }
}
