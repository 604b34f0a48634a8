import type { Where } from 'payload'
import type { Principal } from '@/access/roles'
import { foldName, soughtIn } from '@/src/domain/intake/searchQuery'
import { parseDay } from '@/src/domain/parseDay'
import { practiceToday } from '@/src/lib/practiceZone'
import { searchFieldsFor } from './searchFields'

/** What somebody typed above a list: words, and conditions on its columns. */
export type Typed = { search?: string; where?: Where }

const mostWords = 8

// Holds folded names, the birth date as YYYY-MM-DD and the digits of the phone.
const isOfPerson = (path: string): boolean => path.endsWith('searchText')

/** Each word in one of the columns; null where a word is nothing there. */
const byWords = (search: string, paths: readonly string[]): Where | null => {
  const words = search.split(/\s+/).filter(Boolean).slice(0, mostWords)
  const parts = words.map((word) =>
    paths.flatMap((path): Where[] => {
      const like = isOfPerson(path) ? foldName(word) : word
      return like ? [{ [path]: { like } }] : []
    }),
  )
  return parts.every(({ length }) => length) ? { and: parts.map((or) => ({ or })) } : null
}

/** "Apr 14, 1990" and "(503) 555-0142" are one thing each. */
const byDayOrPhone = (search: string, paths: readonly string[]): Where[] => {
  const { birthDate, phone } = soughtIn(search, (text) => parseDay(text, practiceToday()))
  const like = birthDate || (phone ? search.replaceAll(/\D/g, '') : '')
  return like ? paths.filter(isOfPerson).map((path) => ({ [path]: { like } })) : []
}

/** The conditions that the typed stands for; null when the words could be looked for nowhere. */
export const conditionsOf = (
  { search = '', where }: Typed,
  { slug, held }: { slug: string; held: readonly Principal[] },
): Where | null => {
  const paths = searchFieldsFor(slug, held).map(([path]) => path)
  const readings = search
    ? [byWords(search, paths), ...byDayOrPhone(search, paths)].filter((one) => one !== null)
    : []
  if (search && !readings.length) return null
  return { and: [...(search ? [{ or: readings }] : []), ...(where ? [where] : [])] }
}
