/** Something on the website that can be found. */
export type Findable = {
  title: string
  path: string
  kind: string
  summary: string
  /** Everything else a search may match. */
  text: string
}

export type Found = Pick<Findable, 'title' | 'path' | 'kind' | 'summary'>

const longest = 80
const mostWords = 8
const mostResults = 20

/** Small letters without accents, so that `Búsqueda` is found by `busqueda`. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What somebody looks for: the words, at most eight, each once. */
export const wordsIn = (query: string): string[] => [
  ...new Set(
    folded(query.slice(0, longest))
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1)
      .slice(0, mostWords),
  ),
]

// Long words are also found by their beginning: `sleeping` finds `sleep`.
const stemOf = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ings?|ies|es|ed|s|y)$/, '') : word

const weightIn = (text: string, word: string, weight: number): number =>
  text.includes(word) ? weight : text.includes(stemOf(word)) ? weight / 2 : 0

const scoreOf = (item: Findable, words: readonly string[]): number => {
  const title = folded(item.title)
  const summary = folded(item.summary)
  const text = folded(item.text)
  let total = 0
  for (const word of words) {
    const score = weightIn(title, word, 8) + weightIn(summary, word, 3) + weightIn(text, word, 1)
    if (!score) return 0
    total += score
  }
  return total
}

/** What fits every word, best first; equally good ones in the order given. */
export const searchSite = (items: readonly Findable[], query: string): Found[] => {
  const words = wordsIn(query)
  if (!words.length) return []
  return items
    .map((item, index) => ({ item, index, score: scoreOf(item, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, mostResults)
    .map(({ item: { title, path, kind, summary } }) => ({ title, path, kind, summary }))
}
