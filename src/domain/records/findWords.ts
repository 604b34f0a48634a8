/** Where in a text the first of the words stands, and what is around it. */
export type Found = { snippet: string }

// Printable and control characters of ASCII have no accents to take off.
const isPlain = /^[\0-\x7f]*$/
const around = 70

// What takes two places stays as it is: no letter that people search for is among them.
const foldCharacter = (character: string): string =>
  character.length > 1 ? character : (character.normalize('NFD').toLowerCase()[0] ?? character)

/** Small letters without accents, character for character, so that places stay where they are. */
const fold = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('')

/** The words of a search, folded; at most eight, each of two letters or more. */
export const wordsIn = (typed: string): string[] =>
  [...new Set(fold(typed.normalize('NFC')).split(/\s+/))]
    .filter((word) => word.length >= 2)
    .slice(0, 8)

const cut = (text: string, at: number, length: number): string => {
  const from = Math.max(0, at - around)
  const to = Math.min(text.length, at + length + around)
  const middle = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${middle}${to < text.length ? ' …' : ''}`
}

/**
 * Whether all `words` (from `wordsIn`) stand in the texts of one record, anywhere and in any order; with the
 * surroundings of the first of them. Null when one is missing.
 */
export const findWords = (texts: readonly string[], words: readonly string[]): Found | null => {
  const whole = texts.map((text) => text.normalize('NFC'))
  const folded = whole.map(fold)
  if (!words.length || !words.every((word) => folded.some((text) => text.includes(word))))
    return null
  const [first = ''] = words
  const index = folded.findIndex((text) => text.includes(first))
  return { snippet: cut(whole[index] ?? '', folded[index]?.indexOf(first) ?? 0, first.length) }
}
