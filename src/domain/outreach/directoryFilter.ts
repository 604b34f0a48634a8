import { codesIn, namesIn, sessionFormats, specialties, stateNames } from './vocabulary'

export const facets = ['specialty', 'format', 'state', 'language'] as const
export type Facet = (typeof facets)[number]

/** What somebody looks for in the directory; an empty text means any. */
export type DirectoryFilter = Record<Facet, string>

/** The lists of a profile as they are stored: codes by spaces, languages by commas. */
export type DirectoryEntry = {
  specialties: string
  formats: string
  states: string
  languages: string
}

export type FacetOption = { value: string; label: string; count: number }

const valuesOf: Record<Facet, (entry: DirectoryEntry) => string[]> = {
  specialty: (entry) => codesIn(entry.specialties),
  format: (entry) => codesIn(entry.formats),
  state: (entry) => codesIn(entry.states),
  language: (entry) => namesIn(entry.languages),
}

const labelsOf: Record<Facet, Readonly<Record<string, string>>> = {
  specialty: specialties,
  format: sessionFormats,
  state: stateNames,
  language: {},
}

type Search = Readonly<Record<string, string | readonly string[] | undefined>>

export const filterFrom = (search: Search): DirectoryFilter => {
  const one = (facet: Facet): string => {
    const value = search[facet]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 60)
  }
  return {
    specialty: one('specialty'),
    format: one('format'),
    state: one('state'),
    language: one('language'),
  }
}

export const isFiltered = (filter: DirectoryFilter): boolean =>
  facets.some((facet) => filter[facet])

/** The entries that fit every choice. */
export const fitting = <Entry extends DirectoryEntry>(
  entries: readonly Entry[],
  filter: DirectoryFilter,
): Entry[] =>
  entries.filter((entry) =>
    facets.every((facet) => !filter[facet] || valuesOf[facet](entry).includes(filter[facet])),
  )

/** What can be chosen, with how many therapists each choice has; nothing that nobody offers. */
export const facetsOf = (entries: readonly DirectoryEntry[]): Record<Facet, FacetOption[]> => {
  const optionsOf = (facet: Facet): FacetOption[] => {
    const counts = new Map<string, number>()
    for (const value of entries.flatMap(valuesOf[facet]))
      counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts]
      .map(([value, count]) => ({ value, label: labelsOf[facet][value] ?? value, count }))
      .sort((a, b) => (a.label < b.label ? -1 : 1))
  }
  return {
    specialty: optionsOf('specialty'),
    format: optionsOf('format'),
    state: optionsOf('state'),
    language: optionsOf('language'),
  }
}
