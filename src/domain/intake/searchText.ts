/** Letters that Unicode does not take apart into a base letter and a mark. */
const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Folds text for comparing and searching: no case, no accents, no punctuation, single spaces.
 * Apostrophes vanish ("O'Connor" is "oconnor"), hyphens part words.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The folded words of all parts, each once, in order: what a search column holds. */
export const searchText = (parts: (string | null | undefined)[]): string =>
  [...new Set(parts.flatMap((part) => foldText(part ?? '').split(' ')).filter(Boolean))].join(' ')

/** Whether every word of a query begins some word of a search text. An empty query matches. */
export const matchesPrefix = ({ text, query }: { text: string; query: string }): boolean => {
  const words = text.split(' ')
  return foldText(query)
    .split(' ')
    .every((term) => words.some((word) => word.startsWith(term)))
}
